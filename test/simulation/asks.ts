// What people and programs ask for, at random: any verb on any plan, also what makes no sense.
import { LIFECYCLE_VERBS, moves, type Plan } from '#libs/lifecycle';
import type { Order } from '#libs/plans';
import type { Chance } from './chance.js';
import type { Database } from './database.js';
import { migration } from './process.js';
import { simulated, TEMPLATE_KEY } from './template.js';

const INITIATIVES_MAX = 3;
/** How often each is tried where it is open; what people do often, and what seldom. */
const OFTEN: Partial<Record<string, number>> = {
  advance: 12,
  override: 5,
  fork: 5,
  complete: 3,
  resume: 6,
  skip: 2,
  return: 2,
  release: 2,
};
const OPEN_VERBS = Object.keys(LIFECYCLE_VERBS).flatMap((verb) => Array.from({ length: OFTEN[verb] ?? 1 }, () => verb));
const STAGES = simulated(1).stages.map(({ key }) => key);
const PARTIES = ['RKL', 'HOGSBY'];

/** Each with a key of its own, so that whoever got no answer can ask again. */
export function randomAsk(chance: Chance, database: Database): Order {
  const command = chance.uuid();
  const plans = [...database.plans.values()];
  const common = { who: { id: `token-${chance.below(3)}` }, command, repeat: { key: command, request: command } };
  const initiatives = plans.filter(({ kind }) => kind === 'initiative');
  if (plans.length === 0 || chance.percent(initiatives.length < INITIATIVES_MAX ? 4 : 1)) {
    const parent = initiatives.length === INITIATIVES_MAX || chance.percent(30) ? initiatives[0]?.id : undefined;
    const body = { template: TEMPLATE_KEY, title: 'Pilot', ...(parent ? { parent, kind: 'case' } : {}) };
    return { plan: null, verb: 'start', body, ...common };
  }
  const plan = chance.pick(plans);
  const { verb, body } = chance.percent(70) ? move(chance, plan) : record(chance, database);
  const seen = chance.percent(15) ? { ifMatch: plan.version } : {};
  return { plan: plan.id, verb, body, ...common, ...seen };
}

function move(chance: Chance, plan: Plan): { verb: string; body: object } {
  const sensible = chance.percent(80);
  const verb = sensible ? openVerb(chance, plan) : chance.pick(OPEN_VERBS);
  const ways = moveOf(plan, verb)?.to ?? [];
  const reason = chance.percent(95) ? { reason: 'Därför' } : {};
  const to = sensible ? (ways.length > 0 ? { to: chance.pick(ways) } : {}) : { to: chance.pick(STAGES) };
  return { verb, body: { ...reason, ...to, ...particulars(chance, verb, plan) } };
}

function openVerb(chance: Chance, plan: Plan): string {
  const open = OPEN_VERBS.filter((verb) => moveOf(plan, verb)?.allowed);
  return chance.pick(open.length > 0 ? open : OPEN_VERBS);
}

function moveOf(plan: Plan, verb: string): Move | undefined {
  let known = movesOf.get(plan);
  if (!known) {
    const template = simulated(plan.template.version);
    const at = {
      template,
      now: plan.recordedAt,
      who: { id: 'x' },
      command: plan.id,
      occurredAt: null,
      imported: false,
    };
    known = moves(plan, at);
    movesOf.set(plan, known);
  }
  return known.find((move) => move.verb === verb);
}

type Move = ReturnType<typeof moves>[number];
const movesOf = new WeakMap<Plan, Move[]>();

function particulars(chance: Chance, verb: string, plan: Plan): object {
  switch (verb) {
    case 'fork':
      return { plans: [{ title: 'Ett' }, { title: 'Två' }].slice(chance.below(2)) };
    case 'migrate':
      return migration(plan);
    case 'correct':
      return { event: `${plan.id}-${1 + chance.below(plan.sequence)}`, ...said(chance) };
    default:
      return {};
  }
}

function said(chance: Chance): object {
  const again = { verb: 'hold-meeting', body: { title: 'Rätt', represented: ['RKL'] } };
  return chance.percent(50) ? { happened: '2025-21' } : again;
}

function record(chance: Chance, database: Database): { verb: string; body: object } {
  const organisation = chance.pick(PARTIES);
  const meeting = `meeting-${1 + chance.below(2 + (database.plans.size % 3))}`;
  return chance.pick([
    { verb: 'add-party', body: { organisation } },
    { verb: 'consent', body: { organisation } },
    { verb: 'withdraw-party', body: { organisation } },
    { verb: 'hold-meeting', body: { title: 'Möte', represented: [organisation] } },
    { verb: 'hold-meeting', body: { title: 'Möte', notes: 'Vi sågs.' } },
    { verb: 'plan-meeting', body: { title: 'Möte', on: '2026-06-01' } },
    { verb: 'record-notes', body: { meeting, notes: 'Så var det.' } },
    { verb: 'sing', body: {} },
  ]);
}
