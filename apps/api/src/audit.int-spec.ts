// The audit trail over HTTP: one trail of what was done in plans, beside them, and of what was refused; it only grows (INV-55).
import { noteInAudit } from '#libs/platform';
import { FailedSignIns, Sessions, Tokens } from '#libs/people';
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
let plan: Json;
beforeAll(async () => {
  api = await runningApi();
  plan = await api.start();
  await api.ask('POST', `/v1/plans/${plan.id}/hold-meeting`, { body: { title: 'Uppstart', notes: 'Hemligt-ord' } });
  await api.ask('POST', `/v1/plans/${plan.id}/resume`, { body: {} });
  await new Promise((later) => setTimeout(later, 700));
  await api.ask('PUT', '/v1/programmes/OMST', { body: { name: 'Omställning' } });
});
afterAll(() => api.close());

const trail = async (asked = ''): Promise<Json[]> => (await api.ask('GET', `/v1/audit?limit=1000&${asked}`)).body.items;
const kinds = (rows: Json[]) => rows.map(({ kind }) => kind as string);

describe('the audit trail', () => {
  it('is one, the oldest first: events, what was refused and what was done beside the plans', async () => {
    const rows = await trail();
    const times = rows.map(({ at }) => at as string);
    expect(times).toEqual(times.toSorted());
    expect(rows.find(({ kind }) => kind === 'meeting.held')).toMatchObject({
      who: { id: 'admin', role: null },
      plan: plan.id,
      about: { stage: 'mandate' },
    });
    expect(rows.find(({ kind }) => kind === 'command.refused')).toMatchObject({
      plan: plan.id,
      about: { verb: 'resume' },
    });
    expect(rows.at(-1)).toMatchObject({ kind: 'programme.named', about: { programme: 'OMST' } });
    expect(JSON.stringify(rows)).not.toContain('Hemligt-ord');
  });

  it('comes page by page, each row once, whatever the page holds', async () => {
    const all = (await trail()).map(({ id }) => id);
    for (const limit of [1, 2, 3]) {
      const read: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const { body } = await api.ask('GET', `/v1/audit?limit=${limit}${next ? `&cursor=${next}` : ''}`);
        read.push(...body.items.map(({ id }: Json) => id));
        next = body.next;
      }
      expect(read).toEqual(all);
    }
    expect((await api.ask('GET', '/v1/audit?cursor=nowhere')).status).toBe(400);
    expect((await api.ask('GET', '/v1/audit?cursor=audit-999999')).body.items).toEqual([]);
  });

  it('is asked by who, plan, kind and time', async () => {
    const { id } = await api.app.get(Tokens).make({ name: 'Other' });
    await noteInAudit(api.app.get(Pool), { kind: 'guest-link.made', who: { id }, plan: plan.id });
    expect(kinds(await trail(`who=${id}`))).toEqual(['guest-link.made']);
    expect(kinds(await trail(`plan=${plan.id}&kind=guest-link.made`))).toEqual(['guest-link.made']);
    const other = await api.start();
    expect(new Set((await trail(`plan=${other.id}`)).map((row) => row.plan))).toEqual(new Set([other.id]));
    const [first, second] = await trail(`plan=${plan.id}`);
    expect((await trail(`plan=${plan.id}&to=${second!.at}`)).map(({ at }) => at)).toEqual(
      (await trail(`plan=${plan.id}`)).map(({ at }) => at).filter((at) => at < second!.at),
    );
    expect((await trail(`from=${first!.at}`)).length).toBeGreaterThan(3);
    expect((await api.ask('GET', '/v1/audit?from=yesterday')).status).toBe(400);
  });

  it('as CSV says the same with a byte order mark, semicolons and nothing that a spreadsheet would reckon; it tells that it was taken', async () => {
    const headers = { accept: 'text/csv', 'accept-language': 'sv' };
    await api.app
      .get(Pool)
      .query(`INSERT INTO refusal (at, plan, verb, codes, who) VALUES (now(), NULL, 'start', '{x}', '{"id": "=1+1"}')`);
    const rows = await trail();
    const response = await fetch(`${api.url}/v1/audit`, {
      headers: { ...headers, authorization: 'Bearer the-admin-token' },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(lines[0]).toBe('Tid (UTC);Vad;Vem (id);Roll;Organisation;Plan;Om;Rad');
    expect(lines.slice(1).map((line) => line.split(';').at(-1))).toEqual([
      ...rows.map(({ id }) => id),
      expect.stringMatching(/^audit-/),
    ]);
    expect(lines.some((line) => line.includes(";'=1+1;"))).toBe(true);
    expect(kinds(await trail()).at(-1)).toBe('audit-trail.exported');
  });

  it('is for those who keep the records, and not for one programme’s token', async () => {
    const tokens = api.app.get(Tokens);
    const { token } = await tokens.make({ name: 'Reader', scopes: ['read', 'write', 'administer'] });
    expect((await api.ask('GET', '/v1/audit', { token })).body.code).toBe('not-allowed');
    const bound = await tokens.make({ name: 'Bound', scopes: ['records'], programmes: ['OMST'] });
    expect((await api.ask('GET', '/v1/audit', { token: bound.token })).body.code).toBe('of-the-whole-installation');
  });

  it.each([
    'UPDATE audit SET kind = $$x$$',
    'DELETE FROM audit',
    'TRUNCATE audit',
    'TRUNCATE disclosure',
    'TRUNCATE destroyed CASCADE',
  ])('only grows: %s', async (statement) => expect(api.app.get(Pool).query(statement)).rejects.toThrow('only grows'));

  it('takes no word that could be a name, an address or a secret', async () => {
    const note = (value: string) =>
      noteInAudit(api.app.get(Pool), { kind: 'person.added', who: { id: 'x' }, about: { person: value } });
    for (const value of ['Anna Öberg', 'anna@region.example', 'stegvis_abc'])
      await expect(note(value)).rejects.toThrow('no id');
  });
});

describe('what is done beside the plans', () => {
  const noted = async (kind: string, since: Json): Promise<Json[]> => {
    const rows = await trail(`kind=${kind}&from=${since.at}`);
    return rows.map(({ who, about }) => ({ who: who.id, ...about }));
  };
  const now = async (): Promise<Json> => {
    const { rows } = await api.app.get(Pool).query<Json>('SELECT clock_timestamp()::timestamptz(3) AS at');
    return { at: (rows[0]!.at as Date).toISOString() };
  };

  it('is told of tokens, sessions, persons, posts and organisations, by their ids', async () => {
    const since = await now();
    await api.ask('PUT', '/v1/organisations/REGION', { body: { name: 'Regionen', kind: 'region' } });
    const { body: anna } = await api.ask('POST', '/v1/persons', { body: { name: 'Anna Hemligt-namn' } });
    await api.ask('PUT', `/v1/persons/${anna.id}`, { body: { name: 'Anna Annat-namn' } });
    const { body: post } = await api.ask('POST', '/v1/posts', {
      body: { role: 'funder', person: anna.id, organisation: 'REGION', mandate: 'Hemliga ord' },
    });
    await api.ask('POST', `/v1/posts/${post.id}/end`, { body: {} });
    const { body: token } = await api.ask('POST', '/v1/tokens', { body: { name: 'Hemligt-program' } });
    await api.ask('POST', `/v1/tokens/${token.id}/revoke`, { body: {} });
    const session = await api.app.get(Tokens).startSession(anna.id);
    await api.app.get(Sessions).end(session.token);

    expect(await noted('organisation.named', since)).toMatchObject([{ who: 'admin', organisation: 'REGION' }]);
    expect(await noted('person.added', since)).toMatchObject([{ who: 'admin', person: anna.id }]);
    expect(await noted('person.changed', since)).toMatchObject([{ who: 'admin', person: anna.id }]);
    expect(await noted('post.given', since)).toMatchObject([{ who: 'admin', post: post.id, person: anna.id }]);
    expect(await noted('post.ended', since)).toMatchObject([{ who: 'admin', post: post.id }]);
    expect(await noted('token.made', since)).toMatchObject([{ who: 'admin', token: token.id }]);
    expect(await noted('token.revoked', since)).toMatchObject([{ who: 'admin', token: token.id }]);
    expect(await noted('session.started', since)).toMatchObject([{ who: anna.id, token: session.id }]);
    expect(await noted('session.ended', since)).toMatchObject([{ who: anna.id, token: session.id }]);
    expect(JSON.stringify(await trail())).not.toMatch(/[Hh]emlig|Annat-namn|stegvis_/);
  });

  it('is told of failed sign-ins in number', async () => {
    const since = await now();
    for (let time = 0; time < 3; time += 1)
      await api.ask('POST', '/sign-in/not-a-code', {
        token: null,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: '',
      });
    await api.app.get(FailedSignIns).flush();
    expect(await noted('sign-ins.failed', since)).toEqual([{ who: 'nobody', link: 3 }]);
  });

  it('is noted together with the deed, or not at all', async () => {
    const pool = api.app.get(Pool);
    await pool.query('ALTER TABLE audit ADD CONSTRAINT none CHECK (false) NOT VALID');
    try {
      expect((await api.ask('PUT', '/v1/organisations/NEVER', { body: { name: 'x', kind: 'region' } })).status).toBe(
        500,
      );
      expect((await api.ask('POST', '/v1/tokens', { body: { name: 'never' } })).status).toBe(500);
      expect((await api.ask('PUT', '/v1/programmes/NEVER', { body: { name: 'x' } })).status).toBe(500);
    } finally {
      await pool.query('ALTER TABLE audit DROP CONSTRAINT none');
    }
    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM organisation WHERE code = 'NEVER') + (SELECT count(*) FROM programme WHERE code = 'NEVER')
         + (SELECT count(*) FROM token WHERE name = 'never') AS stored`,
    );
    expect(rows).toEqual([{ stored: '0' }]);
  });
});
