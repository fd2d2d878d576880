// The shipped ways of working as data, the JSON Schema of a template, and the check before one is published.
// Imports the lifecycle and ajv only; knows no database and no framework.
import type { Template } from '#libs/lifecycle';
import areaProgramme from './area-programme.json' with { type: 'json' };
import innovationForumCase from './innovation-forum-case.json' with { type: 'json' };
import jointActionPlan from './joint-action-plan.json' with { type: 'json' };
import regionalServiceProgramme from './regional-service-programme.json' with { type: 'json' };
import tryOut from './try-out.json' with { type: 'json' };

export { checkTemplate, versionTaken, type Fault } from './check-template.js';
export { copyTemplate, type CopyOrder } from './copy-template.js';
export type { Change, ChangeCode } from './diff/change.js';
export { permits, type Answers, type Guard, type MachineEvent } from './diagram/guards.js';
export { DRAWN_MAX, tooLargeToDraw, type TooLarge } from './diagram/limits.js';
export { guardsOf, type Machine } from './diagram/machine.js';
export { toMermaid } from './diagram/mermaid.js';
export { toSvg } from './diagram/svg.js';
export { toXState } from './diagram/xstate.js';
export { diffTemplates, type ChangedPart, type TemplateDiff } from './diff/diff-templates.js';
export { same } from './same.js';
export { templateSchema, whenSchema } from './template-schema.js';
export { wholeTemplate } from './whole-template.js';

/** Held to the schema by the spec beside it. */
export const shippedTemplates = [
  jointActionPlan,
  areaProgramme,
  innovationForumCase,
  regionalServiceProgramme,
  tryOut,
] as unknown as Template[];
