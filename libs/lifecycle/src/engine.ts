// The engine with every shipped capability: what the doors call.
import { capabilities } from './capabilities/index.js';
import { withWhatThereIs } from './capabilities/what-there-is.js';
import type { Setting } from './engine/capability.js';
import * as criteria from './engine/criteria.js';
import * as deciding from './engine/decide.js';
import * as hearing from './engine/hear.js';
import type { Tell } from './engine/record.js';
import type { PlanEvent } from './engine/event.js';
import * as evolving from './engine/evolve.js';
import * as keeping from './engine/kept.js';
import type { CorrectBody, MigrateBody } from './engine/lifecycle-verbs.js';
import * as previewing from './engine/migration-preview.js';
import * as moving from './engine/moves.js';
import type { Plan } from './engine/plan.js';
import { isRefusal, type Missing, type Reason } from './engine/refusal.js';
import * as saying from './engine/say.js';
import * as checking from './engine/template-faults.js';
import type { Language, Template } from './engine/template.js';
import { vocabularyOf, type Vocabulary } from './engine/vocabulary.js';
import type { Calendar, Instant } from './schedule/calendar.js';
import * as scheduling from './schedule/due.js';
import * as playing from './schedule/sendings.js';

/** Everything that the shipped capabilities bring. */
export const vocabulary: Vocabulary = vocabularyOf(capabilities);

/** A new plan with its first events; refused only when what it says happened lies ahead of now. */
export const start = (body: deciding.StartBody, at: Setting) => deciding.decideStart(vocabulary, body, at);

/** A verb, its body validated, on a plan: what it leaves behind, or why not. @throws by another template version (INV-11). */
export const decide = (plan: Plan, verb: string, body: object, at: Setting) => {
  const outcome = deciding.decide(vocabulary, plan, verb, body, at);
  if (!isRefusal(outcome)) return outcome;
  const said = verb === 'correct' ? ((body as CorrectBody).verb ?? verb) : verb;
  return { refused: outcome.refused.map((reason) => withWhatThereIs(vocabulary, plan, said, at, reason)) };
};

/** An initiative takes in how one of its plans stands. Never refused; undefined when it changes nothing for it. */
export const hear = (plan: Plan, tell: Tell, at: Setting) => hearing.hear(vocabulary, plan, tell, at);

/**
 * One more event in the fold; `plan` is undefined before the first. @throws when the first is no start.
 * @param earlier all events before it: needed for a repair (`step.undone`, `step.corrected`).
 */
export const evolve = (plan: Plan | undefined, event: PlanEvent, earlier?: PlanEvent[]) =>
  evolving.evolve(vocabulary, plan, event, earlier);

/** The plan that these events give, the oldest first; undefined when there are none. */
export const fold = (events: PlanEvent[]) => evolving.fold(vocabulary, events);

/** Whether somebody else keeps the event to itself. @param ids of the one who reads */
export const isKeptFrom = (event: PlanEvent, ids: readonly string[]) => keeping.isKeptFrom(vocabulary, event, ids);

/** The plan without what others keep to themselves in it. @param ids of the one who reads */
export const seenBy = (plan: Plan, ids: readonly string[]) => keeping.seenBy(vocabulary, plan, ids);

/** Keys of the texts that others keep to themselves. @param ids of the one who reads */
export const keptTexts = (plan: Plan, ids: readonly string[]) => keeping.keptTexts(vocabulary, plan, ids);

/** What moving a plan to another template version would change, and whether it can be done. */
export const previewMigration = (plan: Plan, body: MigrateBody, at: Setting) =>
  previewing.previewMigration(vocabulary, plan, body, at);

/** Every verb of the plan's template: open now, or exactly why not. */
export const moves = (plan: Plan, at: Setting) => moving.moves(vocabulary, plan, at);

/** Reminders and check-ins that the plan asks for, the earliest first. @param now RFC 3339; days are Stockholm's. */
export const due = (plan: Plan, now: string, template: Template) => scheduling.due(vocabulary, plan, now, template);

/** All that would be sent in that time if nothing more were done in the plan. @param sent what was sent before it, by key */
export const calendarOf = (
  template: Template,
  plan: Plan,
  from: Instant,
  to: Instant,
  calendar: Calendar,
  sent?: playing.Sent,
) => playing.calendarOf(vocabulary, template, plan, [from, to], calendar, sent);

/** How each criterion of the plan's present stage stands, and what is missing. @param now RFC 3339 */
export const answers = (template: Template, plan: Plan, now: string) =>
  criteria.answers(vocabulary, template, plan, now);

/** Names that lead nowhere and ways that end nowhere, in a template of the right shape; empty when there are none. */
export const templateFaults = (template: Template) => checking.templateFaults(vocabulary, template);

/** In words. @throws when a code has none: a fault of the program. */
export const sayReason = (reason: Reason, language: Language) => saying.sayReason(vocabulary, reason, language);

/** In words. @throws as `sayReason`. */
export const sayMissing = (missing: Missing[], language: Language) => saying.sayMissing(vocabulary, missing, language);
