// The readable pages of an archive: the plan and what was recorded in it, and the log.
import type { Plan } from '#libs/lifecycle';
import { logOf, type Gathered } from './gather.js';
import { aside } from './history-page.js';
import { html, orNothing, prose, quiet, type Html } from './html.js';
import { marks } from './marks.js';
import { isTold, showRecord } from './show-record.js';
import type { Speech } from './speech.js';

type Fields = Record<string, unknown>;

/** They have pages of their own. */
const ELSEWHERE = new Set(['versions', 'adoption', 'log', 'attachments']);

export function planPage(speech: Speech, { plan, records }: Gathered): Html {
  const told = Object.entries(records).filter(([key, facts]) => !ELSEWHERE.has(key) && isTold(facts));
  return orNothing(
    speech.t('nothing'),
    told.map(
      ([key, facts]) =>
        html`<h2>${speech.named('record', key)}</h2>
          ${recordsIn(speech, plan, facts as Fields)}`,
    ),
  );
}

/** Lists of records one by one, single facts together. */
function recordsIn(speech: Speech, plan: Plan, facts: Fields): Html[] {
  const lists = Object.entries(facts).filter(([, value]) => isListOfRecords(value) && isTold(value));
  const single = Object.fromEntries(Object.entries(facts).filter(([, value]) => !isListOfRecords(value)));
  const heading = (name: string) => (lists.length > 1 ? html`<h3>${speech.named('list', name)}</h3>` : null);
  const shown = lists.map(
    ([name, rows]) => html`${heading(name)}${(rows as Fields[]).map((row) => article(speech, plan, row))}`,
  );
  const rest = showRecord(speech, single);
  return rest ? [...shown, rest] : shown;
}

function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}

function article(speech: Speech, plan: Plan, row: Fields): Html | null {
  const content = showRecord(speech, row);
  return content && html`<article>${content}${quiet(marks(speech, plan, row))}</article>`;
}

export function logPage(speech: Speech, gathered: Gathered): Html {
  const items = logOf(gathered);
  return orNothing(
    speech.t('nothing'),
    items.map((item) => {
      const { words, entry } = item.data as { words?: string | null; entry?: string };
      const isComment = item.type.includes('.comment.');
      const heading = isComment
        ? html`<strong
            >${speech.t('comment')}${entry === undefined ? null : ` ${speech.t('on', { what: speech.called(entry) ?? entry })}`}</strong
          >`
        : html`<strong>${speech.called(entry ?? '') ?? entry}</strong>`;
      const said = words === null || words === undefined ? html`<p><em>${speech.t('struck')}</em></p>` : prose(words);
      return html`<article>
        <p>${heading}, ${speech.when(item.occurredAt.value)}</p>
        ${said}${aside(speech, item)}
      </article>`;
    }),
  );
}
