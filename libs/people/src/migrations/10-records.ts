// What records and privacy need to keep: the audit trail, what was given out, who was erased, what was destroyed by which rule.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Records1764000000010 implements MigrationInterface {
  name = 'Records1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await keepAudit(runner);
    await keepDisclosures(runner);
    await keepErasures(runner);
    await keepRetention(runner);
    for (const table of ['audit', 'disclosure', 'erasure', 'retention_decision', 'destroyed'])
      await growOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE destroyed, retention_decision, retention_rule, erasure, disclosure, audit');
    await runner.query('DROP FUNCTION grows_only()');
    await runner.query('DROP INDEX event_recorded; ALTER TABLE refusal DROP COLUMN no');
  }
}

async function keepAudit(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE audit (
      no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      kind text NOT NULL,
      who json NOT NULL,
      plan uuid,
      about json NOT NULL
    )`);
  await runner.query('CREATE INDEX audit_at ON audit (at, no)');
  // The trail is read by time. Rows come almost in its order, so a few bytes for each range of pages are enough, and a command
  // pays nothing for them.
  await runner.query('CREATE INDEX event_recorded ON event USING brin (recorded_at) WITH (pages_per_range = 32)');
  await runner.query('ALTER TABLE refusal ADD COLUMN no bigint GENERATED ALWAYS AS IDENTITY');
  // INV-55. A restore puts back what was there, and says so for its own transaction.
  await runner.query(`
    CREATE FUNCTION grows_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF current_setting('stegvis.restoring', true) = 'yes' THEN
        RETURN coalesce(NEW, OLD);
      END IF;
      RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'SV055';
    END $$`);
}

async function growOnly(runner: QueryRunner, table: string): Promise<void> {
  for (const [when, each] of [
    ['UPDATE OR DELETE', 'ROW'],
    ['TRUNCATE', 'STATEMENT'],
  ])
    await runner.query(
      `CREATE TRIGGER ${table}_grows_only_${each} BEFORE ${when} ON ${table} FOR EACH ${each} EXECUTE FUNCTION grows_only()`,
    );
}

async function keepDisclosures(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE disclosure (
      id uuid PRIMARY KEY,
      plan uuid NOT NULL,
      at timestamptz NOT NULL,
      who json NOT NULL,
      recipient text,
      records text[],
      decision text NOT NULL CHECK (decision IN ('given', 'given-in-part', 'refused')),
      ground text,
      assessed boolean NOT NULL,
      note text
    )`);
  await runner.query('CREATE INDEX disclosure_plan ON disclosure (plan, at DESC, id DESC)');
}

async function keepErasures(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE erasure (
      person uuid PRIMARY KEY,
      at timestamptz NOT NULL,
      who json NOT NULL,
      reason text NOT NULL,
      texts_struck int NOT NULL
    )`);
}

async function keepRetention(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE retention_rule (
      what text PRIMARY KEY,
      after_days int NOT NULL CHECK (after_days >= 0),
      ground text NOT NULL,
      set_at timestamptz NOT NULL
    )`);
  await runner.query(`
    CREATE TABLE retention_decision (
      id uuid PRIMARY KEY,
      at timestamptz NOT NULL,
      who json NOT NULL,
      what text NOT NULL,
      plan uuid,
      decision text NOT NULL CHECK (decision IN ('destroy', 'keep')),
      reason text NOT NULL,
      after_days int NOT NULL,
      ground text NOT NULL,
      keep_until date
    )`);
  await runner.query('CREATE INDEX retention_decision_of ON retention_decision (what, plan, at DESC)');
  await runner.query(`
    CREATE TABLE destroyed (
      id uuid PRIMARY KEY,
      decision uuid NOT NULL REFERENCES retention_decision,
      at timestamptz NOT NULL,
      what text NOT NULL,
      plan uuid,
      number int NOT NULL,
      items text[] NOT NULL,
      hashes text[] NOT NULL
    )`);
}
