// What every slice's controllers stand on: doors, callers, bodies, parameters, problems. Must know no slice.
export { Address } from './address.js';
export { soundBody } from './body-check.js';
export * from './caller.js';
export * from './door.js';
export { sayFault } from './fault-words.js';
export { HTTP_PROBLEMS } from './http-problems.js';
export { languageOf, say, type Language, type Params } from './language.js';
export { pageOf } from './page.js';
export * from './parameters.js';
export * from './problem.js';
export * from './read-body.js';
export { jsonBreak, lineAndColumn } from './json-break.js';
export { invalidBody, readJson } from './read-json.js';
export * from './read-query.js';
export { pointerStep } from './fault-list.js';
export { problemFrom } from './trouble.js';
