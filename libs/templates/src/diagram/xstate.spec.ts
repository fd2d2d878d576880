import type { Template } from '#libs/lifecycle';
import fc from 'fast-check';
import { assign, createActor, createMachine, type AnyActor } from 'xstate';
import { guardsOf, shippedTemplates, toXState, wholeTemplate, type Answers } from '../index.js';

const label = (text: string) => ({ sv: `${text} (sv)`, en: text });
type Stage = Template['stages'][0];

const stage = (key: string, more: Partial<Stage> = {}): Stage => ({
  key,
  name: label(key),
  opens: [],
  criteria: [],
  next: [],
  ...more,
});
const held = { key: 'held', kind: 'meeting-held', name: label('held') };
const notes = { key: 'notes', kind: 'notes-recorded', name: label('notes') };

/** Optional stages in a row, a join, a fork that nothing joins, a cycle, two places to begin again. */
const everything: Template = {
  key: 'everything',
  version: 3,
  name: label('Everything'),
  roles: [{ key: 'lead', name: label('lead') }],
  stages: [
    stage('study', { criteria: [held, notes], next: ['test', 'dialogues'], restart: true }),
    stage('test', { optional: true, next: ['try'], returnsTo: ['study'] }),
    stage('try', { optional: true, next: ['dialogues'] }),
    stage('dialogues', { fork: { to: 'dialogue', join: true }, criteria: [held], next: ['adopt'] }),
    stage('dialogue'),
    stage('adopt', { restart: true, criteria: [notes], next: ['apply'], fork: { to: 'apply' } }),
    stage('apply', { cycle: { to: 'study' }, end: true, returnsTo: ['adopt', 'study'] }),
  ],
};

const nothing: Answers = {
  met: [],
  joinWaits: false,
  releasable: false,
  forked: false,
  plansOpen: false,
  plansOpenHere: false,
};

class Run {
  readonly actor: AnyActor;
  constructor(template: Template) {
    const machine = toXState(template);
    const more = (name: 'attempt' | 'cycle') =>
      assign(({ context }: { context: Record<string, number> }) => ({ [name]: (context[name] ?? 0) + 1 }));
    const made = createMachine(machine as never).provide({
      guards: guardsOf(machine),
      actions: { 'begin-attempt': more('attempt'), 'begin-cycle': more('cycle') },
    });
    this.actor = createActor(made).start();
  }

  /** Whether the verb was taken. */
  did(type: string, to?: string, answers: Partial<Answers> = {}): boolean {
    const event = { type, ...(to === undefined ? {} : { to }), answers: { ...nothing, ...answers } };
    const may = this.actor.getSnapshot().can(event);
    this.actor.send(event);
    return may;
  }

  get now(): string {
    const [[status, stage] = []] = Object.entries(this.actor.getSnapshot().value as object);
    return `${status} ${stage}`;
  }

  get counts(): object {
    return this.actor.getSnapshot().context;
  }
}

describe('the exported machine, run by XState', () => {
  it('goes on when the criteria hold, and where there is a choice only where it is said', () => {
    const run = new Run(everything);
    expect(run.now).toBe('active study');
    expect(run.did('advance', 'test', { met: ['held'] })).toBe(false);
    expect(run.did('advance', undefined, { met: ['held', 'notes'] })).toBe(false);
    expect(run.did('advance', 'adopt', { met: ['held', 'notes'] })).toBe(false);
    expect(run.did('override', 'test', { met: ['held', 'notes'] })).toBe(false);
    expect(run.now).toBe('active study');
    expect(run.did('override', 'test', { met: ['held'] })).toBe(true);
    expect(run.now).toBe('active test');
    expect(run.did('return')).toBe(true);
    expect(run.did('advance', 'test', { met: ['notes', 'held'] })).toBe(true);
  });

  it('passes optional stages together, and only those', () => {
    const run = new Run(everything);
    expect(run.did('skip', 'test')).toBe(false);
    run.did('advance', 'test', { met: ['held', 'notes'] });
    expect(run.did('skip', 'adopt')).toBe(false);
    expect(run.did('skip', 'dialogues')).toBe(true);
    run.did('restart', 'study');
    run.did('advance', 'test', { met: ['held', 'notes'] });
    expect(run.did('skip')).toBe(true);
    expect(run.now).toBe('active try');
  });

  it('passes many of them by one way out of each, so that the machine grows as the template does', () => {
    const ofLength = (count: number): Template => ({
      ...everything,
      stages: Array.from({ length: count }, (_, n) =>
        stage(`s${n}`, { optional: n < count - 1, next: n < count - 1 ? [`s${n + 1}`] : [] }),
      ),
    });
    const size = (count: number) => JSON.stringify(toXState(ofLength(count))).length;
    expect(size(400) / size(200)).toBeLessThan(2.2);
    const run = new Run(ofLength(400));
    expect(run.did('skip')).toBe(true);
    expect(run.now).toBe('active s1');
    expect(run.did('skip', 's1')).toBe(false);
    expect(run.did('skip', 's400')).toBe(false);
    expect(run.did('skip', 's200')).toBe(true);
    expect(run.now).toBe('active s200');
    expect(run.did('skip', 's200')).toBe(false);
    expect(run.did('skip', 's199')).toBe(false);
    expect(run.did('skip', 's399')).toBe(true);
    expect(run.now).toBe('active s399');
  });

  it('has no such way where none lies farther than the next', () => {
    const plain = { ...everything, stages: [stage('a', { optional: true, next: ['b'] }), stage('b')] };
    expect(Object.keys(toXState(plain).states)).toEqual(['active', 'paused', 'completed', 'discontinued']);
    expect(new Run(plain).did('skip')).toBe(true);
  });

  it('waits for what a join made, and can be released', () => {
    const run = new Run(everything);
    run.did('advance', 'dialogues', { met: ['held', 'notes'] });
    expect(run.did('fork')).toBe(true);
    expect(run.did('advance', undefined, { met: ['held'], joinWaits: true })).toBe(false);
    expect(run.did('override', undefined, { joinWaits: true })).toBe(false);
    expect(run.did('release')).toBe(false);
    expect(run.did('release', undefined, { releasable: true })).toBe(true);
    expect(run.did('advance', undefined, { met: ['held'] })).toBe(true);
    expect(run.now).toBe('active adopt');
  });

  it('past a fork that nothing joins only the plans go on, and the end comes with the last of them', () => {
    const run = new Run(everything);
    run.did('advance', 'dialogues', { met: ['held', 'notes'] });
    run.did('advance', undefined, { met: ['held'] });
    expect(run.did('fork')).toBe(false);
    expect(run.did('fork', undefined, { met: ['notes'] })).toBe(true);
    const carried = { met: ['notes'], forked: true, plansOpen: true };
    expect(run.did('advance', undefined, carried)).toBe(false);
    expect(run.did('complete', undefined, carried)).toBe(false);
    expect(run.did('discontinue', undefined, carried)).toBe(false);
    run.did('pause');
    expect(run.did('plans-ended', undefined, { forked: true })).toBe(true);
    expect(run.now).toBe('completed adopt');
    expect(run.did('plan-restarted')).toBe(true);
    expect(run.now).toBe('active adopt');
  });

  it('begins a new cycle, and a new attempt where the template says', () => {
    const run = new Run(everything);
    run.did('advance', 'dialogues', { met: ['held', 'notes'] });
    run.did('advance', undefined, { met: ['held'] });
    run.did('advance', undefined, { met: ['notes'] });
    expect(run.did('return')).toBe(false);
    expect(run.did('complete')).toBe(true);
    expect(run.now).toBe('completed apply');
    expect(run.did('advance')).toBe(false);
    expect(run.did('restart')).toBe(false);
    expect(run.did('restart', 'adopt')).toBe(true);
    run.did('advance', undefined, { met: ['notes'] });
    expect(run.did('advance')).toBe(true);
    expect([run.now, run.counts]).toEqual(['active study', { attempt: 2, cycle: 2 }]);
    expect(run.did('restart')).toBe(true);
    expect([run.now, run.counts]).toEqual(['active study', { attempt: 3, cycle: 2 }]);
  });

  it('pausing keeps the stage', () => {
    const run = new Run(everything);
    run.did('advance', 'dialogues', { met: ['held', 'notes'] });
    run.did('pause');
    expect(run.now).toBe('paused dialogues');
    expect([run.did('pause'), run.did('repeat'), run.did('advance')]).toEqual([false, false, false]);
    run.did('resume');
    expect(run.now).toBe('active dialogues');
    expect(run.did('repeat')).toBe(true);
    run.did('discontinue');
    expect(run.now).toBe('discontinued dialogues');
  });

  it('is plain JSON, and names its guards after the criteria', () => {
    const machine = toXState(everything, 'sv');
    expect(JSON.parse(JSON.stringify(machine))).toEqual(machine);
    expect(machine.description).toBe('Everything (sv)');
    expect(machine.states.active.states['study']?.on['advance']?.map(({ guard }) => guard?.type)).toEqual([
      'held and notes → test',
      'held and notes → dialogues',
    ]);
    expect(machine.states.active.states['study']?.on['override']?.[0]?.guard?.type).toBe('not (held and notes) → test');
  });

  it('every shipped template is one that XState takes, from the first stage to an end', () => {
    for (const template of shippedTemplates) {
      const run = new Run(template);
      const whole = wholeTemplate(template);
      const all: Answers = {
        ...nothing,
        met: whole.stages.flatMap(({ criteria }) => criteria.map(({ key }) => key)),
      };
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...template.stages.map(({ key }) => key)), { maxLength: 30 }), (ways) => {
          for (const to of ways) {
            const [, from] = run.now.split(' ');
            const leads = template.stages.find(({ key }) => key === from);
            const on = [...(leads?.next ?? []), ...(leads?.cycle ? [leads.cycle.to] : [])];
            expect(run.did('advance', to, all)).toBe(on.includes(to));
          }
        }),
      );
    }
  });
});
