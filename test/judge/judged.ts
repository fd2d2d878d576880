// One plan as the judge sees it: the exported machine, run by XState, and a ledger of its own beside it.
import { guardsOf, toXState, type Answers } from '#libs/templates';
import type { Template } from '#libs/lifecycle';
import {
  assign,
  createActor,
  createMachine,
  type AnyActor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import {
  anotherRound,
  emptyLedger,
  here,
  holds,
  isOfNow,
  onwardFrom,
  stageIn,
  takeUp,
  type Below,
  type Ledger,
  type Question,
  type Standing,
} from './ledger.js';

type Context = Record<'attempt' | 'cycle', number>;

export function machineOf(template: Template): AnyStateMachine {
  const machine = toXState(template);
  const more = (name: keyof Context) =>
    assign(({ context }: { context: Record<string, number> }) => ({ [name]: (context[name] ?? 0) + 1 }));
  return createMachine(machine as never).provide({
    guards: guardsOf(machine),
    actions: { 'begin-attempt': more('attempt'), 'begin-cycle': more('cycle') },
  });
}

interface Before {
  snapshot: AnyMachineSnapshot;
  ledger: Ledger;
  /** Others have heard of the step that followed, or live by it. */
  lasting: boolean;
}

export class Judged {
  ledger: Ledger;
  private actor: AnyActor;
  private readonly steps: Before[] = [];

  constructor(
    readonly id: string,
    readonly parent: string | null,
    private readonly machine: AnyStateMachine,
    private readonly template: Template,
    begins: { stage: string; parties?: Ledger['parties'] },
  ) {
    this.ledger = emptyLedger(begins.parties);
    const at = machine.resolveState({ value: { active: begins.stage }, context: { attempt: 1, cycle: 1 } });
    this.actor = createActor(machine, { snapshot: at }).start();
  }

  get status(): string {
    return this.value[0];
  }

  get standing(): Standing {
    const { attempt, cycle } = this.snapshot.context as Context;
    return { stage: this.value[1], attempt, cycle };
  }

  get round(): number {
    return here(this.ledger, this.standing).round;
  }

  get ended(): boolean {
    return this.status === 'completed' || this.status === 'discontinued';
  }

  can(type: string, to: string | undefined, answers: Answers): boolean {
    return this.snapshot.can(eventOf(type, to, answers));
  }

  /** What a step of others or its own does to it; whether it is lasting is told once it is known. */
  took(change: () => void, isLasting: (statusBefore: string) => boolean): void {
    const before = { snapshot: this.snapshot, ledger: structuredClone(this.ledger) };
    const { status } = this;
    change();
    this.steps.push({ ...before, lasting: isLasting(status) });
  }

  /** @returns whether the machine took it. */
  send(type: string, to: string | undefined, answers: Answers): boolean {
    const was = this.standing;
    if (!this.can(type, to, answers)) return false;
    this.actor.send(eventOf(type, to, answers));
    const now = this.standing;
    const again = () => onwardFrom(this.template, now.stage);
    if (now.attempt > was.attempt) takeUp(this.ledger, 'sinceAttempt', now.attempt, again());
    if (now.cycle > was.cycle) takeUp(this.ledger, 'sinceCycle', now.cycle, again());
    if (type === 'repeat') anotherRound(this.ledger, now.stage);
    return true;
  }

  get mayUndo(): boolean {
    return this.steps.length > 0 && this.steps.at(-1)?.lasting === false;
  }

  undo(): void {
    const { snapshot, ledger } = this.steps.pop() as Before;
    this.ledger = ledger;
    this.actor.stop();
    this.actor = createActor(this.machine, { snapshot }).start();
  }

  answers(today: string, stateOf: (below: Below) => { ended: boolean; stage: string }): Answers {
    const { ledger, standing, template } = this;
    const question: Question = { ledger, standing, template, today, stateOf };
    const { key, fork, criteria } = stageIn(template, standing.stage);
    const waited = ledger.below.filter((below) => !below.released && !stateOf(below).ended);
    const joined = (below: Below) => below.joins === key && isOfNow(standing, below);
    const joins = fork?.join === true;
    const nothingMade = !ledger.below.some(joined);
    return {
      met: criteria.filter((criterion) => holds(criterion, question)).map((criterion) => criterion.key),
      joinWaits: joins && (nothingMade || waited.some(joined)),
      releasable: joins && waited.some(joined),
      forked: ledger.below.some((below) => below.joins === null && isOfNow(standing, below)),
      plansOpen: waited.length > 0,
      plansOpenHere: waited.some(joined),
    };
  }

  private get snapshot(): AnyMachineSnapshot {
    return this.actor.getSnapshot() as AnyMachineSnapshot;
  }

  private get value(): [status: string, stage: string] {
    return Object.entries(this.snapshot.value as Record<string, string>)[0] as [string, string];
  }
}

const eventOf = (type: string, to: string | undefined, answers: Answers) => ({
  type,
  ...(to === undefined ? {} : { to }),
  answers,
});
