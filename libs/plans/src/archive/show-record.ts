// A record in readable HTML, whatever capability keeps it: its fields by their words, its values by their kind.
import {
  DESCRIPTION_KINDS,
  INSIGHT_SOURCES,
  INSIGHT_WAYS,
  isWhen,
  METHOD_LEVELS,
  PLAN_SECTIONS,
  type Count,
} from '#libs/lifecycle';
import { html, prose, type Html } from './html.js';
import { isRecordKey } from './numbered-records.js';
import type { Speech } from './speech.js';

/** Where and how a record was made, its key, and what only a program needs: the JSON beside has them. */
const ASIDE = new Set([
  'key',
  'stage',
  'attempt',
  'round',
  'imported',
  'cycle',
  'itemKey',
  'researchNote',
  'writer',
  'sha256',
  'basis',
  'mediaType',
  'bytes',
]);
const DATES = /(At|On|For|From|To|Until)$|^(at|on|drawnUp|revised|until|due|from|since)$/;
const AS_WRITTEN = new Set(['title', 'name', 'what', 'label', 'code', 'reference', 'registryNumber', 'scaledUpTo']);
/** Fields that name something of the plan by its code. */
const CODES = new Set(
  'area areas links strategy strategies indicator card method candidates each child children parent'.split(' '),
);
/** Fields that choose between a few codes: what people write themselves is never taken for one. */
const CHOICES = new Set(
  'as assessment consent decision group kind language operator outcome own qualifier status verdict'.split(' '),
);
/** The same of fields that elsewhere hold what people write: only these codes. */
const CHOICES_AMONG: Readonly<Record<string, readonly string[]>> = {
  description: DESCRIPTION_KINDS,
  from: INSIGHT_SOURCES,
  how: INSIGHT_WAYS,
  level: METHOD_LEVELS,
  section: PLAN_SECTIONS,
};
const STAGES = new Set(['about', 'stage', 'stages']);
/** Where a no is an answer. */
const MEANT_NO = new Set(['worked', 'granted']);
/** Dates that are only worth a word once the thing has happened: the field, and the status that says so. */
const AWAITED: Record<string, string> = { heldAt: 'held', plannedFor: 'planned' };
const PROSE_CHARACTERS = 120;

type Fields = Record<string, unknown>;

/** @returns null when there is nothing to tell. */
export function showRecord(speech: Speech, record: Fields): Html | null {
  const rows = told(speech, record).map(
    ([field, value]) =>
      html`<dt>${labelOf(speech, field, value)}</dt>
        <dd>${showValue(speech, field, value)}</dd>`,
  );
  return rows.length > 0 ? html`<dl>${rows}</dl>` : null;
}

function told(speech: Speech, record: Fields): [string, unknown][] {
  return Object.entries(record).filter(
    ([field, value]) =>
      !ASIDE.has(field) &&
      !field.endsWith('Text') &&
      (isTold(value) || (value === false && MEANT_NO.has(field))) &&
      !isAwaited(record, field, value) &&
      !isSaid(speech, record, field, value),
  );
}

/** A day that has not come is not one that nobody knows. */
function isAwaited({ status, decision }: Fields, field: string, value: unknown): boolean {
  if (value !== null) return false;
  if (field === 'due') return true;
  if (field === 'decidedOn') return decision === undefined;
  return status !== undefined && AWAITED[field] !== undefined && AWAITED[field] !== status;
}

/** A key of what the record itself tells, and the labels of a version that is named. */
function isSaid(speech: Speech, record: Fields, field: string, value: unknown): boolean {
  if (field === 'label' || field === 'proposal') return isRecordKey(String(record['version']));
  if (field === 'since') return typeof value === 'object';
  if (typeof value !== 'string' || !(isRecordKey(value) || CODES.has(field))) return false;
  if (
    ['title', 'name', 'what'].some(
      (title) => typeof record[title] === 'string' && record[title] === speech.called(value),
    )
  )
    return true;
  if (field === 'entry' && record['organisation'] !== undefined) return true;
  if (field === 'entry' && record['comment'] !== undefined) return false;
  return isRecordKey(value) && !speech.hasName(value) && value.replace(/-\d+$/, '').endsWith(field);
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
  if (typeof value === 'boolean') return speech.t(value ? 'yes' : 'no');
  if (typeof value === 'number') return speech.number(value);
  if (typeof value === 'string') return showText(speech, field, value);
  if (Array.isArray(value)) return showList(speech, field, value);
  return showInside(speech, value as Fields);
}

function showList(speech: Speech, field: string, values: unknown[]): Html | string | null {
  const shown = values.map((one) => showValue(speech, field, one));
  if (shown.length === 1) return shown[0] ?? null;
  return html`<ul>
    ${shown.map((one) => html`<li>${one}</li>`)}
  </ul>`;
}

/** A count, a seat, the day of a step; else a record of its own. That it was made at all is a yes. */
function showInside(speech: Speech, value: Fields): Html | string | null {
  if (typeof value['value'] === 'number' && typeof value['unit'] === 'string' && value['operator'] === undefined)
    return speech.count(value as unknown as Count);
  const rows = told(speech, value);
  if (rows.length === 0) return speech.t('yes');
  const [[field, only] = ['', null]] = rows;
  if (rows.length === 1 && (field === 'on' || field === 'organisation' || field === 'text' || field === 'count'))
    return showValue(speech, field, only);
  if (rows.length === 2 && typeof value['organisation'] === 'string' && typeof value['role'] === 'string')
    return `${speech.role(value['role'])}, ${speech.organisation(value['organisation'])}`;
  return showRecord(speech, value);
}

function showText(speech: Speech, field: string, value: string): Html | string {
  if (DATES.test(field) && isWhen(value)) return speech.when(value);
  if (value.length > PROSE_CHARACTERS || value.includes('\n')) return prose(value);
  // The label beside it says version already.
  if (field === 'version') return (speech.called(value) ?? value).replace(/^version\s+(?=\S)/i, '');
  if (AS_WRITTEN.has(field)) return value;
  if (STAGES.has(field)) return speech.stage(value);
  if (field === 'role') return speech.role(value);
  if (field === 'criteria') return speech.criterion(value);
  if (CHOICES.has(field) || CHOICES_AMONG[field]?.includes(value)) return speech.choice(value);
  if (CODES.has(field) || isRecordKey(value)) return speech.called(value) ?? speech.organisation(value);
  return speech.organisation(value);
}
