// The readable pages of an archive: the plan and what was recorded in it, versions, decisions, log and history.
import { html, prose, type Html } from './html.js';
import { isDeepStrictEqual } from 'node:util';
import { logOf, type Gathered, type HistoryItem } from './gather.js';
import { isTold, showRecord } from './show-record.js';
import type { Speech } from './speech.js';

type Fields = Record<string, unknown>;

/** They have pages of their own. */
const ELSEWHERE = new Set(['versions', 'adoption', 'log', 'attachments']);

export function planPage(speech: Speech, { records }: Gathered): Html {
  const told = Object.entries(records).filter(([key, facts]) => !ELSEWHERE.has(key) && isTold(facts));
  return orNothing(
    speech,
    told.map(
      ([key, facts]) =>
        html`<h2>${speech.named('record', key)}</h2>
          ${recordsIn(speech, facts as Fields)}`,
    ),
  );
}

/** Lists of records one by one, single facts together. */
function recordsIn(speech: Speech, facts: Fields): Html[] {
  const lists = Object.entries(facts).filter(([, value]) => isListOfRecords(value) && isTold(value));
  const single = Object.fromEntries(Object.entries(facts).filter(([, value]) => !isListOfRecords(value)));
  const heading = (name: string) => (lists.length > 1 ? html`<h3>${speech.named('list', name)}</h3>` : null);
  const shown = lists.map(
    ([name, rows]) => html`${heading(name)}${(rows as Fields[]).map((row) => article(showRecord(speech, row)))}`,
  );
  const rest = showRecord(speech, single);
  return rest ? [...shown, rest] : shown;
}

function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}

function article(content: Html | null): Html | null {
  return content && html`<article>${content}</article>`;
}

interface Version extends Fields {
  label: string;
  submittedOn: string | null;
  content: Content;
  dates: Fields;
  registryNumber?: string;
  adopted?: { label: string; on: string | null };
}

interface Content {
  pieces: { section: string; code?: string; text: string | null }[];
}

export function versionsPage(speech: Speech, { records }: Gathered): Html {
  const { versions = [], draft } = (records['versions'] ?? {}) as { versions?: Version[]; draft?: Content };
  const written = versions.map((version) => versionIn(speech, version));
  if (draft && draft.pieces.length > 0 && !isSubmitted(draft, versions))
    written.push(
      html`<h2>${speech.t('draft')}</h2>
        ${piecesIn(speech, draft)}`,
    );
  return orNothing(speech, written);
}

/** A draft that nobody has changed since is the last version. */
function isSubmitted(draft: Content, versions: Version[]): boolean {
  return isDeepStrictEqual(draft.pieces, versions.at(-1)?.content.pieces);
}

function versionIn(speech: Speech, { label, submittedOn, content, dates, registryNumber, adopted }: Version): Html {
  return html`<h2>${sentence(speech.t('version', { version: adopted?.label ?? label }))}</h2>
    <p class="quiet">${speech.t('submitted', { when: speech.when(submittedOn) })}</p>
    ${adopted ? html`<p><strong>${speech.t('adopted', { when: speech.when(adopted.on) })}</strong></p>` : null}
    ${piecesIn(speech, content)} ${showRecord(speech, { ...dates, registryNumber })}`;
}

function piecesIn(speech: Speech, { pieces }: Content): Html[] {
  return pieces.map(
    ({ section, code, text }) =>
      html`<h3>${sentence(speech.value(section))}${code === undefined ? null : ` (${code})`}</h3>
        ${text === null ? html`<p><em>${speech.t('struck')}</em></p>` : prose(text)}`,
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function decisionsPage(speech: Speech, { records }: Gathered): Html {
  const { entries = [] } = (records['adoption'] ?? {}) as { entries?: Fields[] };
  return orNothing(
    speech,
    entries.map(({ organisation, label, version: _key, ...entry }) => {
      const heading = `${speech.organisation(organisation as string)}, ${speech.t('version', { version: label as string })}`;
      return html`<h2>${heading}</h2>
        ${showRecord(speech, entry)}`;
    }),
  );
}

export function logPage(speech: Speech, gathered: Gathered): Html {
  const items = logOf(gathered);
  return orNothing(
    speech,
    items.map((item) => {
      const { words, entry } = item.data as { words?: string | null; entry?: string };
      const isComment = item.type.includes('.comment.');
      const heading = isComment
        ? html`<strong
            >${speech.t('comment')}${entry === undefined ? null : ` ${speech.t('on', { what: entry })}`}</strong
          >`
        : html`<strong>${entry}</strong>`;
      const said = words === null || words === undefined ? html`<p><em>${speech.t('struck')}</em></p>` : prose(words);
      return html`<article>
        <p>${heading}, ${speech.when(item.occurredAt.value)}</p>
        ${said}${aside(speech, item)}
      </article>`;
    }),
  );
}

/** What the heading of an event says already. */
const SAID = new Set([
  'inherits',
  'language',
  'template',
  'children',
  'child',
  'kind',
  'parent',
  'takenUpAgain',
  'from',
]);

export function historyPage(speech: Speech, { history }: Gathered): Html {
  return html`${history.map((item) => {
    const data = item.data as Fields;
    const rest = Object.fromEntries(Object.entries(data).filter(([field]) => !SAID.has(field)));
    return html`<article>
      <p>
        <strong>${speech.named('event', shortType(item.type), data)}</strong>, ${speech.when(item.occurredAt.value)}
      </p>
      ${showRecord(speech, rest)}${aside(speech, item)}
    </article>`;
  })}`;
}

function shortType(type: string): string {
  return type.replace(/^se\.stegvis\./, '').replace(/\.v\d+$/, '');
}

function aside(speech: Speech, { who, stage, recordedAt, imported }: HistoryItem): Html {
  const by = [who.role ? speech.role(who.role) : null, who.organisation ? speech.organisation(who.organisation) : null];
  const named = by.filter((one) => one !== null).join(', ');
  const words = [
    speech.stage(stage),
    ...(named === '' ? [] : [speech.t('by', { who: named })]),
    speech.t('recorded', { when: speech.when(recordedAt) }),
    ...(imported ? [speech.t('imported')] : []),
  ];
  return html`<p class="quiet">${words.join(' · ')}</p>`;
}

function orNothing(speech: Speech, shown: Html[]): Html {
  return shown.length > 0 ? html`${shown}` : html`<p>${speech.t('nothing')}</p>`;
}
