// The mails: each waits in a row until a mail server has taken it, or stays in one for the operator to read.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mail1764000000008 implements MigrationInterface {
  name = 'Mail1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail (
        id uuid PRIMARY KEY,
        to_address text NOT NULL,
        to_name text,
        language text NOT NULL,
        subject text NOT NULL,
        text text,
        html text,
        headers jsonb NOT NULL DEFAULT '{}',
        purpose text NOT NULL,
        person uuid,
        created_at timestamptz NOT NULL,
        due timestamptz,
        until timestamptz,
        sent_at timestamptz,
        failed_at timestamptz,
        attempts int NOT NULL DEFAULT 0,
        fault text
      )`);
    await runner.query(`CREATE INDEX mail_due ON mail (due, id) WHERE sent_at IS NULL AND failed_at IS NULL`);
    await runner.query('CREATE INDEX mail_created ON mail (created_at DESC, id DESC)');
    await runner.query('CREATE INDEX mail_person ON mail (person) WHERE person IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail');
  }
}
