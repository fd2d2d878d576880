// What signing in through an OpenID provider needs to keep: who is who there, the way out until it comes back, the sessions it gave.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Oidc1764000000011 implements MigrationInterface {
  name = 'Oidc1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE oidc_identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        person uuid NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, subject)
      )`);
    await runner.query('CREATE INDEX oidc_identity_person ON oidc_identity (person)');
    await runner.query(`
      CREATE TABLE oidc_flow (
        hash text PRIMARY KEY,
        provider text NOT NULL,
        state text NOT NULL,
        nonce text NOT NULL,
        verifier text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE oidc_session (
        token uuid PRIMARY KEY REFERENCES token ON DELETE CASCADE,
        provider text NOT NULL,
        subject text NOT NULL,
        session text,
        id_token text NOT NULL
      )`);
    await runner.query('CREATE INDEX oidc_session_subject ON oidc_session (provider, subject)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE oidc_session, oidc_flow, oidc_identity');
  }
}
