// The journal's epoch: an id that changes when the journal is brought in from a file, for positions of before mean nothing then.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Epoch1764000000005 implements MigrationInterface {
  name = 'Epoch1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE journal_epoch (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        epoch uuid NOT NULL,
        began_at timestamptz NOT NULL
      )`);
    await runner.query('INSERT INTO journal_epoch (epoch, began_at) VALUES (gen_random_uuid(), now())');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE journal_epoch');
  }
}
