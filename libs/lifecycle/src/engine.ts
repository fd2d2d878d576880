// The engine with every shipped capability: what the doors call.
import { capabilities } from './capabilities/index.js';
import type { Setting } from './engine/capability.js';
import * as criteria from './engine/criteria.js';
import * as deciding from './engine/decide.js';
import type { PlanEvent } from './engine/event.js';
import * as evolving from './engine/evolve.js';
import * as moving from './engine/moves.js';
import type { Plan } from './engine/plan.js';
import type { Missing, Reason } from './engine/refusal.js';
import * as saying from './engine/say.js';
import * as checking from './engine/template-faults.js';
import type { Language, Template } from './engine/template.js';
import { vocabularyOf, type Vocabulary } from './engine/vocabulary.js';
import * as scheduling from './schedule/due.js';

export const vocabulary: Vocabulary = vocabularyOf(capabilities);

export const start = (body: deciding.StartBody, at: Setting) => deciding.decideStart(vocabulary, body, at);
export const decide = (plan: Plan, verb: string, body: object, at: Setting) =>
  deciding.decide(vocabulary, plan, verb, body, at);
export const hear = (plan: Plan, tell: deciding.Tell, at: Setting) => deciding.hear(vocabulary, plan, tell, at);
export const evolve = (plan: Plan | undefined, event: PlanEvent) => evolving.evolve(vocabulary, plan, event);
export const moves = (plan: Plan, at: Setting) => moving.moves(vocabulary, plan, at);
export const due = (plan: Plan, now: string, template: Template) => scheduling.due(vocabulary, plan, now, template);
export const answers = (template: Template, plan: Plan) => criteria.answers(vocabulary, template, plan);
export const templateFaults = (template: Template) => checking.templateFaults(vocabulary, template);
export const sayReason = (reason: Reason, language: Language) => saying.sayReason(vocabulary, reason, language);
export const sayMissing = (missing: Missing[], language: Language) => saying.sayMissing(vocabulary, missing, language);
