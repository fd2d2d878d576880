// A token knows the person who made it, so that it gives away no more than that person still has.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TokenMaker1764000000013 implements MigrationInterface {
  name = 'TokenMaker1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE token ADD COLUMN made_by uuid REFERENCES person');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE token DROP COLUMN made_by');
  }
}
