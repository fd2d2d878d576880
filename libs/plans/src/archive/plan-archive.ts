// The archive package of a plan: the same plan gives the same files, byte for byte, so it holds no date of its own.
import type { Plan } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { createHash } from 'node:crypto';
import { partsOf } from '../attachments/contents.js';
import type { AttachmentView } from '../attachments/attachment-view.js';
import type { Plans } from '../plans.js';
import type { ArchiveNames } from './archive-words.js';
import { gather, logOf, standingOf, type Gathered, type Look } from './gather.js';
import { html, page, type Html } from './html.js';
import { indexJson, indexPage, type ArchiveFile } from './index-of-files.js';
import { attachmentPath } from './file-names.js';
import { decisionsPage } from './decisions-page.js';
import { historyPage } from './history-page.js';
import { namesInPlan } from './names-in-plan.js';
import { logPage, planPage } from './pages.js';
import { Speech } from './speech.js';
import { versionsPage } from './versions-page.js';

/** A file of the package, read when its turn comes. */
export interface Packed extends ArchiveFile {
  open(): AsyncIterable<Buffer> | Iterable<Buffer>;
}

export class PlanArchive {
  constructor(
    private readonly plans: Plans,
    private readonly pool: Pool,
    private readonly names: ArchiveNames,
  ) {}

  /** Every file, in the order of the package. Attachments are read only when they are opened. @param look what the reader sees */
  async files(plan: Plan, look?: Look): Promise<Packed[]> {
    const gathered = await gather(this.plans, this.pool, plan, look);
    const speech = await this.speech(gathered);
    const files = [
      ...parts(speech, gathered),
      ...gathered.templates.map((one) => packed(`templates/${one.key}-v${one.version}.json`, json(one))),
      ...gathered.attachments.filter(({ content }) => content !== null).map((one) => this.attached(one)),
    ];
    const index = [
      packed('index.json', json(indexJson(gathered, files))),
      packed('index.html', page(plan.language, plan.title, indexPage(speech, gathered, files))),
    ];
    return [...index, ...files, packed('checksums.txt', checksums([...index, ...files]))];
  }

  private async speech({ plan, records, templates, titles, ancestors }: Gathered): Promise<Speech> {
    const { language } = plan;
    const [words, organisations] = [await this.names.words(language), await this.names.organisations()];
    const organisation = (code: string) => organisations.get(code) ?? code;
    const told = { language, templates, organisation };
    const names = namesInPlan({ ...told, records, plans: titles });
    const elsewhere = new Map(
      [...ancestors].map(([id, one]) => [id, namesInPlan({ ...told, records: one.records, plans: one.titles })]),
    );
    return new Speech(language, { words, organisations, templates, names, elsewhere });
  }

  private attached({ attachment, name, sha256, bytes }: AttachmentView): Packed {
    return { path: attachmentPath(attachment, name), bytes, sha256, open: () => partsOf(this.pool, { sha256, bytes }) };
  }
}

function parts(speech: Speech, gathered: Gathered): Packed[] {
  const { records, history } = gathered;
  const { title, language } = gathered.plan;
  const part = (name: string, data: unknown, show: (speech: Speech, gathered: Gathered) => Html): Packed[] => [
    packed(`${name}.json`, json(data)),
    packed(
      `${name}.html`,
      page(language, `${title}: ${speech.t(name)}`, framed(speech, title, name, show(speech, gathered))),
    ),
  ];
  return [
    ...part('plan', standingOf(gathered), planPage),
    ...part('versions', records['versions'] ?? null, versionsPage),
    ...part('decisions', records['adoption'] ?? null, decisionsPage),
    ...part('log', logOf(gathered), logPage),
    ...part('history', history, historyPage),
    packed('attachments.json', json(gathered.attachments)),
  ];
}

function framed(speech: Speech, title: string, name: string, content: Html): Html {
  return html`<nav><a href="index.html">${title}</a></nav>
    <h1>${speech.t(name)}</h1>
    ${content}`;
}

function packed(path: string, text: string): Packed {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, bytes: bytes.length, sha256, open: () => [bytes] };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** As `sha256sum -c` reads it. */
function checksums(files: readonly ArchiveFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}
