// Plans: the command door, the store, the board. What the other slices and the apps may use of it.
export {
  AccessPolicy,
  EVERYTHING,
  mayDo,
  type Permission,
  type Place,
  type Reach,
  type ReaderKind,
  type View,
} from './access.js';
export { ARCHIVE_NAMES, type ArchiveNames } from './archive/archive-words.js';
export { PlanArchive, type Packed } from './archive/plan-archive.js';
export { zipOf } from './archive/zip.js';
export { eraseStruck, sweepContents } from './attachments/struck.js';
export { planVerbBodies } from './bodies/index.js';
export { StartPlanBody } from './bodies/lifecycle.bodies.js';
export { VerbBody } from './bodies/verb-body.js';
export { GroupCommit } from './command/group-commit.js';
export { PlanCommand, type Answer, type Order } from './command/plan-command.js';
export { World, type Seen } from './command/world.js';
export { RefusalLog } from './command/refusal-log.js';
export { plansCarried } from './carried.js';
export { checkSample } from './check-sample.js';
export { clearKeptAnswers } from './jobs/clear-kept-answers.js';
export { Plans1764000000002 } from './migrations/2-plans.js';
export { Attachments1764000000004 } from './migrations/4-attachments.js';
export { Board1764000000006 } from './migrations/6-board.js';
export { ownMoves } from './own-moves.js';
export { Plans } from './plans.js';
export { KnownPersons } from './known-persons.js';
export { PlansModule } from './plans.module.js';
export { Programme } from './portfolio/programme.entity.js';
export { checkRebuild, rebuild, type RebuildReport } from './rebuild.js';
export { plansInJournal } from './store/journal-plans.js';
export type { FoldedPlan } from './store/standing.js';
export { writePlans } from './store/stored-plans.js';
export { Catalogue } from './templates/catalogue.js';
export { PublishedTemplate } from './templates/template.entity.js';
export { isBoardCursor } from './store/board.js';
export { schemaOf } from './http/body-schemas.js';
export { dueView } from './http/due-view.js';
export { PlanReader, type SeenPlan } from './http/plan-reader.js';
export { criteriaIn } from './http/plan-view.js';
export { Bulk, type BulkReport } from './http/bulk.js';
export { readBulk } from './http/bulk-body.js';
export { wireType } from './http/event-view.js';
export { planDoors, PlanDoorsModule } from './http/plan-doors.module.js';
export { VERB_BODIES, VerbDoor, type VerbBodies } from './http/verb-door.js';
export { notPermitted, PLAN_PROBLEMS } from './http/plan-problems.js';
export { requiring } from './http/vocabulary-view.js';
