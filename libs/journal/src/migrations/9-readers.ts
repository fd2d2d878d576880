// Who may find a plan, by key: what the board of somebody who may not see every plan is read from.
import { readersOf, type Plan } from '#libs/lifecycle';
import type { ClientBase } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Readers1764000000009 implements MigrationInterface {
  name = 'Readers1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE plan ADD COLUMN readers text NOT NULL DEFAULT ''`);
    await keepReaders(runner);
    await tellReaders((await runner.connect()) as ClientBase);
    // What a struck note said is cleared away, at the latest within the hour. Small: it holds these events and no others.
    await runner.query(`CREATE INDEX event_note_struck ON event (plan) WHERE type = 'research-note.struck'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX event_note_struck');
    await runner.query('DROP TRIGGER plan_is_found ON plan; DROP TRIGGER plan_is_found_anew ON plan');
    await runner.query('DROP FUNCTION keep_readers(); DROP TABLE reader; ALTER TABLE plan DROP COLUMN readers');
  }
}

/**
 * A row for each key of a plan, in the order of the board: a column with an index on the plan itself would cost every change of it
 * a place in all of the plan's indexes, and give the plans of a key without their order.
 */
async function keepReaders(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE reader (
      plan uuid NOT NULL,
      key text NOT NULL,
      started_at timestamptz NOT NULL,
      PRIMARY KEY (plan, key)
    )`);
  await runner.query('CREATE INDEX reader_board ON reader (key, started_at DESC, plan DESC)');
  // By the database, as in 6-board.ts: no way of changing a plan can forget it, and what changes nothing costs nothing.
  await runner.query(`
    CREATE FUNCTION keep_readers() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM reader WHERE plan = NEW.id AND key <> ALL (string_to_array(NEW.readers, ' '));
      INSERT INTO reader (plan, key, started_at)
      SELECT NEW.id, unnest(string_to_array(NEW.readers, ' ')), NEW.started_at
      ON CONFLICT (plan, key) DO UPDATE SET started_at = excluded.started_at WHERE reader.started_at <> excluded.started_at;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE TRIGGER plan_is_found AFTER INSERT ON plan FOR EACH ROW
    WHEN (NEW.readers <> '') EXECUTE FUNCTION keep_readers()`);
  await runner.query(`
    CREATE TRIGGER plan_is_found_anew AFTER UPDATE ON plan FOR EACH ROW
    WHEN (OLD.readers <> NEW.readers OR OLD.started_at <> NEW.started_at) EXECUTE FUNCTION keep_readers()`);
}

const PAGE = 1_000;

/** Of the plans that are there already. */
async function tellReaders(client: ClientBase): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await client.query<{ state: Plan }>('SELECT state FROM plan WHERE id > $1 ORDER BY id LIMIT $2', [
      after,
      PAGE,
    ]);
    const last = rows.at(-1);
    if (!last) return;
    after = last.state.id;
    const told = rows.map(({ state }) => ({ id: state.id, readers: readersOf(state).join(' ') }));
    await client.query(
      `UPDATE plan SET readers = told.readers FROM json_to_recordset($1) AS told (id uuid, readers text)
       WHERE plan.id = told.id AND told.readers <> ''`,
      [JSON.stringify(told)],
    );
  }
}
