// Persons, and the roles that they hold outside the plans. An organisation's kind becomes one of a few, and a session knows its person.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { kindInSql, ORGANISATION_KINDS } from '../directory/organisation-kinds.js';

export class Persons1764000000007 implements MigrationInterface {
  name = 'Persons1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await nameKinds(runner);
    await keepPersons(runner);
    await keepPosts(runner);
    await runner.query('ALTER TABLE token ADD COLUMN person uuid REFERENCES person (id)');
    await runner.query('CREATE INDEX token_person ON token (person) WHERE person IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE token DROP COLUMN person');
    await runner.query('DROP TABLE post, person');
    await runner.query('ALTER TABLE organisation DROP CONSTRAINT organisation_kind');
  }
}

async function nameKinds(runner: QueryRunner): Promise<void> {
  await runner.query(`UPDATE organisation SET kind = ${kindInSql('kind')}`);
  const kinds = ORGANISATION_KINDS.map((kind) => `'${kind}'`).join(', ');
  await runner.query(`ALTER TABLE organisation ADD CONSTRAINT organisation_kind CHECK (kind IN (${kinds}))`);
}

/** Of a person who has been erased the id alone is left: events point at it (INV-54). */
async function keepPersons(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE person (
      id uuid PRIMARY KEY,
      name text,
      address text,
      language text NOT NULL DEFAULT 'sv' CHECK (language IN ('sv', 'en')),
      organisation text REFERENCES organisation (code),
      created_at timestamptz NOT NULL,
      erased_at timestamptz,
      CONSTRAINT person_named_until_erased CHECK ((name IS NULL) = (erased_at IS NOT NULL)),
      CONSTRAINT person_erased_without_address CHECK (erased_at IS NULL OR address IS NULL)
    )`);
  await runner.query('CREATE UNIQUE INDEX person_address ON person (folded(address))');
  await runner.query('CREATE INDEX person_organisation ON person (organisation)');
}

/** A post that ended on the day it would have begun has held no day: its last lies before its first. */
async function keepPosts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE post (
      id uuid PRIMARY KEY,
      role text NOT NULL,
      person uuid NOT NULL REFERENCES person (id),
      organisation text NOT NULL REFERENCES organisation (code),
      programme text REFERENCES programme (code),
      mandate text,
      from_day date NOT NULL,
      until_day date,
      deputy uuid REFERENCES person (id),
      share int CHECK (share BETWEEN 1 AND 100),
      created_at timestamptz NOT NULL,
      ended_at timestamptz,
      CONSTRAINT post_ends_after_it_begins CHECK (until_day >= from_day - 1),
      CONSTRAINT post_has_another_as_deputy CHECK (deputy <> person)
    )`);
  await runner.query('CREATE INDEX post_person ON post (person)');
  await runner.query('CREATE INDEX post_deputy ON post (deputy) WHERE deputy IS NOT NULL');
  await runner.query('CREATE INDEX post_programme ON post (programme, role)');
}
