// Plans: the command door, the store, the board. What the other slices and the apps may use of it.
export { planVerbBodies } from './bodies/index.js';
export { StartPlanBody } from './bodies/lifecycle.bodies.js';
export { VerbBody } from './bodies/verb-body.js';
export { GroupCommit } from './command/group-commit.js';
export type { Answer, Order, Standing, ToldEvent } from './command/order.js';
export { PlanCommand } from './command/plan-command.js';
export { RefusalLog } from './command/refusal-log.js';
export { clearKeptAnswers } from './jobs/clear-kept-answers.js';
export { Plans1764000000002 } from './migrations/2-plans.js';
export { Plans } from './plans.js';
export { PlansModule } from './plans.module.js';
export { Programme, type Strand } from './portfolio/programme.entity.js';
export { checkRebuild, type RebuildReport } from './rebuild.js';
export { isBoardCursor, type BoardQuery, type BoardRow } from './store/board.js';
export { isHistoryCursor, type Page } from './store/plan-store.js';
export { Catalogue, type Fault, type Publication } from './templates/catalogue.js';
export { PublishedTemplate } from './templates/template.entity.js';
