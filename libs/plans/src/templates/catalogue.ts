// The published templates. A version never changes once it is out, so it may be remembered for ever.
import type { Label, Language, Template } from '#libs/lifecycle';
import { checkTemplate, same, shippedTemplates, versionTaken, wholeTemplate, type Fault } from '#libs/templates';
import { LessThan, type DataSource, type Repository } from 'typeorm';
import { PublishedTemplate } from './template.entity.js';

type Publication = { published: PublishedTemplate } | { faults: Fault[] } | { taken: number };

/** A template as lists tell of it. */
interface Listed {
  key: string;
  version: number;
  name: Label;
  summary: Label | null;
  publishedAt: Date;
  /** Every version of the key, the newest first. */
  versions: number[];
}

/** How long a process may start plans from a version that another process has just replaced. */
const LATEST_AGE_MAX_MS = 1_000;

export class Catalogue {
  private readonly templates: Repository<PublishedTemplate>;
  private readonly known = new Map<string, Template>();
  private readonly newest = new Map<string, { template: Template; seenAtMs: number }>();

  constructor(private readonly source: DataSource) {
    this.templates = source.getRepository(PublishedTemplate);
  }

  /** Puts the shipped templates beside what is there; a version that is out is left as it is. */
  async ship(): Promise<void> {
    for (const document of shippedTemplates) await this.insert(document, 'shipped');
  }

  async get(key: string, version: number): Promise<Template | undefined> {
    const name = `${key} ${version}`;
    const known = this.known.get(name);
    if (known) return known;
    const found = await this.templates.findOneBy({ key, version });
    if (!found) return undefined;
    const template = wholeTemplate(found.document);
    this.known.set(name, template);
    return template;
  }

  /** As it was sent; the latest version unless one is named. */
  async document(key: string, version?: number): Promise<Template | undefined> {
    const where = version === undefined ? { key } : { key, version };
    return (await this.templates.findOne({ where, order: { version: 'DESC' } }))?.document;
  }

  async latest(key: string): Promise<Template | undefined> {
    const seen = this.newest.get(key);
    if (seen && performance.now() - seen.seenAtMs < LATEST_AGE_MAX_MS) return seen.template;
    const found = await this.templates.findOne({ where: { key }, order: { version: 'DESC' } });
    if (!found) return undefined;
    const template = (await this.get(key, found.version)) as Template;
    this.newest.set(key, { template, seenAtMs: performance.now() });
    return template;
  }

  /** Every published version, by key, the newest first; without the documents, which may be large. */
  all(): Promise<Pick<Listed, 'key' | 'version' | 'name' | 'publishedAt'>[]> {
    return this.source.query(
      `SELECT key, version, document -> 'name' AS name, published_at AS "publishedAt" FROM template
       ORDER BY key COLLATE "C", version DESC`,
    );
  }

  /** The latest version of each key, by key. @param after the key that the page before this one ended with. */
  list(limit: number, after?: string): Promise<Listed[]> {
    return this.source.query(
      `SELECT key, version, document -> 'name' AS name, document -> 'summary' AS summary, published_at AS "publishedAt", versions
       FROM (SELECT key, max(version) AS version, array_agg(version ORDER BY version DESC) AS versions FROM template
         WHERE $1::text IS NULL OR key COLLATE "C" > $1 GROUP BY key ORDER BY key COLLATE "C" LIMIT $2) AS latest
       JOIN template USING (key, version) ORDER BY key COLLATE "C"`,
      [after ?? null, limit],
    );
  }

  /** Every fault at once, also that its version is out already with another content. */
  async check(candidate: unknown, language: Language): Promise<Fault[]> {
    const faults = checkTemplate(candidate, language);
    const { key, version } = Object(candidate) as { key?: unknown; version?: unknown };
    if (typeof key !== 'string' || !Number.isSafeInteger(version)) return faults;
    const isUnder = faults.some(({ pointer }) => pointer === '/key' || pointer === '/version');
    const published = isUnder ? undefined : await this.document(key, version as number);
    return published && !sameTemplate(published, candidate) ? [versionTaken(language), ...faults] : faults;
  }

  /** The latest published version of a key before this one. */
  async before(key: string, version: number): Promise<Template | undefined> {
    const where = { key, version: LessThan(version) };
    return (await this.templates.findOne({ where, order: { version: 'DESC' } }))?.document;
  }

  /** Checks and publishes; nothing is published when anything is wrong with it. */
  async publish(candidate: unknown, by: string): Promise<Publication> {
    const faults = checkTemplate(candidate);
    if (faults.length > 0) return { faults };
    const document = candidate as Template;
    const isNew = await this.insert(document, by);
    if (!isNew) return { taken: document.version };
    this.newest.delete(document.key);
    const published = await this.templates.findOneByOrFail({ key: document.key, version: document.version });
    return { published };
  }

  /** @returns false when that version is out already. */
  private async insert(document: Template, by: string): Promise<boolean> {
    const inserted: unknown[] = await this.source.query(
      `INSERT INTO template (key, version, document, published_at, published_by)
       VALUES ($1, $2, $3, now(), $4) ON CONFLICT DO NOTHING RETURNING key`,
      [document.key, document.version, JSON.stringify(document), by],
    );
    return inserted.length > 0;
  }
}

/** Whether two documents say the same, a list that is left out being an empty one. */
export function sameTemplate(one: Template, other: unknown): boolean {
  const isWhole = Array.isArray((other as Partial<Template>).stages);
  return isWhole && same(wholeTemplate(one), wholeTemplate(other as Template));
}
