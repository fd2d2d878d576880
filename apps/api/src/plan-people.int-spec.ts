// Who holds what in a plan, how much the work hangs on single people, and what goes over when somebody leaves: over HTTP, as told
// to those who may see it.
import { addDays, dayOf } from '#libs/lifecycle';
import { Tokens } from '#libs/people';
import { DataSource } from 'typeorm';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
const today = dayOf(new Date().toISOString());
const NOBODY = '0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11';
const people: Record<'anna' | 'bo' | 'cia', string> = { anna: '', bo: '', cia: '' };

beforeAll(async () => {
  api = await runningApi();
  for (const code of ['REGION', 'TOWN', 'ELSEWHERE'])
    await api.ask('PUT', `/v1/organisations/${code}`, { body: { name: code } });
  for (const name of Object.keys(people) as (keyof typeof people)[])
    people[name] = (await api.ask('POST', '/v1/persons', { body: { name, organisation: 'REGION' } })).body.id;
});
afterAll(() => api.close());

const leads = (change: object = {}) => ({
  role: 'process-leader',
  person: people.anna,
  organisation: 'REGION',
  ...change,
});
const verb = (plan: string, name: string, body: object = {}) => api.ask('POST', `/v1/plans/${plan}/${name}`, { body });
const did = async (plan: string, name: string, body: object = {}) => {
  const answer = await verb(plan, name, body);
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return answer.body;
};
const signedIn = async (person: string) => {
  const { token } = await api.app.get(Tokens).startSession(person);
  return (path: string) =>
    api.ask('GET', path, { token: null, headers: { cookie: `__Host-stegvis-session=${token}` } });
};
const get = async (path: string, language = 'en'): Promise<Json> => {
  const { status, body } = await api.ask('GET', path, { headers: { 'accept-language': language } });
  expect([path, status]).toEqual([path, 200]);
  return body;
};

describe('a verb that names a person', () => {
  it('names one who is there, at the place in the body where it does', async () => {
    const { id } = await api.start();
    const refused = await verb(id, 'assign-role', leads({ person: NOBODY, deputy: people.bo }));
    expect([refused.status, refused.body.code, refused.body.faults]).toEqual([
      404,
      'unknown-person',
      [{ pointer: '/person', code: 'unknown-person', message: 'is no person who is here.' }],
    ]);
    expect((await api.ask('GET', `/v1/plans/${id}`)).body.version).toBe(1);
    const tried = await api.ask('POST', `/v1/plans/${id}/assign-role?dryRun=true`, { body: leads({ deputy: NOBODY }) });
    expect([tried.status, tried.body.dryRun, tried.body.faults[0].pointer]).toEqual([404, true, '/deputy']);
    const together = await api.ask('POST', '/v1/commands', {
      body: {
        commands: [
          { plan: id, verb: 'assign-role', body: leads({ person: NOBODY }) },
          { plan: id, verb: 'assign-role', body: leads({ person: people.anna.toUpperCase() }) },
        ],
      },
    });
    expect(together.body.results.map(({ status }: Json) => status)).toEqual([404, 200]);
    expect((await get(`/v1/plans/${id}/people`)).items).toMatchObject([{ person: { id: people.anna } }]);
    const nested = { holding: 'holding-1', successor: { person: NOBODY } };
    expect((await verb(id, 'end-role', nested)).body.faults[0].pointer).toBe('/successor/person');
    const said = { verb: 'assign-role', event: `${id}-2`, body: leads({ person: NOBODY }), reason: 'Fel person' };
    expect((await verb(id, 'correct', said)).body.faults).toMatchObject([{ pointer: '/body/person' }]);
  });

  it('names nobody who has been erased', async () => {
    const { id } = await api.start();
    const { body: dan } = await api.ask('POST', '/v1/persons', { body: { name: 'Dan' } });
    await did(id, 'assign-role', leads({ person: dan.id }));
    await api.app
      .get(DataSource)
      .query('UPDATE person SET name = NULL, address = NULL, erased_at = now() WHERE id = $1', [dan.id]);
    const refused = await verb(id, 'assign-role', leads({ role: 'chair', person: dan.id }));
    expect([refused.status, refused.body.code]).toEqual([404, 'erased-person']);
    expect((await get(`/v1/plans/${id}/people`)).items[0].person).toEqual({ id: dan.id, name: null });
  });
});

describe('the people of a plan', () => {
  it('are told with role, name, deputy and last day, and those who have left when asked for', async () => {
    const { id } = await api.start();
    expect(await get(`/v1/plans/${id}/people`)).toEqual({ items: [], next: null });
    const until = addDays(today, 200);
    await did(id, 'assign-role', leads({ deputy: people.bo, until, share: 40, mandate: 'Leder arbetet.' }));
    await did(id, 'assign-role', leads({ role: 'chair', person: people.cia, organisation: 'TOWN' }));
    const { items } = await get(`/v1/plans/${id}/people`);
    expect(items[0]).toEqual({
      holding: 'holding-1',
      role: 'process-leader',
      roleName: expect.stringMatching(/process leader/i),
      person: { id: people.anna, name: 'anna' },
      organisation: 'REGION',
      workgroup: null,
      from: today,
      until,
      held: true,
      deputy: { id: people.bo, name: 'bo' },
      share: 40,
      mandate: 'Leder arbetet.',
      endedAt: null,
      successor: null,
      handOver: null,
    });
    expect((await get(`/v1/plans/${id}/people`, 'sv')).items[0].roleName).toMatch(/processledare/i);
    await did(id, 'end-role', { holding: 'holding-2' });
    const keys = async (asked = '') =>
      (await get(`/v1/plans/${id}/people${asked}`)).items.map(({ holding }: Json) => holding);
    expect([await keys(), await keys('?all=true')]).toEqual([['holding-1'], ['holding-1', 'holding-2']]);
  });
});

describe('how much a plan hangs on single people', () => {
  it('tells of roles without a deputy, roles that end soon, roles that nobody has, and the next elections', async () => {
    const { id } = await api.start({ title: 'Ensam' });
    const [vacant] = (await get(`/v1/plans/${id}/dependency`)).vacant;
    expect(vacant).toMatchObject({ role: 'process-leader', deputy: null, handingOver: null });
    const until = addDays(today, 90);
    await did(id, 'assign-role', leads({ until }));
    const found = await get(`/v1/plans/${id}/dependency`);
    const told = { role: 'process-leader', holding: 'holding-1', person: { id: people.anna, name: 'anna' } };
    expect(found).toMatchObject({ plan: id, title: 'Ensam', alone: [told], ending: [{ ...told, until }] });
    expect(found.vacant.map(({ role }: Json) => role)).not.toContain('process-leader');
    expect(found.election.on > today).toBe(true);
    await did(id, 'change-role', { holding: 'holding-1', deputy: people.bo });
    expect((await get(`/v1/plans/${id}/dependency`)).alone).toEqual([]);
  });

  it('tells it over all plans, page by page, of those in which something is to be seen to', async () => {
    const [one, two] = [await api.start({ title: 'Ett' }), await api.start({ title: 'Två' })];
    const ended = await api.start({ title: 'Slut' });
    await did(ended.id, 'discontinue', { reason: 'Inget mer att göra' });
    const calm = await api.start({ title: 'Lugn' });
    for (const { role } of (await get(`/v1/plans/${calm.id}/dependency`)).vacant)
      await did(calm.id, 'assign-role', leads({ role, deputy: people.bo }));
    const found: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Json = await get(`/v1/dependency?limit=2${next && `&cursor=${encodeURIComponent(next)}`}`);
      expect(page.election).toEqual({ on: expect.any(String), days: expect.any(Number) });
      found.push(...page.items.map(({ plan }: Json) => plan));
      next = page.next;
    }
    expect(found).toEqual([...new Set(found)]);
    expect(found).toEqual(expect.arrayContaining([one.id, two.id]));
    expect(found).not.toContain(ended.id);
    expect(found).not.toContain(calm.id);
  });

  it('tells those who administer of the posts outside the plans, and nobody else', async () => {
    await api.ask('PUT', '/v1/programmes/SKOG', { body: { name: 'Skogen' } });
    const body = { role: 'funder', person: people.cia, organisation: 'TOWN', until: addDays(today, 5) };
    const post = (await api.ask('POST', '/v1/posts', { body })).body;
    const { posts } = await get('/v1/dependency');
    const told = { post: post.id, role: 'funder', person: { id: people.cia, name: 'cia' }, programme: null };
    expect(posts).toMatchObject({ alone: [told], ending: [told], unled: ['SKOG'] });
    expect(posts.alone[0].roleName).toBe('funder');
    const { token } = await api.app.get(Tokens).make({ name: 'Reader', scopes: ['read'] });
    expect((await api.ask('GET', '/v1/dependency', { token })).body.posts).toBeUndefined();
  });
});

describe('the pack of a hand-over', () => {
  it('is read with its words and names: duties, what is asked, decisions, contacts, and why', async () => {
    const { id } = await api.start();
    await did(id, 'assign-role', leads());
    await did(id, 'assign-role', leads({ role: 'chair', person: people.cia, organisation: 'TOWN' }));
    await did(id, 'pause', { reason: 'Valet kom emellan.' });
    await did(id, 'resume');
    const words = { why: 'Kommunen ville vänta.', contacts: 'Biblioteket om lokaler.' };
    await did(id, 'start-hand-over', { holding: 'holding-1', to: people.bo, ...words });
    const pack = await get(`/v1/plans/${id}/hand-overs/holding-1`);
    expect(pack).toMatchObject({
      plan: id,
      holding: 'holding-1',
      person: { name: 'anna' },
      handOver: { to: { id: people.bo, name: 'bo' }, organisation: 'REGION', ...words },
      contacts: [{ role: 'chair', organisation: 'TOWN', person: { name: 'cia' }, as: 'holder' }],
      reasons: [{ type: 'se.stegvis.plan.paused.v1', reason: 'Valet kom emellan.' }],
    });
    expect(pack.openCriteria.length).toBeGreaterThan(0);
    expect(pack.openCriteria[0].missing[0].message).toEqual(expect.any(String));
    const unknown = await api.ask('GET', `/v1/plans/${id}/hand-overs/holding-9`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unknown-holding']);
  });
});

describe('whom a role could be given to', () => {
  it('is told to whoever may give one: persons of the plan’s organisations by name, others by their whole address', async () => {
    const add = async (name: string, organisation: string | null, address?: string): Promise<string> =>
      (
        await api.ask('POST', '/v1/persons', {
          body: { name, ...(organisation ? { organisation } : {}), ...(address ? { address } : {}) },
        })
      ).body.id;
    await add('Siv Åberg', 'TOWN', 'siv@town.example');
    await add('Åke Åberg', 'ELSEWHERE', 'ake@else.example');
    await add('Ulf Åberg', null);
    const { id } = await api.start();
    await did(id, 'assign-role', leads());
    await did(id, 'assign-role', leads({ role: 'chair', person: people.cia, organisation: 'TOWN' }));
    const ask = await signedIn(people.anna);
    const asked = async (q = '') => (await ask(`/v1/plans/${id}/candidates${q}`)).body;
    expect((await asked('?q=%C3%A5berg')).items).toEqual([
      { id: expect.any(String), name: 'Siv Åberg', organisation: 'TOWN' },
    ]);
    expect((await asked('?q=AKE@else.example')).items).toMatchObject([
      { name: 'Åke Åberg', organisation: 'ELSEWHERE' },
    ]);
    for (const q of ['?q=else.example', '?q=siv@town', '?q=Ulf']) expect((await asked(q)).items).toEqual([]);
    const names: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Json = await asked(`?limit=2${next && `&cursor=${next}`}`);
      names.push(...page.items.map(({ name }: Json) => name));
      next = page.next;
    }
    expect(names).toEqual(['anna', 'bo', 'cia', 'Siv Åberg']);
    expect((await ask(`/v1/plans/${id}/candidates?cursor=${NOBODY}`)).status).toBe(400);
  });

  it('is not told to those who may give none', async () => {
    const { id } = await api.start();
    await did(id, 'assign-role', leads({ role: 'researcher', person: people.bo }));
    const ask = await signedIn(people.bo);
    const refused = await ask(`/v1/plans/${id}/candidates`);
    expect([refused.status, refused.body.code]).toEqual([403, 'not-permitted']);
    expect(refused.body.reasons[0].missing[0].code).toBe('role-needed');
  });
});

describe('what is not the asker’s to see', () => {
  const doors = (id: string) => [
    `/v1/plans/${id}/people`,
    `/v1/plans/${id}/dependency`,
    `/v1/plans/${id}/hand-overs/holding-1`,
  ];

  it('is not there: plans of others, and plans that there are not', async () => {
    const { body: other } = await api.ask('POST', '/v1/persons', { body: { name: 'Ove', organisation: 'ELSEWHERE' } });
    const { id } = await api.start({ title: 'Hemlig' });
    await did(id, 'assign-role', leads());
    const ask = await signedIn(other.id);
    for (const path of [...doors(id), ...doors(NOBODY), ...doors('x')])
      expect([path, (await ask(path)).body.code]).toEqual([path, 'unknown-plan']);
    const all = await ask('/v1/dependency?limit=1000');
    expect([all.status, all.body.items, all.body.posts]).toEqual([200, [], undefined]);
  });

  it('is told to those who work in the plan, and not to anybody of a public one', async () => {
    const { body: other } = await api.ask('POST', '/v1/persons', { body: { name: 'Pia', organisation: 'ELSEWHERE' } });
    const { id } = await api.start({ title: 'Öppen', public: true });
    await did(id, 'assign-role', leads());
    const [ask, own] = [await signedIn(other.id), await signedIn(people.anna)];
    for (const path of doors(id)) {
      const refused = await ask(path);
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'persons-not-shown']);
      expect([path, (await own(path)).status]).toEqual([path, 200]);
    }
    const mine = (await own('/v1/dependency?limit=1000')).body.items.map(({ plan }: Json) => plan);
    expect(mine).toContain(id);
    const open = (await ask('/v1/dependency?limit=1000')).body.items;
    expect(open).toEqual([]);
  });
});
