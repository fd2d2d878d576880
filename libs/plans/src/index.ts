// Plans: the command door, the store, the board. What the other slices may use of it.
export { VerbBody } from './bodies/verb-body.js';
