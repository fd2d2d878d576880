// The journal's tables: the plan folded, its events, the prose beside them, the answers kept for repeats, and how far readers are.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Journal1764000000001 implements MigrationInterface {
  name = 'Journal1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        title text NOT NULL,
        template text NOT NULL,
        template_version int NOT NULL,
        stage text NOT NULL,
        status text NOT NULL,
        attempt int NOT NULL,
        version int NOT NULL,
        parent uuid,
        programme text,
        public boolean NOT NULL,
        imported boolean NOT NULL,
        started_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        state json NOT NULL
      ) WITH (fillfactor = 50, toast_tuple_target = 8160)`);
    // Half of each page is left for the next version of its folds, so that most updates touch no index.
    // Up to 8 kB the fold stays in its row as it is: to compress it, or to put it elsewhere, costs more than the command.
    await runner.query('ALTER TABLE plan ALTER COLUMN state SET STORAGE EXTERNAL');
    // The board's order and its filters.
    await runner.query('CREATE INDEX plan_board ON plan (started_at DESC, id DESC)');
    await runner.query('CREATE INDEX plan_parent ON plan (parent) WHERE parent IS NOT NULL');
    await runner.query(`
      CREATE TABLE event (
        txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        position bigint GENERATED ALWAYS AS IDENTITY,
        plan uuid NOT NULL,
        sequence int NOT NULL,
        version int NOT NULL,
        type text NOT NULL,
        stage text NOT NULL,
        attempt int NOT NULL,
        occurred_at text,
        recorded_at timestamptz NOT NULL,
        who json NOT NULL,
        command uuid NOT NULL,
        imported boolean NOT NULL,
        data json NOT NULL,
        PRIMARY KEY (plan, sequence)
      )`);
    // The order in which readers go (architecture, decision 6).
    await runner.query('CREATE UNIQUE INDEX event_order ON event (txid, position)');
    await runner.query(`
      CREATE TABLE text (
        plan uuid NOT NULL,
        key text NOT NULL,
        field text NOT NULL,
        text text,
        recorded_at timestamptz NOT NULL,
        struck_at timestamptz,
        PRIMARY KEY (plan, key)
      )`);
    await runner.query(`
      CREATE TABLE idempotency_key (
        token text NOT NULL,
        key text NOT NULL,
        request text NOT NULL,
        answer json NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (token, key)
      )`);
    await runner.query('CREATE INDEX idempotency_key_age ON idempotency_key (recorded_at)');
    await runner.query(`
      CREATE TABLE checkpoint (
        reader text PRIMARY KEY,
        txid xid8 NOT NULL,
        position bigint NOT NULL,
        moved_at timestamptz NOT NULL
      )`);
    // Ends the statement, and with it the commit, when a plan had moved on since it was read.
    await runner.query(`
      CREATE FUNCTION all_or_nothing(stored bigint, wanted bigint) RETURNS timestamptz LANGUAGE plpgsql AS $$
      BEGIN
        IF stored <> wanted THEN
          RAISE EXCEPTION 'a plan has moved on' USING ERRCODE = 'SV001';
        END IF;
        RETURN clock_timestamp();
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION all_or_nothing(bigint, bigint)');
    await runner.query('DROP TABLE checkpoint, idempotency_key, text, event, plan');
  }
}
