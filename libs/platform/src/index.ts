// What every room stands on: fields, configuration, database, clock. Must know nothing of plans.
export * from './configuration.js';
export { AUDIT_KINDS, noteInAudit, OPERATOR, type AuditKind, type AuditNote, type Running } from './database/audit.js';
export { fieldsOf, type CarriedTable } from './database/carried-table.js';
export * from './database/clock.js';
export * from './database/database.js';
export { errorInLog, openLog } from './log.js';
export { isDatabaseAway } from './database/trouble.js';
export * from './fields/fields.js';
export { PersonId, personsIn, type NamedPerson } from './fields/person-id.js';
export { CountBody } from './fields/count-body.js';
export * from './http/index.js';
export * from './mail/index.js';
export { Mail1764000000008 } from './migrations/8-mail.js';
