// What the board is read from: an index that answers every filter by itself, titles in one case, and where each plan has stood.
import type { ClientBase } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { plansInJournal } from '../store/journal-plans.js';
import { writeStandings } from '../store/stored-plans.js';

export class Board1764000000006 implements MigrationInterface {
  name = 'Board1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await foldTitles(runner);
    await coverBoard(runner);
    await keepStandings(runner);
    await tellStandings((await runner.connect()) as ClientBase);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TRIGGER plan_begins ON plan; DROP TRIGGER plan_moves ON plan; DROP FUNCTION keep_standing()',
    );
    await runner.query('DROP TABLE standing');
    await runner.query('DROP INDEX plan_board; ALTER TABLE plan DROP COLUMN title_folded; DROP FUNCTION folded(text)');
    await runner.query('CREATE INDEX plan_board ON plan (started_at DESC, id DESC)');
  }
}

/** Å is å and Ä is ä whatever the locale of the database, also where the ring or the dots were typed as a character of their own. */
async function foldTitles(runner: QueryRunner): Promise<void> {
  const collations: { name: string }[] = await runner.query(
    `SELECT collname AS name FROM pg_collation WHERE collname IN ('pg_c_utf8', 'und-x-icu') ORDER BY collname`,
  );
  const collation = collations[0]?.name ?? 'default';
  await runner.query(`
    CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(normalize(words) COLLATE "${collation}")`);
  await runner.query(
    'ALTER TABLE plan ADD COLUMN title_folded text NOT NULL GENERATED ALWAYS AS (folded(title)) STORED',
  );
}

/**
 * Holds all that the board can be asked for and nothing that changes with every command: a filter that few plans meet costs a
 * walk through this narrow index, never through the plans themselves, and most commands leave it alone.
 */
async function coverBoard(runner: QueryRunner): Promise<void> {
  await runner.query('DROP INDEX plan_board');
  await runner.query(`
    CREATE INDEX plan_board ON plan (started_at DESC, id DESC)
    INCLUDE (stage, status, template, template_version, kind, programme, parent, public, title_folded)`);
  // The index answers by itself only for pages that a vacuum has seen since they changed.
  const often = 'autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05';
  await runner.query(`ALTER TABLE plan SET (${often})`);
}

/** One row for each time that a plan came to stand otherwise, so that the board of any earlier instant needs no replay. */
async function keepStandings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE standing (
      plan uuid NOT NULL,
      since timestamptz NOT NULL,
      title text NOT NULL,
      retitled boolean NOT NULL,
      template text NOT NULL,
      template_version int NOT NULL,
      stage text NOT NULL,
      status text NOT NULL,
      attempt int NOT NULL,
      public boolean NOT NULL,
      imported boolean NOT NULL,
      PRIMARY KEY (plan, since)
    )`);
  await runner.query('CREATE INDEX standing_retitled ON standing (plan) WHERE retitled');
  // By the database and not by whoever writes: no way of changing a plan can forget it, and what changes nothing costs nothing.
  await runner.query(`
    CREATE FUNCTION keep_standing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO standing (plan, since, title, retitled, template, template_version, stage, status, attempt, public, imported)
      VALUES (NEW.id, NEW.recorded_at, NEW.title, TG_OP = 'UPDATE' AND NEW.title <> OLD.title, NEW.template, NEW.template_version,
        NEW.stage, NEW.status, NEW.attempt, NEW.public, NEW.imported)
      ON CONFLICT (plan, since) DO UPDATE SET title = excluded.title, retitled = standing.retitled OR excluded.retitled,
        template = excluded.template, template_version = excluded.template_version, stage = excluded.stage,
        status = excluded.status, attempt = excluded.attempt, public = excluded.public, imported = excluded.imported;
      RETURN NULL;
    END $$`);
  await runner.query('CREATE TRIGGER plan_begins AFTER INSERT ON plan FOR EACH ROW EXECUTE FUNCTION keep_standing()');
  const standing = ['title', 'template', 'template_version', 'stage', 'status', 'attempt', 'public', 'imported'];
  const row = (which: string) => `(${standing.map((column) => `${which}.${column}`).join(', ')})`;
  await runner.query(`
    CREATE TRIGGER plan_moves AFTER UPDATE ON plan FOR EACH ROW
    WHEN (${row('OLD')} IS DISTINCT FROM ${row('NEW')}) EXECUTE FUNCTION keep_standing()`);
}

/** Of the plans that are there already. */
async function tellStandings(client: ClientBase): Promise<void> {
  for await (const { plans } of plansInJournal(client)) await writeStandings(client, plans);
}
