// What a plan is to whoever may not see it: nothing. By no reading door, in no list, no count, no page and no feed (INV-36, table of roles).
import { Tokens } from '#libs/people';
import { SCOPES } from '#libs/platform';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { unzip } from '../../../test/services/archive.js';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';
import { doors } from './api.module.js';
import { KnownRoutes } from './http/known-routes.js';

const name = { sv: 'Allt', en: 'All' };
/** Theirs, and of another programme; each has a file and somebody who leads it. */
let own: string;
let other: string;
/** The region's process leader in `own`, somebody of another municipality in `other` alone. */
let ada: Reader;
let eve: Reader;
let api: RunningApi;

interface Reader {
  person: string;
  token: string;
}

beforeAll(async () => {
  api = await runningApi();
  for (const code of ['RKL', 'LNU', 'YSTAD'])
    await done('PUT', `/v1/organisations/${code}`, { name: code, kind: 'region' });
  for (const code of ['MINE', 'THEIRS']) await done('PUT', `/v1/programmes/${code}`, { name: code });
  const { body } = await api.ask('GET', '/v1/templates/vocabulary');
  const opens = body.verbs.filter((one: Json) => one.kind === 'capability').map((one: Json) => one.verb);
  const roles = ['process-leader', 'researcher', 'funder'].map((key) => ({
    key,
    name,
    required: key === 'process-leader',
  }));
  const stages = [{ key: 'begin', name, opens, criteria: [], next: [], restart: true, fork: { to: 'begin' } }];
  await done('POST', '/v1/templates', { key: 'reading', version: 1, name, roles, stages, kind: 'initiative' });
  [ada, eve] = [await reader('RKL'), await reader('YSTAD')];
  own = await startedFor(ada, 'RKL', 'MINE');
  other = await startedFor(eve, 'YSTAD', 'THEIRS');
}, 60_000);
afterAll(() => api.close());

async function done(method: string, path: string, body: object, token?: string): Promise<Json> {
  const answer = await api.ask(method, path, { body, ...(token === undefined ? {} : { token }) });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function reader(organisation: string): Promise<Reader> {
  const { id: person } = await done('POST', '/v1/persons', { name: `Någon i ${organisation}`, organisation });
  return { person, token: (await api.app.get(Tokens).make({ name: organisation, scopes: SCOPES, person })).token };
}

async function startedFor({ person }: Reader, organisation: string, programme: string): Promise<string> {
  const { id } = await api.start({ template: 'reading', title: `Plan i ${programme}`, programme });
  await give(id, 'assign-role', { role: 'process-leader', person, organisation });
  await give(id, 'write-log-entry', { entry: 'Ett förtroende.' });
  const file = { body: 'Innehåll', headers: { 'content-type': 'text/plain' } };
  expect((await api.ask('POST', `/v1/plans/${id}/attachments?name=hemligt.txt`, file)).status).toBe(201);
  return id;
}

const give = (plan: string, verb: string, body: object, token?: string) =>
  done('POST', `/v1/plans/${plan}/${verb}`, body, token);

const get = async (path: string, { token }: { token: string }) => (await api.ask('GET', path, { token })).body;

/** Every file of the package, one after the other. */
async function archived(plan: string, { token }: { token: string }): Promise<string> {
  const answer = await fetch(`${api.url}/v1/plans/${plan}/archive`, { headers: { authorization: `Bearer ${token}` } });
  return [...unzip(Buffer.from(await answer.arrayBuffer())).values()].map(String).join('\n');
}

describe('a plan of others, by its id', () => {
  const reading = new KnownRoutes(doors).routes.filter(
    ({ method, url, door }) => method === 'GET' && url.startsWith('/v1/plans/:id') && door.access === 'read',
  );

  it.each(reading.flatMap(({ url }) => [url, `${url}?asOf=2999-01-01T00:00:00Z`]))('%s', async (door) => {
    const at = (plan: string) => door.replace(':id', plan).replace(/:(\w+)/, '$1-1');
    const none = randomUUID();
    const [known, unknown] = await Promise.all([other, none].map((id) => api.ask('GET', at(id), ada)));
    const bare = ({ body, headers, status }: Json, id: string) => ({
      status,
      body: JSON.stringify(body).replaceAll(id, 'ID'),
      headers: new Set([...headers.keys()].filter((one) => one !== 'date')),
    });
    expect(bare(known, other)).toEqual(bare(unknown, none));
    // A door that takes no asOf says so first, of whatever plan.
    expect(door.includes('asOf') ? [400, 404] : [404]).toContain(known?.status);
    // In the plan that is the reader's there is a file, and no hand-over.
    if (!/asOf|:holding/.test(door)) expect((await api.ask('GET', at(own), ada)).status).toBe(200);
  });

  it('by every way to write', async () => {
    for (const [method, path, body] of [
      ['POST', '/v1/plans/:id/pause', { reason: 'x' }],
      ['POST', '/v1/plans/:id/pause?dryRun=true', { reason: 'x' }],
      ['POST', '/v1/plans/:id/attachments', 'x'],
    ] as const) {
      const answers = await Promise.all(
        [other, randomUUID()].map(async (id) => {
          const headers = { 'if-match': '"1"' };
          const { status, body: told } = await api.ask(method, path.replace(':id', id), { body, headers, ...ada });
          return [status, JSON.stringify(told).replaceAll(id, 'ID')];
        }),
      );
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.[0]).toBe(404);
    }
  });

  it('among others', async () => {
    const plans = [own, other, randomUUID()];
    const many = await done('POST', '/v1/bulk?dryRun=true', { verb: 'pause', reason: 'x', plans }, ada.token);
    expect(many.results.map((one: Json) => [one.status, one.title])).toEqual([
      [200, 'Plan i MINE'],
      [404, null],
      [404, null],
    ]);
    const preview = await done('POST', '/v1/migrations/preview', { version: 1, plans }, ada.token);
    expect(preview.results.map((one: Json) => one.title)).toEqual(['Plan i MINE', null, null]);
    const commands = plans.map((plan) => ({ plan, verb: 'pause', body: { reason: 'x' } }));
    const { results } = await done('POST', '/v1/commands?dryRun=true', { commands }, ada.token);
    expect(results.map((one: Json) => one.status)).toEqual([200, 404, 404]);
    const parents = await Promise.all(
      [other, randomUUID()].map(async (parent) => {
        const body = { template: 'reading', title: 'Under', programme: 'MINE', parent };
        const { status, body: told } = await api.ask('POST', '/v1/plans', { body, ...ada });
        return [status, JSON.stringify(told).replaceAll(parent, 'ID')];
      }),
    );
    expect(parents[0]).toEqual(parents[1]);
  });
});

describe('lists', () => {
  it('the board, whatever it is asked, page by page', async () => {
    for (const query of [
      '',
      'q=plan',
      'template=reading',
      'stage=begin',
      'status=active',
      'asOf=2999-01-01T00:00:00Z',
    ]) {
      const { items, next } = await get(`/v1/plans?limit=1&${query}`, ada);
      expect([items.map(({ id }: Json) => id), next]).toEqual([[own], null]);
    }
    expect((await get('/v1/plans?programme=THEIRS', ada)).items).toEqual([]);
    expect((await get('/v1/plans?limit=1', { token: (await program()).token })).next).not.toBeNull();
  });

  it('a programme', async () => {
    const count = async (code: string, who: Reader) => (await get(`/v1/programmes/${code}`, who)).plans.length;
    expect([await count('MINE', ada), await count('THEIRS', ada), await count('THEIRS', eve)]).toEqual([1, 0, 1]);
  });

  it('what a filter finds', async () => {
    const filter = { template: 'reading' };
    expect((await done('POST', '/v1/bulk?dryRun=true', { verb: 'pause', reason: 'x', filter }, ada.token)).total).toBe(
      1,
    );
    expect((await done('POST', '/v1/migrations/preview', { version: 1, filter }, ada.token)).total).toBe(1);
  });

  it('of the plans of a programme for which a program is let in', async () => {
    const bound = await program(['THEIRS']);
    expect((await get('/v1/plans', bound)).items.map(({ id }: Json) => id)).toEqual([other]);
    expect((await api.ask('GET', `/v1/plans/${own}`, bound)).status).toBe(404);
  });
});

async function program(programmes?: string[]): Promise<{ token: string }> {
  return api.app.get(Tokens).make({ name: 'program', ...(programmes ? { programmes } : {}) });
}

describe('the feed', () => {
  /** Page by page, until it goes on no more. */
  async function feedOf(who: { token: string }, query = ''): Promise<Json[]> {
    const events: Json[] = [];
    for (let after = '0'; ;) {
      const { items, next } = await get(`/v1/events?limit=3&after=${after}${query}`, who);
      events.push(...items);
      if (next === after) return events;
      after = next;
    }
  }

  it('tells of one’s own plans, and goes on past the others', async () => {
    await api.feed(other, 5);
    const all = await feedOf(await program());
    const wanted = (plan: string) => all.filter(({ subject }) => subject === plan).map(({ id }) => id);
    expect(wanted(other).length).toBeGreaterThan(4);
    expect((await feedOf(ada)).map(({ id }) => id)).toEqual(wanted(own));
    for (const who of [eve, await program(['THEIRS'])])
      expect((await feedOf(who)).map(({ id }) => id)).toEqual(wanted(other));
    expect((await feedOf(ada, '&types=se.stegvis.plan.started.v1,se.stegvis.initiative.started.v1')).length).toBe(1);
  });

  it('of a plan that is not seen, it is as of one that is not there', async () => {
    const [known, unknown] = await Promise.all(
      [other, randomUUID()].map((plan) => get(`/v1/events?plan=${plan}`, ada)),
    );
    expect([known.items, unknown.items]).toEqual([[], []]);
    expect(await feedOf(ada, `&plan=${other}`)).toEqual([]);
  });

  it('as a batch, too', async () => {
    const accept = { accept: 'application/cloudevents-batch+json' };
    const { body } = await api.ask('GET', '/v1/events?limit=1000', { headers: accept, ...ada });
    expect([...new Set((JSON.parse(JSON.stringify(body)) as Json[]).map(({ subject }) => subject))]).toEqual([own]);
  });
});

describe('the plans over and under one', () => {
  it('are not there for whoever may not see them', async () => {
    const above = await startedFor(ada, 'RKL', 'MINE');
    const { id: under } = await api.start({ template: 'reading', title: 'Hemlig gren', parent: above });
    const inherited = (await get(`/v1/plans/${under}`, { token: ada.token })).records.roles.holdings[0].key;
    await give(under, 'end-role', { holding: inherited, successor: { person: eve.person, organisation: 'YSTAD' } });
    const seen = await get(`/v1/plans/${above}`, ada);
    const told = [seen, await get(`/v1/plans/${above}/history`, ada), await get(`/v1/plans/${above}/moves`, ada)];
    expect(seen.children).toEqual([]);
    expect(JSON.stringify(told)).not.toContain('Hemlig gren');
    expect(JSON.stringify(told)).not.toContain(under);
    const below = await get(`/v1/plans/${under}`, eve);
    expect(below.parent).toBeNull();
    const board = (await get('/v1/plans', eve)).items.find(({ id }: Json) => id === under);
    expect(board.parent).toBeNull();
    const beneath = async (who: { token: string }) => (await get(`/v1/plans?parent=${above}`, who)).items.length;
    expect([await beneath(eve), await beneath({ token: (await program()).token })]).toEqual([0, 1]);
    const events = [
      ...(await get(`/v1/plans/${under}/history`, eve)).items,
      ...(await get('/v1/events?limit=1000', eve)).items,
    ];
    expect(JSON.stringify(events)).not.toContain(above);
    expect((await get(`/v1/plans/${above}`, { token: (await program()).token })).children).toHaveLength(1);
  });
});

describe('the history that a plan shares with the initiative it was made of', () => {
  it('is there for whoever sees both, in pages that are full', async () => {
    const above = await startedFor(ada, 'RKL', 'MINE');
    for (let n = 0; n < 4; n += 1) await give(above, 'write-log-entry', { entry: `Rad ${n}` });
    const { made } = await give(above, 'fork', { plans: [{ title: 'Gren' }, { title: 'Annan gren' }] });
    const [one, sibling] = made.map(({ id }: Json) => id) as [string, string];
    await give(one, 'assign-role', { role: 'researcher', person: eve.person, organisation: 'YSTAD' });
    const whole = await historyOf(one, 2, { token: (await program()).token });
    expect(whole.filter(({ plan }) => plan === above)).toHaveLength(10);
    for (const limit of [1, 2, 3, 1000]) {
      expect(await historyOf(one, limit, ada)).toEqual(whole);
      expect(await historyOf(one, limit, eve)).toEqual(
        whole.filter(({ plan }) => plan === one).map((event) => ({ ...event, data: withoutParent(event.data) })),
      );
    }
    expect(JSON.stringify(await historyOf(one, 1000, eve))).not.toContain(sibling);
    expect(await archived(one, eve)).not.toMatch(new RegExp(`${above}|${sibling}|Annan gren|Rad 1`));
    expect(await archived(one, ada)).toMatch(/Rad 1/);
  });

  const withoutParent = (data: Json): Json =>
    Object.fromEntries(Object.entries(data as object).filter(([field]) => field !== 'parent'));

  async function historyOf(plan: string, limit: number, who: { token: string }): Promise<Json[]> {
    const events: Json[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await get(`/v1/plans/${plan}/history?limit=${limit}${cursor}`, who);
      events.push(...items);
      if (next === null) return events;
      expect(items).toHaveLength(limit);
      cursor = `&cursor=${next}`;
    }
  }
});

describe('what a role does not open', () => {
  it('is absent, not empty: in the plan, its history, then and now', async () => {
    const funder = await reader('LNU');
    await give(own, 'assign-role', { role: 'funder', person: funder.person, organisation: 'LNU' });
    for (const query of ['', '?asOf=2999-01-01T00:00:00Z']) {
      const { records } = await get(`/v1/plans/${own}${query}`, funder);
      expect(Object.keys(records)).toEqual(expect.not.arrayContaining(['log', 'attachments', 'versions']));
      expect(Object.keys(records)).toContain('parties');
    }
    expect((await get(`/v1/plans/${own}/attachments`, funder)).items).toEqual([]);
    expect((await api.ask('GET', `/v1/plans/${own}/attachments/attachment-1/content`, funder)).status).toBe(404);
    const written = (await get(`/v1/plans/${own}/history`, ada)).items.find(({ type }: Json) =>
      type.includes('log-entry'),
    );
    const again = { event: written.id, verb: 'write-log-entry', body: { entry: 'Rättat förtroende.' }, reason: 'Fel' };
    await give(own, 'correct', again);
    const types = (await get(`/v1/plans/${own}/history?limit=2`, funder)).items.map(({ type }: Json) => type);
    expect(types).toHaveLength(2);
    for (const path of [`/v1/plans/${own}/history?limit=1000`, `/v1/events?plan=${own}&limit=1000`])
      expect(JSON.stringify(await get(path, funder))).not.toMatch(/log-entry|attachment|Rättat|step.corrected/);
    expect(JSON.stringify(await get(`/v1/plans/${own}/history`, ada))).toContain('Rättat förtroende.');
    expect(await archived(own, funder)).not.toMatch(/Ett förtroende|Rättat|hemligt/);
    expect(await archived(own, ada)).toMatch(/Ett förtroende[^]*hemligt/);
  });
});

describe('a research note (INV-36)', () => {
  const SECRET = 'Ordföranden tvekar inför valet.';
  let plan: string;
  let noor: Reader;
  let note: string;

  beforeAll(async () => {
    plan = await startedFor(ada, 'RKL', 'MINE');
    noor = await reader('LNU');
    await give(plan, 'assign-role', { role: 'researcher', person: noor.person, organisation: 'LNU' });
    const written = await give(plan, 'write-research-note', { note: SECRET, about: 'begin' }, noor.token);
    note = written.events[0].data.researchNote;
    await api.feed(plan, 6);
  });

  /** All that this reader is told of the plan by any door. */
  async function told(who: { token: string }): Promise<string> {
    const { version } = await get(`/v1/plans/${plan}`, who);
    expect(version).toBeGreaterThan(4);
    const paths = [
      '',
      '?asOf=2999-01-01T00:00:00Z',
      '/history',
      '/history?asOf=2999-01-01T00:00:00Z',
      '/moves',
      '/due',
    ];
    const answers = await Promise.all(paths.map((path) => get(`/v1/plans/${plan}${path}`, who)));
    const feed = await get(`/v1/events?plan=${plan}&limit=1000`, who);
    return JSON.stringify([...answers, feed]) + (await archived(plan, who));
  }

  it('is its writer’s to read', async () => {
    const all = await told(noor);
    expect([SECRET, 'research-note.written'].map((words) => all.split(words).length > 2)).toEqual([true, true]);
  });

  it('is not there for anybody else, nor for the operator', async () => {
    const operator = { token: 'the-admin-token' };
    for (const who of [ada, operator, await program()]) {
      const all = await told(who);
      for (const words of [SECRET, 'research-note.written', note]) expect(all).not.toContain(words);
    }
    const strike = { body: { researchNote: note }, ...operator };
    expect((await api.ask('POST', `/v1/plans/${plan}/strike-research-note`, strike)).status).toBe(409);
  });

  it('is not told by a text that says it is that note', async () => {
    const record = await give(plan, 'record-lesson', { lesson: 'text-3', code: 'text-3' });
    expect(record.events).toHaveLength(1);
    await give(plan, 'plan-meeting', { title: 'text-3' });
    expect(await told(ada)).not.toContain(SECRET);
  });

  it('is everyone’s once it is published, and nothing more of it', async () => {
    const { researchNote } = (
      await give(plan, 'write-research-note', { note: 'Två kommuner har samma fråga.' }, noor.token)
    ).events[0].data;
    await give(plan, 'publish-research-note', { researchNote }, noor.token);
    await api.feed(plan, 9);
    const all = await told(ada);
    for (const words of ['Två kommuner har samma fråga.', 'finding.published']) expect(all).toContain(words);
    for (const words of [SECRET, 'research-note.written']) expect(all).not.toContain(words);
    const { records } = await get(`/v1/plans/${plan}`, ada);
    expect(records['research-notes']).toMatchObject({ notes: [], findings: [{ key: 'finding-1' }] });
  });

  it('of a public plan is not for anybody, by any door', async () => {
    const { id } = await api.start({ template: 'reading', title: 'Öppen', public: true });
    await give(id, 'write-research-note', { note: SECRET });
    for (const path of ['', '/history']) {
      const { status, body } = await api.ask('GET', `/v1/public/plans/${id}${path}`, { token: null });
      expect([status, JSON.stringify(body).includes('research-note.written')]).toEqual([200, false]);
      expect(JSON.stringify(body)).not.toMatch(/tvekar|"writer"/);
    }
    expect(JSON.stringify(await get(`/v1/plans/${id}`, eve))).not.toMatch(/tvekar|"writer"/);
  });

  it('struck out, its words are gone from the database', async () => {
    await give(plan, 'strike-research-note', { researchNote: note }, noor.token);
    const { rows } = await api.app.get(Pool).query(`SELECT FROM text WHERE plan = $1 AND text = $2`, [plan, SECRET]);
    expect(rows).toHaveLength(0);
    const history = await get(`/v1/plans/${plan}/history?limit=1000`, noor);
    expect(history.items.find(({ data }: Json) => data.researchNote === note).data.note).toBeNull();
    expect(await told(ada)).not.toContain('research-note.struck');
  });
});
