// What is in attachments: each content once, by its SHA-256, in parts that are read and written one at a time.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Attachments1764000000004 implements MigrationInterface {
  name = 'Attachments1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE content (
        sha256 text PRIMARY KEY,
        bytes int NOT NULL,
        stored_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE content_part (
        sha256 text NOT NULL REFERENCES content ON DELETE CASCADE,
        part int NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (sha256, part)
      )`);
    // Files are mostly packed already: to try it again costs time for nothing.
    await runner.query('ALTER TABLE content_part ALTER COLUMN bytes SET STORAGE EXTERNAL');
    // Nothing names a content that is not there. To be named keeps it, in the same transaction, from whoever would clear it away.
    await runner.query(`
      CREATE FUNCTION hold_content() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE content SET stored_at = clock_timestamp()
        WHERE sha256 = NEW.data ->> 'sha256' AND bytes = (NEW.data ->> 'bytes')::int;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'there is no content %', NEW.data ->> 'sha256' USING ERRCODE = '22SV1';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER attachment_has_content BEFORE INSERT ON event FOR EACH ROW
      WHEN (NEW.type = 'attachment.added') EXECUTE FUNCTION hold_content()`);
    // The journal says which content is whose, and what has been struck out. Small: they hold these events and no others.
    await runner.query(
      `CREATE INDEX event_attachment_added ON event ((data ->> 'sha256')) WHERE type = 'attachment.added'`,
    );
    await runner.query(`CREATE INDEX event_attachment_struck ON event (plan) WHERE type = 'attachment.struck'`);
    await runner.query(`CREATE INDEX event_corrected ON event (plan) WHERE type = 'step.corrected'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER attachment_has_content ON event');
    await runner.query('DROP FUNCTION hold_content()');
    await runner.query('DROP INDEX event_corrected, event_attachment_struck, event_attachment_added');
    await runner.query('DROP TABLE content_part, content');
  }
}
