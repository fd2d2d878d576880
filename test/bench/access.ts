// What access costs: the same commands with a session and the policy and without, in turn on the same database; and what a person
// with five hundred roles can do now.
import { moves, start, isRefusal, type Plan, type Setting, type Template } from '#libs/lifecycle';
import { StegvisPolicy, Tokens } from '#libs/people';
import { EVERYTHING, ownMoves, type Plans } from '#libs/plans';
import type { Caller, Person } from '#libs/platform';
import { shippedTemplates, wholeTemplate } from '#libs/templates';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { openServices, type Services } from '../../apps/api/src/open-services.js';
import { startPostgres } from '../../apps/standalone/src/postgres/index.js';
import { figureOf, inTurn, median, type Figure } from './figure.js';
import { busSteps, plansOn } from './in-process.js';

const ROLES = 500;
const CALLS = 400;
const WARM_SECONDS = 1;

export async function accessFigures(dataDir: string, seconds: number, rounds: number): Promise<Figure[]> {
  mkdirSync(dataDir);
  const postgres = await startPostgres({ dataDir });
  try {
    const services = await openServices(postgres.url);
    const command = await commandFigure(services, seconds, rounds);
    await services.close();
    return [command, movesFigure()];
  } finally {
    await postgres.stop();
  }
}

/** One command at a time: what is added to the time of each, not what is lost among many. */
async function commandFigure(services: Services, seconds: number, rounds: number): Promise<Figure> {
  const { pool, source } = services;
  const [bare, guarded] = [await plansOn(pool, source, EVERYTHING), await plansOn(pool, source, new StegvisPolicy())];
  const signedIn = await session(services);
  const without = (length: number) => busSteps(bare.plans, 1, length);
  const within = (length: number) => busSteps(guarded.plans, 1, length, signedIn);
  await without(WARM_SECONDS);
  await within(WARM_SECONDS);
  const found = await inTurn(
    rounds,
    () => without(seconds),
    () => within(seconds),
  );
  await Promise.all([bare, guarded].map(({ close }: { plans: Plans; close(): Promise<void> }) => close()));
  const name = 'a command with session and policy, p50';
  return figureOf(found, { name, unit: 'ms', target: 'at most 1.15' }, ({ p50Ms }) => p50Ms);
}

/** @returns who shows the token of a session, asked for anew at each command as at each request. */
async function session({ source, clock }: Services): Promise<() => Promise<Caller>> {
  const person = randomUUID();
  await source.query(
    `INSERT INTO organisation (code, name, kind) VALUES ('RKL', 'Regionen', 'region'), ('HOGSBY', 'Högsby', 'municipality')`,
  );
  await source.query(`INSERT INTO person (id, name, created_at) VALUES ($1, 'Anna', now())`, [person]);
  for (const [role, organisation] of [
    ['process-leader', 'RKL'],
    ['municipal-lead', 'RKL'],
    ['municipal-lead', 'HOGSBY'],
  ])
    await source.query(
      `INSERT INTO post (id, role, person, organisation, from_day, created_at) VALUES ($1, $2, $3, $4, '2020-01-01', now())`,
      [randomUUID(), role, person, organisation],
    );
  const tokens = new Tokens(source, clock, undefined);
  const { token } = await tokens.startSession(person);
  return async () => {
    const caller = await tokens.authenticate(token);
    if (!caller) throw new Error('the session has ended');
    return caller;
  };
}

/** Each call on a plan as read anew, for a person who has just come: nothing is remembered from the call before. */
function movesFigure(): Figure {
  const template = wholeTemplate(shippedTemplates.find(({ key }) => key === 'joint-action-plan') as Template);
  const at = settingFor(template);
  const { plan, person } = withRoles(template, at);
  const ask = (policy: typeof EVERYTHING) => {
    const [again, caller] = [{ ...plan }, callerOf({ ...person })];
    const began = performance.now();
    ownMoves(moves(again, at), (verb) => policy.permission(caller, verb, { plan: again, template, now: at.now }));
    return performance.now() - began;
  };
  const policy = new StegvisPolicy();
  const pairs = Array.from({ length: CALLS }, () => [ask(policy), ask(EVERYTHING)] as const).slice(CALLS / 2);
  const value = median(pairs.map(([within]) => within));
  const floor = median(pairs.map(([, without]) => without));
  const name = `moves of a person with ${ROLES} roles and ${ROLES} posts`;
  return { name, value, unit: 'ms', floor, ratio: value / floor, target: 'under 3 ms' };
}

/** In every role of the template, for so many organisations; the posts are for as many programmes. */
function withRoles(template: Template, at: Setting): { plan: Plan; person: Person } {
  const started = start({ title: 'Hälsolots', programme: 'PROGRAMME-1' }, at);
  if (isRefusal(started)) throw new Error('a start is not refused');
  const id = randomUUID();
  const each = Array.from({ length: ROLES }, (_, index) => ({
    role: template.roles[index % template.roles.length]?.key as string,
    organisation: `ORGANISATION-${index}`,
  }));
  const holdings = each.map((one, index) => ({
    key: `holding-${index}`,
    ...one,
    person: id,
    from: '2020-01-01',
    imported: false,
  }));
  const posts = each.map((one, index) => ({ ...one, programme: `PROGRAMME-${index % 10}` }));
  const plan = { ...started.plan, facts: { ...started.plan.facts, roles: { holdings } } };
  return { plan, person: { id, posts } };
}

function callerOf(person: Person): Caller {
  return { who: { id: person.id }, scopes: ['read', 'write'], name: 'Anna', session: true, person };
}

function settingFor(template: Template): Setting {
  const now = '2027-03-15T09:00:00.000Z';
  return { template, now, who: { id: 'bench' }, command: randomUUID(), occurredAt: now, imported: false };
}
