// The journal: what happened, in order, once. Append, read, relay. Must never decide anything.
export * from './append.js';
export { Appended } from './appended.js';
export * from './read.js';
export { HELD_UP_ALARM_MS, Relay, type RelayOptions } from './relay.js';
export { Journal1764000000001 } from './migrations/1-journal.js';
