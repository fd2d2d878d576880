// The embedded PostgreSQL: a real server from the npm package, in the data folder, on loopback.
export { canPassTo, databaseUser, PGDATA, SYSTEM_DIR } from './database-user.js';
export { findPostgres, type PostgresServer, startPostgres } from './server.js';
