// Every door with every kind of caller, over HTTP, held against access-table.ts; and every verb with every role, against the
// table of rights. A door that is not in the table fails, and so does one that lets in others than it says.
import { STANDARD_ROLES, type StandardRole } from '#libs/lifecycle';
import { ROLE_RIGHTS, rightTo, Tokens, type Right } from '#libs/people';
import { SCOPES, type Door, type Scope } from '#libs/platform';
import { ADMIN_TOKEN, runningApi, type Json, type RunningApi } from '../../../test/services/api.js';
import { ACCESS_TABLE, type Pass } from './access-table.js';
import { doors } from './api.module.js';
import { openApi } from './description/open-api.js';
import { KnownRoutes } from './http/known-routes.js';
import { verbBodies } from './verb-bodies.js';

interface Asker {
  name: string;
  token: string | null;
  scopes: readonly Scope[];
  /** What it is in the plan; a program is none of these, and a stranger nothing. */
  role?: StandardRole | 'stranger';
  /** Shows what was meant for a link, which no door takes for a token. */
  isGuest?: true;
}

const ROLES = Object.keys(STANDARD_ROLES) as StandardRole[];
/** Those that are not held in a plan. */
const POSTS: Partial<Record<StandardRole, Scope>> = {
  'template-author': 'publish-templates',
  administrator: 'administer',
};
const routes = new KnownRoutes(doors).routes.map((route) => ({ ...route, name: `${route.method} ${route.url}` }));

let api: RunningApi;
let plan: string;
let publicPlan: string;
let askers: Asker[];
beforeAll(async () => {
  api = await runningApi();
  await api.ask('PUT', '/v1/organisations/RKL', { body: { name: 'Regionen', kind: 'region' } });
  plan = await planOfEveryRole();
  publicPlan = (await api.start({ public: true })).id;
  askers = [
    { name: 'nobody', token: null, scopes: [] },
    { name: 'operator', token: ADMIN_TOKEN, scopes: SCOPES },
    ...(await Promise.all(SCOPES.map(programWith))),
    ...(await Promise.all(ROLES.map(personIn))),
    await personIn('stranger'),
    { name: 'a guest', token: await secretOfGuest(), scopes: [], isGuest: true },
  ];
}, 60_000);
afterAll(() => api.close());

/** A way of working in which every role that there is in plans is one of its own, and every verb is open. */
async function planOfEveryRole(): Promise<string> {
  const name = { sv: 'Allt', en: 'All' };
  const { body } = await api.ask('GET', '/v1/templates/vocabulary');
  const opens = body.verbs.filter((one: Json) => one.kind === 'capability').map((one: Json) => one.verb);
  const roles = ROLES.filter((key) => !(key in POSTS)).map((key) => ({
    key,
    name,
    required: key === 'process-leader',
  }));
  const stages = [{ key: 'begin', name, opens, criteria: [], next: [] }];
  const made = await api.ask('POST', '/v1/templates', { body: { key: 'every-role', version: 1, name, roles, stages } });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return (await api.start({ template: 'every-role' })).id as string;
}

async function programWith(scope: Scope): Promise<Asker> {
  const { token } = await api.app.get(Tokens).make({ name: scope, scopes: [scope] });
  return { name: `a program that may ${scope}`, token, scopes: [scope] };
}

async function personIn(role: StandardRole | 'stranger'): Promise<Asker> {
  const { body: person } = await api.ask('POST', '/v1/persons', { body: { name: `Den som är ${role}` } });
  const held = { role, person: person.id, organisation: 'RKL' };
  if (role === 'stranger') await post({ ...held, role: 'process-leader', programme: await otherProgramme() });
  else if (role in POSTS) await post(held);
  else await done('assign-role', held);
  const { token } = await api.app.get(Tokens).make({ name: role, scopes: SCOPES, person: person.id });
  const scopes: Scope[] = ['read', 'write', ...(role === 'stranger' ? [] : [POSTS[role] ?? []].flat())];
  return { name: `a person, ${role}`, token, scopes, role };
}

async function secretOfGuest(): Promise<string> {
  const body = { verb: 'comment', ask: 'comment', address: 'gast@region.example' };
  const { status } = await api.ask('POST', `/v1/plans/${plan}/guest-links`, { body });
  const { body: mails } = await api.ask('GET', '/v1/mails');
  const { body: mail } = await api.ask('GET', `/v1/mails/${mails.items[0]?.id}`);
  const secret = /\/duty\/([\w-]+)/.exec(JSON.stringify(mail))?.[1];
  if (status !== 201 || !secret) throw new Error(JSON.stringify(mail));
  return secret;
}

async function post(body: object): Promise<void> {
  const { status, body: told } = await api.ask('POST', '/v1/posts', { body });
  if (status !== 201) throw new Error(JSON.stringify(told));
}

async function otherProgramme(): Promise<string> {
  await api.ask('PUT', '/v1/programmes/OTHER', { body: { name: 'Ett annat program' } });
  return 'OTHER';
}

async function done(verb: string, body: object): Promise<void> {
  const { status, body: told } = await api.ask('POST', `/v1/plans/${plan}/${verb}`, { body });
  if (status !== 200) throw new Error(JSON.stringify(told));
}

/** Of a role as it is held here: for one organisation, in a stage that the process leader answers for. */
function may(role: Asker['role'], right: Right): boolean {
  if (role === undefined) return true;
  if (role === 'stranger') return false;
  const { inOwnStage: _hangsOnTheStage, ...rights } = ROLE_RIGHTS[role];
  return Object.values(rights).some((list: readonly Right[]) => list.includes(right));
}

/** The scope that these need, and the right in the plan; that of the verb, where it is the verb's own. */
const IN_A_PLAN: Partial<Record<Pass, [Scope, Right | 'its own']>> = {
  reader: ['read', 'read'],
  'who-is-who': ['read', 'read-persons'],
  appointer: ['write', 'appoint'],
  doer: ['write', 'its own'],
};

type Outcome = 401 | 403 | 404 | 'in';

/** What whoever meets the first that stands in the way is told. */
function expected(pass: Pass, { token, scopes, role, isGuest }: Asker, right: Right): Outcome {
  if (pass === 'anybody') return 'in';
  if (token === null || isGuest) return 401;
  if (pass === 'signed-in') return 'in';
  if (pass === 'person') return role === undefined ? 403 : 'in';
  const [scope, wanted] = IN_A_PLAN[pass] ?? [pass as Scope, null];
  if (!scopes.includes(scope)) return 403;
  if (wanted && !may(role, 'read')) return 404;
  return wanted && !may(role, wanted === 'its own' ? right : wanted) ? 403 : 'in';
}

/** Whatever else stands in the way, a body or a record that is not there, whoever comes so far has been let in. */
function outcomeOf({ status, body }: { status: number; body: Json }): Outcome {
  if (status === 401 || status === 403) return status;
  return status === 404 && body.code === 'unknown-plan' ? 404 : 'in';
}

const PARTS: Record<string, string> = {
  verb: 'pause',
  key: 'every-role',
  version: '1',
  code: 'NONE',
  attachment: 'attachment-1',
  file: 'none.css',
};

function pathOf(url: string): string {
  const id = url.startsWith('/v1/plans/') ? plan : url.startsWith('/v1/public/') ? publicPlan : NOWHERE;
  return url.replace(/:(\w+)/g, (_, name: string) => (name === 'id' ? id : (PARTS[name] ?? NOWHERE)));
}

const NOWHERE = '0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11';
const ACCESS: Record<Pass, Door['access']> = {
  anybody: 'public',
  'signed-in': 'signed-in',
  person: 'signed-in',
  read: 'read',
  reader: 'read',
  'who-is-who': 'read',
  write: 'write',
  appointer: 'write',
  doer: 'write',
  'publish-templates': 'publish-templates',
  administer: 'administer',
  records: 'records',
};

it('every door stands in the table, with the access that it names itself, and no other does', () => {
  expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(ACCESS_TABLE).sort());
  for (const { name, door } of routes) expect([name, door.access]).toEqual([name, ACCESS[ACCESS_TABLE[name] as Pass]]);
});

/** Doors that do one verb of their own, or need a body before they look who may. */
const ASKED: Record<string, { verb?: string; body: unknown; headers?: Record<string, string> }> = {
  'PUT /v1/me': { body: { name: 'Någon' } },
  'POST /v1/plans/:id/attachments': { verb: 'attach', body: 'text', headers: { 'content-type': 'text/plain' } },
  'POST /v1/plans/:id/guest-links': {
    verb: 'comment',
    body: { verb: 'comment', ask: 'comment', address: 'gast@region.example' },
  },
};

it.each(routes.filter(({ url }) => !url.startsWith('/sign-in')))('$name', async ({ method, url, name }) => {
  const pass = ACCESS_TABLE[name] as Pass;
  const { verb = 'pause', ...asked } = ASKED[name] ?? { body: { reason: 'x' } };
  const query = name.endsWith('/:verb') ? '?dryRun=true' : '';
  const told = await Promise.all(
    askers.map(async (asker) => {
      const answer = await api.ask(method, pathOf(url) + query, {
        token: asker.token,
        ...(method === 'GET' ? {} : asked),
      });
      return `${asker.name}: ${outcomeOf(answer)}`;
    }),
  );
  expect(told).toEqual(askers.map((asker) => `${asker.name}: ${expected(pass, asker, rightTo(verb) as Right)}`));
});

const document = openApi(routes) as Json;

/** A body that asks for no more than the right to its verb: the own organisation's, and a role that decides nothing. */
function bodyOf(verb: string, person: string): object {
  if (verb === 'assign-role') return { role: 'resident', person, organisation: 'RKL' };
  const { example } = document.paths[`/v1/plans/{id}/${verb}`].post.requestBody.content['application/json'];
  const { deputy: _deputy, successor: _next, to: _to, ...ofRole } = example;
  // One that there is would be somebody's, and that may ask for more than the right to the verb.
  const body = 'holding' in example ? { ...ofRole, holding: 'holding-999' } : example;
  if (verb === 'correct') return { ...body, verb: 'comment', body: { comment: 'x' } };
  return 'organisation' in body ? { ...body, organisation: 'RKL' } : body;
}

it.each(ROLES)('a person, %s, does what the table of rights says and nothing else', async (role) => {
  const { token } = askerIn(role);
  const { body: me } = await api.ask('GET', '/v1/me', { token: askerIn('stranger').token });
  const verbs = Object.keys(verbBodies);
  const commands = verbs.map((verb) => ({ plan, verb, body: bodyOf(verb, me.id) }));
  const { body } = await api.ask('POST', '/v1/commands?dryRun=true', { token, body: { commands } });
  const told = verbs.filter((_, index) => isAccess(body.results[index]));
  expect(told).toEqual(verbs.filter((verb) => !may(role, rightTo(verb) as Right)));
});

/** Not that a record that the body names is not there. */
function isAccess({ code }: Json): boolean {
  return code === 'not-permitted' || code === 'unknown-plan';
}

function askerIn(role: StandardRole | 'stranger'): Asker {
  return askers.find((asker) => asker.role === role) as Asker;
}

it('a refusal says who could do it', async () => {
  const { token } = askerIn('researcher');
  const { status, body } = await api.ask('POST', `/v1/plans/${plan}/advance`, { token, body: {} });
  expect([status, body.code]).toEqual([403, 'not-permitted']);
  const missing = body.reasons[0].missing as Json[];
  expect(missing.flatMap(({ by }) => by.roles)).toEqual(['process-leader', 'chair', 'deputy-chair']);
  const { body: moves } = await api.ask('GET', `/v1/plans/${plan}/moves`, { token });
  const advance = moves.items.find(({ verb }: Json) => verb === 'advance');
  expect([advance.allowed, advance.reasons[0].missing]).toEqual([false, missing]);
});

it('what a person does is told in the role and for the organisation of its right', async () => {
  await api.ask('POST', `/v1/plans/${plan}/comment`, { token: askerIn('resident').token, body: { comment: 'Bra!' } });
  const { body } = await api.ask('GET', `/v1/plans/${plan}/history?limit=1000`);
  expect(body.items.at(-1)).toMatchObject({
    type: 'se.stegvis.comment.written.v1',
    who: { role: 'resident', organisation: 'RKL' },
  });
});
