// The pure heart: a plan's stages, moves and capabilities as functions of (template, plan, command, now).
// Must never import a framework, read a clock, make a random number or touch the world.
export * from './engine.js';
export * from './engine/capability.js';
export type { CriterionAnswer } from './engine/criteria.js';
export type { Accepted, StartBody, Tell } from './engine/decide.js';
export * from './engine/event.js';
export type { PlanStarted } from './engine/evolve.js';
export { idFrom } from './engine/fork.js';
export * from './engine/lifecycle-verbs.js';
export type { Move } from './engine/moves.js';
export { stagesThatOpen, verbsOf } from './engine/open.js';
export * from './engine/plan.js';
export * from './engine/refusal.js';
export type { Language, SaidMissing, SaidReason } from './engine/say.js';
export type { TemplateFault } from './engine/template-faults.js';
export * from './engine/template.js';
export { CHECK_IN_FORMS, vocabularyOf, type Vocabulary } from './engine/vocabulary.js';
export * from './schedule/days.js';
export type { Because, Due } from './schedule/due.js';
export * from './schedule/when.js';
export type { Count, Qualifier } from './capabilities/count.js';
export { KNOWLEDGE_KINDS } from './capabilities/knowledge/facts.js';
export { PLAN_SECTIONS } from './capabilities/versions/document.js';
export { versionsOf, type VersionStatus } from './capabilities/versions/status.js';
export { ACTOR_GROUPS, INVENTORY_ACTIVITY_KINDS } from './capabilities/inventory/facts.js';
export { PARTY_DECISIONS, type LedgerEntry, type PartyDecision } from './capabilities/adoption/facts.js';
export { LEDGER_STEPS, ledgerOf, type LedgerRow, type LedgerStep } from './capabilities/adoption/ledger.js';
export { OPERATORS as INDICATOR_OPERATORS } from './capabilities/indicators/assess.js';
