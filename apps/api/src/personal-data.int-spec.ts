// Over HTTP: all that is held about one person and nothing of others, and erasure that leaves every plan's history whole (INV-44, INV-54).
import { Sessions, Tokens } from '#libs/people';
import { checkRebuild } from '#libs/plans';
import { PostOffice } from '#libs/platform';
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
let pool: Pool;
beforeAll(async () => {
  api = await runningApi();
  pool = api.app.get(Pool);
  await api.ask('PUT', '/v1/organisations/REGION', { body: { name: 'Region', kind: 'region' } });
  await api.ask('PUT', '/v1/programmes/OMST', { body: { name: 'Omställning' } });
});
afterAll(() => api.close());

let count = 0;
const done = async (method: string, path: string, body: object = {}, token?: string): Promise<Json> => {
  const answer = await api.ask(method, path, { body, ...(token === undefined ? {} : { token }) });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const person = async (name: string): Promise<Json> => {
  const address = `${name.slice(0, 1).toLowerCase()}${(count += 1)}@region.example`;
  return done('POST', '/v1/persons', { name, address, organisation: 'REGION' });
};
const session = async ({ id }: Json) => (await api.app.get(Tokens).startSession(id)).token;
const held = (path: string, token?: string) => api.ask('GET', path, token === undefined ? {} : { token });
const section = (body: Json, key: string): Json[] => body.sections.find((one: Json) => one.key === key).items;
const erase = (id: string, body: object = { reason: 'Har slutat' }, asked = '') =>
  api.ask('POST', `/v1/persons/${id}/erase${asked}`, { body });
const different = async () => (await checkRebuild(pool, () => undefined)).different;

/** A plan that `lead` leads, in which `other` takes part and both write. */
async function shared(lead: Json, other: Json): Promise<Json> {
  const { token } = await api.app.get(Tokens).make({ name: 'Lead', scopes: ['read', 'write'], person: lead.id });
  const plan = await api.start({ title: 'Gemensamt' });
  const give = (verb: string, body: object, as?: string) => done('POST', `/v1/plans/${plan.id}/${verb}`, body, as);
  await give('assign-role', { role: 'process-leader', person: lead.id, organisation: 'REGION' });
  await give('assign-role', {
    role: 'steering-group-member',
    person: other.id,
    organisation: 'REGION',
    deputy: lead.id,
  }).catch(() => undefined);
  await give('write-log-entry', { entry: `Ord av ${lead.id}` }, token);
  await give('write-log-entry', { entry: 'Ord av någon annan' });
  return plan;
}

describe('all that is held about one person', () => {
  it('is told to who keeps the records and to oneself, by parts with labels, and of others nothing', async () => {
    const [anna, bo] = [await person('Anna Åberg'), await person('Bo Ek')];
    const plan = await shared(anna, bo);
    await done('POST', '/v1/posts', {
      role: 'funder',
      person: anna.id,
      organisation: 'REGION',
      deputy: bo.id,
      mandate: 'Får besluta',
    });
    await api.app.get(PostOffice).put({
      to: { address: anna.address, name: anna.name },
      language: 'sv',
      subject: 'Hej',
      text: 'Hej Anna',
      html: '<p>Hej</p>',
      purpose: 'notice',
      person: anna.id,
    });
    await pool.query(`INSERT INTO oidc_identity VALUES ('https://id.example', 'sub-anna', $1, now())`, [anna.id]);
    const token = await session(anna);
    const { body } = await held(`/v1/persons/${anna.id}/data`);
    expect(body.person).toMatchObject({ name: 'Anna Åberg', address: anna.address });
    expect(section(body, 'posts')).toEqual([
      expect.objectContaining({ role: 'funder', as: 'holder', mandate: 'Får besluta' }),
    ]);
    expect(section(body, 'roles')[0]).toMatchObject({
      plan: plan.id,
      title: 'Gemensamt',
      role: 'process-leader',
      as: 'holder',
    });
    expect(section(body, 'texts').map(({ text }) => text)).toEqual([`Ord av ${anna.id}`]);
    expect(section(body, 'events')).toEqual([
      expect.objectContaining({ type: 'log-entry.written', title: 'Gemensamt' }),
    ]);
    expect(section(body, 'mails')).toEqual([expect.objectContaining({ to: anna.address, text: 'Hej Anna' })]);
    expect(section(body, 'identities')).toEqual([expect.objectContaining({ subject: 'sub-anna' })]);
    expect([section(body, 'signIns').length, section(body, 'tokens').length]).toEqual([1, 1]);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`Bo Ek|${bo.id}|någon annan|stegvis_`));

    const headers = { cookie: `stegvis-session=${token}`, 'accept-language': 'sv' };
    const mine = (
      await api.ask('GET', '/v1/me/data', { token: null, headers: { ...headers, cookie: `__Host-${headers.cookie}` } })
    ).body;
    expect({ ...mine, toldAt: '', sections: [] }).toEqual({ ...body, toldAt: '', sections: [] });
    expect(mine.sections[0].label).toBe('Uppdrag utanför planerna');
    const other = (await held(`/v1/persons/${bo.id}/data`)).body;
    expect(JSON.stringify(other)).not.toMatch(new RegExp(`Åberg|${anna.id}|Får besluta`));
    expect(section(other, 'posts')).toEqual([expect.objectContaining({ as: 'deputy', mandate: null })]);
    const told = (await held(`/v1/audit?kind=personal-data.told`)).body.items;
    expect(told.map(({ about }: Json) => about.person)).toEqual([anna.id, anna.id, bo.id]);
  });

  it('a researcher’s private notes are told to itself alone, and leave no more than a row in the audit (INV-36)', async () => {
    const [ann, label] = [await person('Anna Forskare'), { sv: 'Steg', en: 'Step' }];
    const opens = ['write-research-note', 'write-log-entry'];
    const stages = [{ key: 'begin', name: label, opens, criteria: [], next: [] }];
    const roles = [{ key: 'researcher', name: label, required: true }];
    await done('POST', '/v1/templates', { key: 'follow', version: 1, name: label, roles, stages });
    const plan = await done('POST', '/v1/plans', { template: 'follow', title: 'Följd' });
    await done('POST', `/v1/plans/${plan.id}/assign-role`, {
      role: 'researcher',
      person: ann.id,
      organisation: 'REGION',
    });
    const token = (await api.app.get(Tokens).make({ name: 'Ann', scopes: ['read', 'write'], person: ann.id })).token;
    await done('POST', `/v1/plans/${plan.id}/write-research-note`, { note: 'Bara min' }, token);
    await done('POST', `/v1/plans/${plan.id}/write-log-entry`, { entry: 'Allas' }, token);
    const seen = async (path: string, as?: string) => {
      const { body } = await held(path, as);
      return [section(body, 'texts').map(({ text }) => text), section(body, 'events').length];
    };
    expect(await seen('/v1/me/data', token)).toEqual([['Bara min', 'Allas'], 2]);
    expect(await seen(`/v1/persons/${ann.id}/data`)).toEqual([['Allas'], 1]);
    const rows = (await held(`/v1/audit?plan=${plan.id}&who=${ann.id}`)).body.items;
    expect(rows.map(({ kind }: Json) => kind)).toEqual(['kept-to-oneself', 'log-entry.written']);
    expect((await held('/v1/audit?kind=research-note.written')).body.items).toEqual([]);
  });

  it('is not for others, nor of nobody', async () => {
    const anna = await person('Anna Vik');
    const { token } = await api.app.get(Tokens).make({ name: 'Keeper', scopes: ['read', 'write', 'administer'] });
    for (const path of [`/v1/persons/${anna.id}/data`, `/v1/persons/${anna.id}/erase`])
      expect(
        (
          await api.ask(path.endsWith('data') ? 'GET' : 'POST', path, {
            token,
            body: path.endsWith('data') ? undefined : { reason: 'x' },
          })
        ).status,
      ).toBe(403);
    expect((await held('/v1/me/data')).body.code).toBe('not-a-person');
    for (const id of ['x', plan0]) expect((await held(`/v1/persons/${id}/data`)).status).toBe(404);
  });
});

const plan0 = '0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11';

describe('erasure', () => {
  it('is refused while somebody must take over, and says what to do; the dry run, too', async () => {
    const [anna, bo] = [await person('Anna Lind'), await person('Bo Lind')];
    const plan = await shared(anna, bo);
    const refused = await erase(anna.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'holds-required-role']);
    expect(refused.body.detail).toContain('process-leader (Gemensamt)');
    const dry = (await erase(anna.id, { reason: 'x' }, '?dryRun=true')).body;
    expect(dry).toMatchObject({
      dryRun: true,
      erasedAt: null,
      obstacles: [{ code: 'holds-required-role', plan: plan.id }],
    });
    expect((await held(`/v1/persons/${anna.id}`)).body.name).toBe('Anna Lind');
    await done('POST', `/v1/plans/${plan.id}/end-role`, { holding: 'holding-1', successor: { person: bo.id } });
    expect((await erase(anna.id)).status).toBe(200);
  });

  it('is refused while a role cannot end, and says why', async () => {
    const anna = await person('Anna Sedan');
    const plan = await api.start({ title: 'Senare' });
    const from = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await done('POST', `/v1/plans/${plan.id}/assign-role`, {
      role: 'process-leader',
      person: anna.id,
      organisation: 'REGION',
      from,
    });
    const ahead = (await erase(anna.id)).body;
    expect([ahead.code, ahead.detail]).toEqual([
      'cannot-leave-role',
      expect.stringMatching(/^process-leader \(Senare\): .+ undo\.$/),
    ]);
    await done('POST', `/v1/plans/${plan.id}/undo`, { reason: 'Fel person' });
    expect((await erase(anna.id)).status).toBe(200);
  });

  it('is refused of the last administrator and of a programme’s process leader', async () => {
    const [anna, bo] = [await person('Anna Ny'), await person('Bo Ny')];
    const post = await done('POST', '/v1/posts', { role: 'administrator', person: anna.id, organisation: 'REGION' });
    expect((await erase(anna.id)).body.code).toBe('last-administrator');
    await done('POST', '/v1/posts', { role: 'administrator', person: bo.id, organisation: 'REGION' });
    const lead = await done('POST', '/v1/posts', {
      role: 'process-leader',
      person: anna.id,
      organisation: 'REGION',
      programme: 'OMST',
    });
    expect((await erase(anna.id)).body).toMatchObject({
      code: 'accountable-for-programme',
      detail: expect.stringContaining('OMST'),
    });
    await done('POST', `/v1/posts/${lead.id}/end`);
    expect((await erase(anna.id)).status).toBe(200);
    const ended = (await held(`/v1/posts?role=administrator`)).body.items.find(({ id }: Json) => id === post.id);
    expect(ended.endedAt).not.toBeNull();
  });

  it.each(['keep', 'strike'] as const)(
    'takes all that says who it was, and leaves the plans whole (texts: %s)',
    async (prose) => {
      const [anna, bo] = [await person('Märkt Namnsson'), await person('Bo Berg')];
      const plan = await shared(anna, bo);
      await done('POST', `/v1/plans/${plan.id}/end-role`, {
        holding: 'holding-1',
        successor: { person: bo.id, deputy: anna.id },
      });
      const token = await session(anna);
      await api.app.get(Sessions).newCode();
      await pool.query(`INSERT INTO oidc_identity VALUES ('https://id.example', $2, $1, now())`, [
        anna.id,
        `sub-${anna.id}`,
      ]);
      await done('POST', '/v1/posts', {
        role: 'funder',
        person: anna.id,
        organisation: 'REGION',
        mandate: 'Märkt får besluta',
      });
      const before = (await api.ask('GET', `/v1/plans/${plan.id}/history?limit=1000`)).body.items;

      const dry = (await erase(anna.id, { reason: 'x', prose }, '?dryRun=true')).body;
      expect(dry.obstacles).toEqual([]);
      expect(dry.goes.map(({ key }: Json) => key)).toEqual(
        expect.arrayContaining([
          'details',
          'tokens',
          'identities',
          'posts',
          'roles',
          ...(prose === 'strike' ? ['texts'] : []),
        ]),
      );
      const { status, body } = await erase(anna.id, { reason: 'Begärt av Märkt', prose });
      expect([status, body.erasedAt]).toEqual([200, expect.any(String)]);

      expect((await held(`/v1/persons/${anna.id}`)).body).toMatchObject({
        name: null,
        address: null,
        organisation: null,
      });
      expect((await held('/v1/me', token)).status).toBe(401);
      const left = (await held(`/v1/persons/${anna.id}/data`)).body;
      for (const key of ['mails', 'signIns', 'tokens', 'identities', 'guestLinks'])
        expect([key, section(left, key)]).toEqual([key, []]);
      expect(section(left, 'texts').map(({ text }) => text)).toEqual([prose === 'strike' ? null : `Ord av ${anna.id}`]);
      const after = (await api.ask('GET', `/v1/plans/${plan.id}/history?limit=1000`)).body.items;
      const bare = (items: Json[]) => items.map(({ id, type, recordedAt }) => ({ id, type, recordedAt }));
      expect(bare(after).slice(0, before.length)).toEqual(bare(before));
      expect(await different()).toEqual([]);
      const audit = (await held('/v1/audit?kind=personal-data.erased')).body.items.at(-1);
      expect(audit).toMatchObject({
        who: { id: 'admin' },
        about: { person: anna.id, textsStruck: prose === 'strike' ? 1 : 0 },
      });
      expect((await erase(anna.id)).body.code).toBe('erased-person');
      const { rows } = await pool.query('SELECT reason FROM erasure WHERE person = $1', [anna.id]);
      expect(rows).toEqual([{ reason: 'Begärt av Märkt' }]);
    },
  );

  it('of two at once is done once', async () => {
    const anna = await person('Anna Två');
    const answers = await Promise.all([erase(anna.id), erase(anna.id), erase(anna.id)]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409]);
  });
});
