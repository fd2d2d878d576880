// The pure heart: a plan's stages, moves and capabilities as functions of (template, plan, command, now).
// Must never import a framework, read a clock, make a random number or touch the world.
export * from './engine.js';
export type { Setting } from './engine/capability.js';
export type { StartBody } from './engine/decide.js';
export type { Accepted, Tell } from './engine/record.js';
export type { PlanEvent, Text, Who } from './engine/event.js';
export { idFrom } from './engine/fork.js';
export { LIFECYCLE_EVENTS } from './engine/lifecycle-events.js';
export {
  isLifecycleVerb,
  LIFECYCLE_VERBS,
  mends,
  type CorrectBody,
  type ForkBody,
  type LifecycleBody,
  type LifecycleVerbName,
  type MigrateBody,
  type PauseBody,
  type ReleaseBody,
} from './engine/lifecycle-verbs.js';
export type { Move } from './engine/moves.js';
export type { MigrationPreview } from './engine/migration-preview.js';
export { stagesThatOpen } from './engine/open.js';
export { isEnded, isOfNow, roundOf, stands, type Made, type Plan, type Status } from './engine/plan.js';
export { asItCounts } from './engine/repair.js';
export { isRefusal, type Missing, type Reason } from './engine/refusal.js';
export { mended } from './engine/repair.js';
export type { TemplateFault } from './engine/template-faults.js';
export { isStandardRole, PLAN_ROLES, STANDARD_ROLES, type StandardRole } from './engine/standard-roles.js';
export { nearest } from './engine/template-nearest.js';
export {
  accountableRole,
  LANGUAGES,
  stageOf,
  type CheckIn,
  type Criterion,
  type Escalation,
  type Label,
  type Language,
  type PlanKind,
  type Reminder,
  type Role,
  type Stage,
  type Template,
  type Timing,
  type Track,
} from './engine/template.js';
export { CHECK_IN_FORMS, type Vocabulary } from './engine/vocabulary.js';
export { readersOf } from './readers.js';
export { handOverPack, type HandOverPack } from './hand-over-pack.js';
export type { Because, Due } from './schedule/due.js';
export {
  CALENDAR_DEFAULTS,
  instantOf,
  swedishCalendar,
  type Calendar,
  type CalendarSettings,
  type Instant,
} from './schedule/calendar.js';
export { deliveryInstant, sendInstant } from './schedule/delivery.js';
export { isHoliday, isRestDay } from './schedule/holidays.js';
export { recipientsOf, type Recipients } from './schedule/recipients.js';
export type { Sending, Sent } from './schedule/sendings.js';
export { addDays, dayOf, daysBetween, type Day } from './schedule/days.js';
export { isDay, isWhen, precisionOf, type When } from './schedule/when.js';
export { isPublic, markedRecords, namesAny, withoutRecords } from './capabilities/registration/closed.js';
export { marksOn, registrationOf, type ConfidentialMark } from './capabilities/registration/facts.js';
export { recordIndex, type IndexedRecord } from './capabilities/registration/record-index.js';
export { hasRecord } from './capabilities/attachments/records.js';
export { attachmentsOf } from './capabilities/attachments/facts.js';
export type { Attachment } from './capabilities/attachments/facts.js';
export type { Count, Qualifier } from './capabilities/count.js';
export { KNOWLEDGE_KINDS } from './capabilities/knowledge/facts.js';
export { DESCRIPTION_KINDS } from './capabilities/descriptions/facts.js';
export { PLAN_SECTIONS } from './capabilities/versions/document.js';
export { ACTOR_GROUPS, INVENTORY_ACTIVITY_KINDS } from './capabilities/inventory/facts.js';
export { INSIGHT_SOURCES, INSIGHT_WAYS } from './capabilities/insights/facts.js';
export { cardsIn, type Card } from './capabilities/methods/cards.js';
export { METHOD_LEVELS } from './capabilities/methods/facts.js';
export { SPREAD_VERDICTS } from './capabilities/spread/facts.js';
export { COMMITMENT_KINDS, everyCommitment, RESOURCE_ORIGINS } from './capabilities/commitments/facts.js';
export { holdingsOf, REMOVABLE as REMOVABLE_OF_ROLE, type Holding } from './capabilities/roles/facts.js';
export {
  hasDeputyOn,
  holdersOf,
  isHeldOn,
  rolesOf,
  whoFor,
  type Asked,
  type RoleOf,
} from './capabilities/roles/held.js';
export { dependencyOf, ENDS_SOON_DAYS, type Dependency } from './capabilities/roles/dependency.js';
export { nextElection } from './capabilities/roles/next-election.js';
export { isHeldByOne } from './capabilities/roles/held-by-one.js';
export { LEADERSHIP_CHANGES, leadershipChangesOf, openReAnchorings } from './capabilities/re-anchoring/facts.js';
export { roleMapOf, rowsToFill, type RoleMapCell } from './capabilities/role-map/facts.js';
export { partiesOf, partyOf } from './capabilities/parties/facts.js';
export { ownershipsOf } from './capabilities/ownership/facts.js';
export { COUNTERPARTS } from './capabilities/role-agreements/facts.js';
export { TEAM_GROUPS } from './capabilities/team/facts.js';
export { TRIAL_OUTCOMES } from './capabilities/trials/facts.js';
export { PARTY_DECISIONS } from './capabilities/adoption/facts.js';
export { OPERATORS as INDICATOR_OPERATORS } from './capabilities/indicators/assess.js';
