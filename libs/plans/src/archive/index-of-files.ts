// The archive's first page and its index: what plan it is, whether it is closed, which files there are and their checksums.
import { html, type Html } from './html.js';
import { attachmentPath } from './file-names.js';
import { isClosed, type Gathered } from './gather.js';
import { childrenOf, plansUnder } from './plans-under.js';
import type { Speech } from './speech.js';

export interface ArchiveFile {
  path: string;
  bytes: number;
  /** In hex. */
  sha256: string;
}

const PARTS = ['plan', 'versions', 'decisions', 'log', 'history'];

export function indexJson(gathered: Gathered, files: readonly ArchiveFile[]) {
  const { id, title, kind, status, language, version, recordedAt } = gathered.plan;
  return {
    format: 'stegvis-archive',
    version: 1,
    plan: { id, title, kind, status, language, version, recordedAt },
    closed: isClosed(gathered.plan),
    children: childrenOf(gathered).map(({ id, title, kind, status, released = false }) => ({
      id,
      title,
      kind,
      status,
      released,
    })),
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
}

export function indexPage(speech: Speech, gathered: Gathered, files: readonly ArchiveFile[]): Html {
  return html`<h1>${gathered.plan.title}</h1>
    ${mark(speech, gathered)} ${standing(speech, gathered)} ${plansUnder(speech, gathered)}
    <h2>${speech.t('contents')}</h2>
    <ul>
      ${PARTS.map((part) => html`<li><a href="${part}.html">${speech.t(part)}</a></li>`)}
    </ul>
    ${attachments(speech, gathered)}
    <h2>${speech.t('files')}</h2>
    <p class="quiet">${speech.t('check-them')}</p>
    <table>
      <thead>
        <tr>
          <th>${speech.t('file')}</th>
          <th>${speech.t('bytes')}</th>
          <th>${speech.t('sha256')}</th>
        </tr>
      </thead>
      <tbody>
        ${files.map(
          ({ path, bytes, sha256 }) =>
            html`<tr>
              <td><a href="${addressOf(path)}">${path}</a></td>
              <td>${bytes}</td>
              <td class="sum">${sha256}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function mark(speech: Speech, { plan, history }: Gathered): Html {
  const when = speech.when(plan.recordedAt);
  if (!isClosed(plan)) return html`<p class="mark">${speech.t('not-closed', { when })}</p>`;
  const ended = history.findLast(
    ({ type }) => /\.(completed|discontinued)\.v1$/.test(type) && !type.includes('.stage.'),
  );
  return html`<p>
    ${speech.t('closed', { when: speech.when(ended?.occurredAt.value ?? null) })} ${speech.t('as-of', { when })}
  </p>`;
}

function standing(speech: Speech, { plan, titles }: Gathered): Html {
  const { parent, programme, attempt, cycle = 1 } = plan;
  const rows: [string, string][] = [
    ['kind', speech.t(`kind.${plan.kind}`)],
    ['status', speech.t(`status.${plan.status}`)],
    ['stage', speech.stage(plan.stage)],
    ...(attempt > 1 ? [['attempt', String(attempt)] as [string, string]] : []),
    ...(cycle > 1 ? [['cycle', String(cycle)] as [string, string]] : []),
    ['template', speech.template(plan.template)],
    ...(parent === undefined ? [] : [['part-of', titles.get(parent) ?? parent] as [string, string]]),
    ...(programme === undefined ? [] : [['programme', programme.code] as [string, string]]),
    ['started', speech.when(plan.startedAt)],
    ['id', plan.id],
  ];
  return html`<dl>
    ${rows.map(
      ([label, value]) =>
        html`<dt>${speech.t(label)}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function attachments(speech: Speech, gathered: Gathered): Html | null {
  if (gathered.attachments.length === 0) return null;
  const rows = gathered.attachments.map(({ attachment, name, record, content }) => {
    const address = addressOf(attachmentPath(attachment, name));
    const shown =
      content === null
        ? html`${speech.called(attachment) ?? attachment}, <em>${speech.t('struck')}</em>`
        : html`<a href="${address}">${name ?? speech.called(attachment) ?? attachment}</a>`;
    return html`<tr>
      <td>${shown}</td>
      <td>${record === null ? '' : (speech.called(record) ?? record)}</td>
    </tr>`;
  });
  return html`<h2>${speech.t('attachments')}</h2>
    <table>
      <thead>
        <tr>
          <th>${speech.t('name')}</th>
          <th>${speech.t('belongs')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
