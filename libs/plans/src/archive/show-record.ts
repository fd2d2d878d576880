// A record in readable HTML, whatever capability keeps it: its fields by their words, its values by their kind.
import { html, prose, type Html } from './html.js';
import type { Speech } from './speech.js';

/** Where and how a record was made, and its key: the JSON beside has them. */
const ASIDE = new Set(['key', 'stage', 'attempt', 'round', 'since', 'imported', 'cycle', 'sha256']);
const DATES = /(At|On|For|From|To|Until)$|^(at|on|drawnUp|revised|until|due|from)$/;
const PROSE_CHARACTERS = 120;

type Fields = Record<string, unknown>;

/** @returns null when there is nothing to tell. */
export function showRecord(speech: Speech, record: Fields): Html | null {
  const rows = Object.entries(record)
    .filter(([field, value]) => !ASIDE.has(field) && !field.endsWith('Text') && isTold(value))
    .map(
      ([field, value]) =>
        html`<dt>${labelOf(speech, field, value)}</dt>
          <dd>${showValue(speech, field, value)}</dd>`,
    );
  return rows.length > 0 ? html`<dl>${rows}</dl>` : null;
}

function labelOf(speech: Speech, field: string, value: unknown): string {
  return speech.named(Array.isArray(value) ? 'list' : 'field', field);
}

/** Empty lists and objects have nothing to tell, nor has a no. Null is told: a date that nobody knows, or what was struck out. */
export function isTold(value: unknown): boolean {
  if (value === undefined || value === false || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return value === null || typeof value !== 'object' || Object.values(value).some(isTold);
}

function showValue(speech: Speech, field: string, value: unknown): Html | string | null {
  if (value === null) return DATES.test(field) ? speech.when(null) : html`<em>${speech.t('struck')}</em>`;
  if (value === true) return speech.t('yes');
  if (typeof value === 'number') return new Intl.NumberFormat(speech.language).format(value);
  if (typeof value === 'string') return showText(speech, field, value);
  if (Array.isArray(value))
    return html`<ul>
      ${value.map((one) => html`<li>${showValue(speech, field, one)}</li>`)}
    </ul>`;
  return showRecord(speech, value as Fields);
}

function showText(speech: Speech, field: string, value: string): Html | string {
  if (DATES.test(field) && /^\d{4}/.test(value)) return speech.when(value);
  if (value.length > PROSE_CHARACTERS || value.includes('\n')) return prose(value);
  if (field === 'about') return speech.stage(value);
  if (field === 'role') return speech.role(value);
  return speech.value(value);
}
