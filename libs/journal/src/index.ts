// The journal: what happened, in order, once. Append, read, relay. Must never decide anything.
export { append, openWriter, Overtaken } from './append.js';
export type { Batch, KeptAnswer, Written } from './batch.js';
export { Appended } from './appended.js';
export { journalCarried } from './carried.js';
export { beginEpoch, epochOf, isAhead } from './epoch.js';
export {
  BEGINNING,
  heldUpMs,
  isPosition,
  readAfter,
  readByPlan,
  readPlan,
  readRepairs,
  readSome,
  type PlanPlace,
  type ReadEvent,
} from './read.js';
export { HELD_UP_ALARM_MS, Relay } from './relay.js';
export { Journal1764000000001 } from './migrations/1-journal.js';
export { Epoch1764000000005 } from './migrations/5-epoch.js';
export { Readers1764000000009 } from './migrations/9-readers.js';
