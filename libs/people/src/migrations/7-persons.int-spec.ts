// A database of before, with kinds of organisations in words of their own, brought up to date and back.
import { Client } from 'pg';
import { runningApi } from '../../../../test/services/api.js';
import { DataSource } from 'typeorm';
import { Persons1764000000007 } from './7-persons.js';

it('keeps every organisation, with its kind as far as the words can be told, and goes back', async () => {
  const api = await runningApi();
  try {
    const runner = api.app.get(DataSource).createQueryRunner();
    const persons = new Persons1764000000007();
    const client = new Client({ connectionString: api.databaseUrl });
    await client.connect();
    try {
      // What later migrations hang on its tables goes with them; only this one is looked at.
      await client.query('ALTER TABLE token DROP COLUMN person');
      await client.query('DROP TABLE post, person CASCADE');
      await client.query('ALTER TABLE organisation DROP CONSTRAINT organisation_kind');
      await client.query(
        `INSERT INTO organisation (code, name, kind) VALUES ('A', 'A', 'Kommun'), ('B', 'B', 'ett nätverk'), ('C', 'C', NULL)`,
      );
      await persons.up(runner);
      const kinds = async () =>
        (await client.query<{ kind: string | null }>('SELECT kind FROM organisation ORDER BY code')).rows.map(
          ({ kind }) => kind,
        );
      expect(await kinds()).toEqual(['municipality', 'other', null]);
      await expect(client.query(`UPDATE organisation SET kind = 'Kommun'`)).rejects.toThrow('organisation_kind');
      await persons.down(runner);
      await client.query(`UPDATE organisation SET kind = 'Kommun' WHERE code = 'A'`);
      await persons.up(runner);
      expect(await kinds()).toEqual(['municipality', 'other', null]);
    } finally {
      await client.end();
      await runner.release();
    }
  } finally {
    await api.close();
  }
});
