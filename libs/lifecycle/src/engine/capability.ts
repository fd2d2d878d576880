// What can be recorded in a plan: one capability, one folder, with its facts, verbs, criteria and words.
import type { When } from '../schedule/when.js';
import type { Draft, PlanEvent, Who } from './event.js';
import type { Made, Plan } from './plan.js';
import type { Missing, Params, Reason, Refusal } from './refusal.js';
import type { StandardRole } from './standard-roles.js';
import type { Label, Template } from './template.js';

/** All that a decision may know besides the plan and the body: handed in, so that the same words give the same events. */
export interface Setting {
  template: Template;
  /** The instant of the decision, RFC 3339 in UTC. */
  now: string;
  who: Who;
  /** The command's id, a UUID. */
  command: string;
  occurredAt: When;
  /** History brought in from elsewhere: criteria do not stop it, and nothing it says falls due (INV-26). */
  imported: boolean;
  /** All events of the plan so far, the oldest first: what `undo` and `correct` are decided on. */
  history?: PlanEvent[];
  /** The template that `migrate` names; absent when there is none. */
  target?: Template;
  /** The initiative under which a plan is begun; absent when there is none. */
  parent?: Plan;
  /** The person who begins a plan, and for which organisation; absent when a program does. */
  starter?: { person: string; organisation: string };
}

export type Decision = Draft[] | Refusal;

export interface Verb<Body extends object = object> {
  name: Label;
  /** Open on an ended plan, too: what somebody may ask to have removed is removed there as well (GDPR, article 17). */
  onEnded?: true;
  /** Nobody but this standard role does it, and for its own organisation, whoever answers for the stage. */
  onlyFor?: StandardRole;
  /** What stands in the way whatever the body says; the same answer explains a closed button. */
  ready?(plan: Plan, at: Setting): Reason[];
  decide(plan: Plan, body: Body, at: Setting): Decision;
}

export interface CriterionKind<Given extends object = object> {
  name: Label;
  /** JSON Schema (2020-12) of `with`; no parameters when absent. */
  with?: Record<string, unknown>;
  /** What is wrong with its parameters that their schema cannot say; `at` is a JSON pointer into `with`, of whatever shape that is, and so is `first`, where what stands again stood first. */
  faults?(given: Given): { at: string; code: string; params: Params; first?: string }[];
  /** Its parameters that are lists of roles of the template. */
  rolesIn?: string[];
  /** Verbs that can make it hold; a template that opens none of them can never meet it. Empty: no verb does, time does. */
  suppliedBy: string[];
  /** Only what is recorded in the stage itself makes it hold. */
  ofItsStage?: true;
  /** A fork takes along nothing that makes it hold, though its capability takes something along: each plan records it itself. */
  ofItsPlan?: true;
  /** Holds as long as there is nothing to ask about: no activity, say, that could be unsettled. */
  holdsAtFirst?: true;
  /** What is missing; an empty list means that it holds. @param now RFC 3339 */
  missing(plan: Plan, given: Given, template: Template, now: string): Missing[];
}

/** A day or an instant that reminders and check-ins hang on. */
export interface Anchor {
  /** The record it belongs to: one occurrence each. */
  record: string;
  at: When;
  imported?: boolean;
  /** Whose it is, by code: a role that stands for a party is asked for this party alone. */
  organisation?: string;
  /** The workgroup that it concerns, by key: the roles of other workgroups are not asked. */
  workgroup?: string;
  /** Where it was recorded: then a stage's rules hear only of the records of that stage, and none that a restart set aside. */
  made?: Made;
}

/** An event's effect on the facts of one capability. Bivariant, so that each can name the data that it reads. */
export type Evolve<Facts> = { of(facts: Facts, event: PlanEvent, plan: Plan): Facts }['of'];

/** Nobody but the one who caused it hears of what is kept, not by a list, a count or a refusal (INV-36). */
export interface Kept<Facts> {
  /** Types of the events that nobody else hears of. No undo takes them back and no correction says them otherwise. */
  events: string[];
  /** The facts as whoever has one of these ids may see them. */
  seenBy(facts: Facts, ids: readonly string[]): Facts;
  /** Keys of texts that whoever has one of these ids may not read. */
  texts(facts: Facts, ids: readonly string[]): string[];
}

/** Words for a code, with {parameters}, in both languages. */
export type Words = Record<string, Label>;

export interface Capability<Facts = unknown> {
  key: string;
  name: Label;
  /** The facts of a plan in which nothing of it has been recorded. */
  nothing: Facts;
  verbs: Record<string, Verb>;
  events: Record<string, Evolve<Facts>>;
  criteria: Record<string, CriterionKind>;
  anchors?: Record<string, { of(plan: Plan): Anchor[] }['of']>;
  /** Things to fork by, by name: `theme` gives one candidate for each theme. */
  forks?: Record<string, { of(plan: Plan): { key: string; title: string }[] }['of']>;
  /** What a plan forked out of this one (`from`) begins with; nothing when absent. `each` is the candidate it was made for. */
  inherit?(facts: Facts, fork: { each?: string }, from: Plan): Facts;
  /** Keys of stages that its facts name of themselves, by the names they have after a migration; those where a record was made follow by themselves. */
  renamed?(facts: Facts, now: (stage: string) => string): Facts;
  /** What a plan that somebody starts begins with, besides what it inherits. */
  begun?(at: Setting): Draft[];
  /** What readers are told beside its facts: worked out from them each time, and never stored. */
  reckoned?(facts: Facts): Record<string, unknown>;
  /** What each who works with the plan keeps to itself in it. */
  kept?: Kept<Facts>;
  /** What bodies have decided on: no correction of an earlier step may change it (INV-23). */
  frozen?(facts: Facts, plan: Plan): unknown;
  /** What its facts come to that they never may, as a reason; a correction of an earlier step that would bring it about is refused. */
  unsound?(facts: Facts, template: Template): Reason | null;
  /** By the type of an event of its own: why no undo takes it back. The code has words. */
  lasting?: Record<string, string>;
  /** By the type of an event of its own: what of its data no correction says otherwise, and the code of the words that say why. */
  fixed?: Record<string, { fields: string[]; code: string }>;
  words: Words;
}

/** Gives a verb its body type without losing it among the others. */
export function verb<Body extends object>(definition: Verb<Body>): Verb {
  return definition;
}

export function criterionKind<Given extends object>(definition: CriterionKind<Given>): CriterionKind {
  return definition;
}

/** The effect of an event whose data is known to have this shape. */
export function on<Facts, Data extends object>(
  evolve: (facts: Facts, data: Data, event: PlanEvent, plan: Plan) => Facts,
): Evolve<Facts> {
  return (facts, event, plan) => evolve(facts, event.data as Data, event, plan);
}

export function factsOf<Facts>(capability: { key: string; nothing: Facts }, plan: Pick<Plan, 'facts'>): Facts {
  return (plan.facts[capability.key] as Facts | undefined) ?? capability.nothing;
}
