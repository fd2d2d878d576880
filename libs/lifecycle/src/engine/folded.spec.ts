// What the engine's own events make of a plan: rounds, cycles, pauses, and stages that have got other names.
import { evolve, fold } from '../engine.js';
import { given, openTemplate } from '../given.js';
import type { PlanEvent } from './event.js';
import type { Stage } from './template.js';

const name = { sv: 'Skede', en: 'Stage' };
const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name,
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const reason = { reason: 'Därför' };
const round = [
  stage('one', { next: ['two'], restart: true }),
  stage('two', { next: ['three'], restart: true, fork: { to: 'three', join: true } }),
  stage('three', { cycle: { to: 'two' }, end: true, restart: true }),
];
const template = openTemplate({ kind: 'initiative', stages: round });
const plans = { plans: [{ title: 'Ett' }] };

/** Every stage taken twice; then a fork, whose plan is let go. */
const repeated = () =>
  given(template)
    .did('repeat', reason)
    .did('advance')
    .did('repeat', reason)
    .did('fork', plans)
    .did('release', reason)
    .did('advance')
    .did('repeat', reason);

describe('rounds', () => {
  it('are counted for each stage, and begin anew where a restart or a cycle takes a stage up again', () => {
    expect(repeated().plan.rounds).toEqual({ one: 2, two: 2, three: 2 });
    const restarted = repeated().did('restart', { ...reason, to: 'two' });
    expect(restarted.plan).toMatchObject({ rounds: { one: 2 }, attempt: 2, since: { two: 2, three: 2 } });
    expect(restarted.plan.rounds).toEqual({ one: 2 });
    const cycled = repeated().did('advance', { to: 'two' });
    expect(cycled.plan).toMatchObject({ cycle: 2, cycleSince: { two: 2, three: 2 }, attempt: 1 });
    expect(cycled.plan.rounds).toEqual({ one: 2 });
  });

  it('a plan made in a later cycle says so, one of the first does not', () => {
    const [first] = repeated().plan.children;
    expect(first).not.toHaveProperty('cycle');
    expect(first).not.toHaveProperty('each');
    const second = repeated().did('advance', { to: 'two' }).did('fork', plans);
    expect(second.plan.children[1]).toMatchObject({ title: 'Ett', cycle: 2, joins: 'two', stage: 'three' });
  });
});

describe('pauses', () => {
  it('hold what was told of them alone, and end when the plan goes on or ends', () => {
    const paused = given(template).did('pause', reason);
    const from = paused.plan.recordedAt;
    expect(paused.plan.pauses).toEqual([{ from }]);
    const ended = paused.after(1).did('discontinue', reason);
    expect(ended.plan.pauses).toEqual([{ from, to: ended.plan.recordedAt }]);
    const resumed = paused.after(1).did('resume');
    const later = resumed.after(1).did('discontinue', reason);
    expect(later.plan.pauses).toEqual(resumed.plan.pauses);
    const history = given(template).did('pause', {}, { imported: true, occurredAt: null });
    expect(history.plan.pauses).toEqual([{ from: history.plan.recordedAt, imported: true }]);
  });
});

describe('a plan whose stages have got other names', () => {
  const renamed = (stages: Record<string, string>) =>
    openTemplate({
      kind: 'initiative',
      version: 2,
      stages: round.map((one) => ({
        ...one,
        key: stages[one.key] ?? one.key,
        next: one.next.map((key) => stages[key] ?? key),
        ...(one.fork ? { fork: { to: stages['three'] ?? 'three', join: true } } : {}),
        ...(one.cycle ? { cycle: { to: stages['two'] ?? 'two' } } : {}),
      })),
    });

  it('keeps its rounds, its cycles, what it joins and what its stages have recorded, by the new names', () => {
    const stages = { two: 'deux', three: 'trois' };
    const target = renamed(stages);
    const before = repeated().did('advance', { to: 'two' }).did('fork', plans).did('hold-meeting', { title: 'Möte' });
    const { plan } = before.did('migrate', { version: 2, stages, ...reason }, { target });
    expect(plan).toMatchObject({ stage: 'deux', template: { key: 'open', version: 2 }, rounds: { one: 2 } });
    expect(plan.cycleSince).toEqual({ deux: 2, trois: 2 });
    expect(plan.children.map(({ joins }) => joins)).toEqual(['deux', 'deux']);
    expect(plan.facts['meetings']).toMatchObject({ meetings: [{ stage: 'deux' }] });
    const restarted = repeated().did('restart', { ...reason, to: 'two' });
    const moved = restarted.did('migrate', { version: 2, stages, ...reason }, { target });
    expect(moved.plan.since).toEqual({ deux: 2, trois: 2 });
    expect(moved.plan).not.toHaveProperty('cycleSince');
  });
});

describe('the fold', () => {
  const begun = () => given(template).events as [PlanEvent, PlanEvent];

  it('begins with a start, and a plan cannot be told of before it', () => {
    const [, second] = begun();
    expect(() => evolve(undefined, second)).toThrow(
      `a plan begins with its start, not with stage.entered (${second.id})`,
    );
    expect(fold([])).toBeUndefined();
  });

  it('INV-26 knows whether the plan was begun, and its stage entered, in imported history', () => {
    const [first] = begun();
    expect(evolve(undefined, first).entered).toEqual({ at: first.recordedAt, imported: false });
    expect(evolve(undefined, { ...first, imported: true }).entered).toEqual({ at: first.recordedAt, imported: true });
  });
});
