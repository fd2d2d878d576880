// The tables of this slice besides the journal's: templates, programmes, and the count of refusals.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Plans1764000000002 implements MigrationInterface {
  name = 'Plans1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE template (
        key text NOT NULL,
        version int NOT NULL,
        document json NOT NULL,
        published_at timestamptz NOT NULL,
        published_by text NOT NULL,
        PRIMARY KEY (key, version)
      )`);
    await runner.query(`
      CREATE TABLE programme (code text PRIMARY KEY, name text NOT NULL, goal text, strands json NOT NULL, source text)`);
    // A refusal leaves nothing in the plan's stream, but who was refused what is kept (architecture, decision 5).
    await runner.query(`
      CREATE TABLE refusal (
        at timestamptz NOT NULL,
        plan uuid,
        verb text NOT NULL,
        codes text[] NOT NULL,
        who json NOT NULL
      )`);
    await runner.query('CREATE INDEX refusal_plan ON refusal (plan, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refusal, programme, template');
  }
}
