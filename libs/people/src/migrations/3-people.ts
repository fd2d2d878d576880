// The tables of this slice: organisations, tokens, and the codes that sign a browser in once.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1764000000003 implements MigrationInterface {
  name = 'People1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        code text PRIMARY KEY,
        name text NOT NULL,
        kind text,
        roles text[] NOT NULL DEFAULT '{}',
        source text
      )`);
    await runner.query(`
      CREATE TABLE token (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        hash text NOT NULL UNIQUE,
        scopes text[] NOT NULL,
        role text,
        organisation text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE sign_in_code (
        hash text PRIMARY KEY,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_code, token, organisation');
  }
}
