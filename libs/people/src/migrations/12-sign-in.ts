// Sign-in by mailed link, tokens bound to programmes, and the links by which a guest does one duty.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignIn1764000000012 implements MigrationInterface {
  name = 'SignIn1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sign_in_code
        ADD COLUMN purpose text NOT NULL DEFAULT 'operator' CHECK (purpose IN ('operator', 'person')),
        ADD COLUMN person uuid REFERENCES person ON DELETE CASCADE,
        ADD COLUMN browser_hash text,
        ADD COLUMN next text,
        ADD CONSTRAINT sign_in_code_of_person CHECK ((purpose = 'person') = (person IS NOT NULL AND browser_hash IS NOT NULL))`);
    await runner.query('CREATE INDEX sign_in_code_person ON sign_in_code (person) WHERE person IS NOT NULL');
    await runner.query('ALTER TABLE token ADD COLUMN programmes text[]');
    await runner.query(`
      CREATE TABLE guest_link (
        id uuid PRIMARY KEY,
        hash text NOT NULL UNIQUE,
        plan uuid NOT NULL,
        verb text NOT NULL,
        preset jsonb NOT NULL,
        ask text,
        message text,
        language text NOT NULL,
        person uuid REFERENCES person,
        name text,
        address text,
        role text,
        organisation text,
        made_by text NOT NULL,
        made_for text,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        withdrawn_at timestamptz,
        refusals int NOT NULL DEFAULT 0
      )`);
    await runner.query('CREATE INDEX guest_link_plan ON guest_link (plan, made_at DESC, id DESC)');
    await runner.query('CREATE INDEX guest_link_person ON guest_link (person) WHERE person IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE guest_link');
    await runner.query('ALTER TABLE token DROP COLUMN programmes');
    await runner.query("DELETE FROM sign_in_code WHERE purpose = 'person'");
    await runner.query(
      'ALTER TABLE sign_in_code DROP COLUMN purpose, DROP COLUMN person, DROP COLUMN browser_hash, DROP COLUMN next',
    );
  }
}
