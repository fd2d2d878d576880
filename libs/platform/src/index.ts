// What every room stands on: fields, configuration, database, logging, health. Must know nothing of plans.
export * from './fields/fields.js';
export { CountBody } from './fields/count-body.js';
