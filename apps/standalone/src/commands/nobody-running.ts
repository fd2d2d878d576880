// For commands that change what running programs remember: on a database of yours nobody else may be at work.
import { Client } from 'pg';
import { StartFault } from '../start-fault.js';

/** @param then what is to be done once they are stopped. @throws StartFault */
export function nobodyRunning(then: string): (databaseUrl: string) => Promise<void> {
  return async (databaseUrl) => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND application_name LIKE 'stegvis%' AND pid <> pg_backend_pid()`,
      );
      const count = rows[0]?.count ?? 0;
      if (count > 0)
        throw new StartFault(
          `Stegvis is running on this database (${count} connections): stop every api and worker, then ${then}. Nothing was changed.`,
        );
    } finally {
      await client.end();
    }
  };
}
