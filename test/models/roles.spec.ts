// INV-43 and INV-44: whatever is assigned, ended, handed over, undone or taken up again, a required role is never held by two at once
// and never left without a successor or an open hand-over. Against the days that each has it, written out one by one.
import { addDays, dayOf, holdingsOf, isHeldOn, whoFor, type Holding } from '#libs/lifecycle';
import fc from 'fast-check';
import { openTemplate, sequences, Told } from './told.js';

const label = { sv: 'Ledamot', en: 'Member' };
const template = { ...openTemplate, roles: [...openTemplate.roles, { key: 'member', name: label }] };
const PEOPLE = [1, 2, 3].map((n) => `${String(n).repeat(8)}-0000-4000-8000-000000000000`);
const AHEAD_DAYS = 60;

const person = fc.constantFrom(...PEOPLE);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const inDays = fc.integer({ min: -5, max: 30 });
const nth = fc.constantFrom(1, 1, 1, 2, 2, 3, 4);
const said = fc.oneof(
  fc.record({ verb: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    verb: fc.constant('assign-role' as const),
    role: fc.constantFrom('lead', 'lead', 'member'),
    person,
    from: maybe(inDays),
    until: maybe(inDays),
    deputy: maybe(person),
  }),
  fc.record({ verb: fc.constant('change-role' as const), nth, until: maybe(inDays), deputy: maybe(person) }),
  fc.record({ verb: fc.constant('change-role' as const), nth, remove: fc.constantFrom('until', 'deputy') }),
  fc.record({ verb: fc.constant('end-role' as const), nth, at: maybe(inDays), successor: maybe(person) }),
  fc.record({ verb: fc.constant('start-hand-over' as const), nth, to: maybe(person), why: maybe(fc.constant('Så')) }),
  fc.record({ verb: fc.constant('accept-hand-over' as const), nth, by: person }),
  fc.record({ verb: fc.constantFrom('decline-hand-over' as const, 'withdraw-hand-over' as const), nth, by: person }),
  fc.record({ verb: fc.constantFrom('undo' as const, 'restart' as const) }),
);
type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

const HAND_OVER: Said[] = [
  { verb: 'assign-role', role: 'lead', person: PEOPLE[0]!, from: undefined, until: undefined, deputy: PEOPLE[2] },
  { verb: 'start-hand-over', nth: 1, to: PEOPLE[1], why: 'Så' },
  { verb: 'end-role', nth: 1, at: undefined, successor: undefined },
];

function bodyOf(one: Said, today: string): object {
  const {
    verb: _,
    nth: key,
    by: _by,
    days: _days,
    ...said
  } = { nth: undefined, by: undefined, days: undefined, ...one };
  const days = Object.entries(said).map(([field, value]) => [
    field,
    typeof value === 'number' ? addDays(today, value) : value,
  ]);
  const body = Object.fromEntries(days.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
  const { successor } = body;
  return {
    ...body,
    ...(key === undefined ? {} : { holding: `holding-${key}` }),
    ...(typeof successor === 'string' ? { successor: { person: successor } } : {}),
    ...(one.verb === 'undo' || one.verb === 'restart' ? { reason: 'Därför' } : {}),
    ...(one.verb === 'decline-hand-over' ? { reason: 'Nej' } : {}),
  };
}

/** The days around today on which it is held. */
function daysOf(holding: Holding, today: string): string[] {
  const days = Array.from({ length: 2 * AHEAD_DAYS }, (_, n) => addDays(today, n - AHEAD_DAYS));
  return days.filter((day) => isHeldOn(holding, day));
}

function nobodyTwice(told: Told): void {
  const today = dayOf(told.now);
  const seats = holdingsOf(told.plan).flatMap((one) =>
    daysOf(one, today).map((day) => `${day} ${one.role} ${one.role === 'lead' ? '' : one.person}`),
  );
  expect(seats.length).toBe(new Set(seats).size);
}

/** Left by somebody's word only to a successor, or with its hand-over open; time alone may run out. */
function nobodyJustLeft(told: Told): void {
  const today = dayOf(told.now);
  const all = holdingsOf(told.plan).filter(({ role }) => role === 'lead');
  for (const { key, ended, handOver } of all) {
    if (!ended) continue;
    const isThen = ({ from, until = ended.at }: Holding) => from <= ended.at && ended.at <= until;
    const hasBegunSince = ({ from }: Holding) => ended.at <= from && from <= today;
    const isFollowed = all.some((other) => other.key !== key && (isThen(other) || hasBegunSince(other)));
    expect(isFollowed || ended.successor !== undefined || handOver !== undefined).toBe(true);
  }
  if (!all.some(({ from }) => from <= today)) return;
  const isHeld = all.some((one) => isHeldOn(one, today));
  const hasRunOut = all.some(({ ended, until }) => !ended && until !== undefined && until < today);
  expect(isHeld || hasRunOut || all.some(({ handOver }) => handOver)).toBe(true);
}

/** Whether it may be assigned, by the days that are written out. */
function mayBeAssigned(
  told: Told,
  one: Extract<Said, { verb: 'assign-role' }>,
  body: Record<string, unknown>,
): boolean {
  const today = dayOf(told.now);
  const from = (body['from'] as string | undefined) ?? today;
  const until = body['until'] as string | undefined;
  if ((until !== undefined && until < from) || one.deputy === one.person) return false;
  const wanted = new Set(daysOf({ from, ...(until === undefined ? {} : { until }) } as Holding, today));
  const others = holdingsOf(told.plan).filter(({ role }) => role === one.role);
  const isLeft = others.some(({ ended, handOver }) => ended && handOver);
  const inTheWay = others.filter((other) => daysOf(other, today).some((day) => wanted.has(day)));
  if (one.role === 'lead') return inTheWay.length === 0 && !isLeft;
  return !inTheWay.some((other) => other.person === one.person);
}

function check(told: Told, one: Said): void {
  if (one.verb === 'wait') {
    told.ms += one.days * 86_400_000;
    return;
  }
  const body = bodyOf(one, dayOf(told.now)) as Record<string, unknown>;
  const may = one.verb === 'assign-role' ? mayBeAssigned(told, one, body) : undefined;
  const asked =
    'by' in one ? holdingsOf(told.plan).find(({ key }) => key === body['holding'])?.handOver?.to : undefined;
  const why = told.say(one.verb, body, 'by' in one ? { who: { id: one.by } } : {});
  if (may !== undefined) expect(why.length === 0).toBe(may);
  if (one.verb === 'accept-hand-over' && why.length === 0) acceptedBy(told, asked);
  nobodyTwice(told);
  nobodyJustLeft(told);
}

/** Whoever was asked has it now, and nothing of it is open. */
function acceptedBy(told: Told, receiver: string | undefined): void {
  const last = holdingsOf(told.plan).at(-1);
  const former = holdingsOf(told.plan).find(({ key }) => key === last?.after);
  expect(last?.person).toBe(receiver);
  expect(former?.handOver).toBeUndefined();
  expect(former?.ended?.successor).toBe(last?.key);
  if (last?.role === 'lead') expect(whoFor(told.plan, template, 'lead', dayOf(told.now))?.person).toBe(receiver);
}

it('INV-43 INV-44 any sequence of roles assigned, changed, ended, handed over, undone and taken up again', () => {
  sequences(
    said,
    () => {
      const told = new Told(template);
      return { told, check: (one: Said) => check(told, one) };
    },
    200,
    HAND_OVER,
  );
});
