// One recorded value in words: what kind it is can be told by its field's name and its shape, in any capability.
import { el, facts, prose } from '../page/element.js';
import { countInWords, isCount } from '../words/counts.js';
import { whenInWords } from '../words/dates.js';
import { has, language, named, t } from '../words/language.js';

/** Where and how a record was made, and its key, also the template's: shown beside it or not at all. */
const ASIDE = new Set([
  'key',
  'stage',
  'attempt',
  'round',
  'since',
  'imported',
  'id',
  'entry',
  'card',
  'cycle',
  'itemKey',
  'researchNote',
  'writer',
]);
/** A no here is nothing to tell. */
const ONLY_YES = new Set([
  'light',
  'association',
  'withdrawn',
  'dissolved',
  'overridden',
  'locked',
  'revising',
  'distinct',
  'service',
  'dropped',
  'ended',
  'left',
]);
const DATES = /(At|On|For|From|To|Until)$|^(at|on|drawnUp|revised|until|due)$/;
/** Fields that hold codes of organisations. */
export const ORGANISATIONS = new Set([
  'organisation',
  'with',
  'organisations',
  'represented',
  'decidedBy',
  'anchoredIn',
  'members',
  'writtenInput',
  'agreedBy',
  'judgedBy',
  'municipality',
  'ownMunicipality',
]);
const REFERENCES = {
  potential: ['potentials', 'potentials'],
  potentials: ['potentials', 'potentials'],
  item: ['knowledge', 'items'],
  meeting: ['meetings', 'meetings'],
  workgroup: ['workgroups', 'workgroups'],
  version: ['versions', 'versions'],
  theme: ['direction', 'themes'],
  area: ['areas', 'areas'],
  areas: ['areas', 'areas'],
  links: ['areas', 'areas'],
  trial: ['trials', 'trials'],
  commitment: ['commitments', 'commitments'],
  idea: ['ideas', 'ideas'],
  strategies: ['strategies', 'strategies'],
};
/** Where it names no development area: one that the strategies are made concrete in. */
const PRIORITY_AREA = ['strategies', 'areas'];

export function isDate(field) {
  return DATES.test(field);
}

export function isTold(value) {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isTold);
  return Boolean(value);
}

/** The fields of a record that are for reading, in their order. */
export function fieldsOf(record) {
  const isRepeated = (field) => field === 'version' && record.label !== undefined;
  return Object.keys(record).filter(
    (field) => !ASIDE.has(field) && !isRepeated(field) && !isProseKey(field, record[field]),
  );
}

/** The prose itself stands beside its key. */
function isProseKey(field, value) {
  return field.endsWith('Text') && /^text-\d+$/.test(value ?? '');
}

/** @returns a node or words; null when there is nothing to tell. */
export function shown(field, value, read, record = {}) {
  if (isDate(field) && (value === null || typeof value === 'string')) return date(field, value, record);
  if (field === 'from' && /^\d{4}(-|$)/.test(value)) return whenInWords(value);
  if (value === null) return t('records.struck-out');
  if (value === undefined || value === '') return null;
  if (typeof value === 'boolean') return yesOrNo(field, value, record);
  if (typeof value === 'number') return new Intl.NumberFormat(language()).format(value);
  if (typeof value === 'string') return words(field, value, read);
  if (Array.isArray(value)) return list(field, value, read);
  if (isCount(value)) return countInWords(value);
  return Object.keys(value).length === 1 && 'on' in value ? date('on', value.on, record) : details(value, read);
}

/** What an imported record does not say is not a no (INV-26). */
function yesOrNo(field, value, { imported }) {
  if (value) return t('yes');
  if (ONLY_YES.has(field)) return null;
  return imported ? t('records.source-silent') : t('no');
}

/** A date that nobody knows is only worth a word when the thing has happened. */
function date(field, value, { status, decision, imported }) {
  if (value !== null) return whenInWords(value);
  if (field === 'due') return imported ? whenInWords(null) : null;
  if (field === 'plannedFor') return status === 'planned' ? whenInWords(null) : null;
  if (field === 'heldAt') return status === 'held' ? whenInWords(null) : null;
  return field === 'decidedOn' && decision === undefined ? null : whenInWords(null);
}

function words(field, value, read) {
  const { names, plan } = read;
  if (ORGANISATIONS.has(field)) return names.organisation(value);
  if (field === 'about' || field === 'stages') return names.stage(value);
  if (field === 'role') return names.role(value);
  if (REFERENCES[field]) {
    const inStrategies = field === 'area' ? titleOf(PRIORITY_AREA, value, plan.records) : undefined;
    return titleOf(REFERENCES[field], value, plan.records) ?? inStrategies ?? value;
  }
  if (has(`value.${value}`)) return t(`value.${value}`);
  const lang = names.language === language() ? null : names.language;
  if (value.length > 120 || value.includes('\n')) return prose(value, lang);
  return lang ? el('span', { lang }, value) : value;
}

function titleOf([capability, list], key, records) {
  const rows =
    capability === 'direction'
      ? records.direction?.decisions?.flatMap((one) => one.themes)
      : records[capability]?.[list];
  const row = rows?.find((one) => one.key === key || one.code === key);
  return row?.title ?? row?.name ?? row?.what ?? row?.label;
}

function list(field, values, read) {
  const rows = values.map((one) => (isPlainObject(one) ? inOneLine(one, read) : shown(field, one, read)));
  if (rows.length < 2) return rows[0] ?? null;
  return el(
    'ul',
    { class: 'plain' },
    rows.map((row) => el('li', {}, row)),
  );
}

function isPlainObject(value) {
  return typeof value === 'object' && value !== null && !isCount(value);
}

/** A small record inside another: a part that was counted, a theme that has but a title. */
function inOneLine(record, read) {
  if (isCount(record.count)) return counted(record);
  const told = fieldsOf(record).filter((field) => isTold(record[field]));
  return told.length === 1 ? shown(told[0], record[told[0]], read, record) : details(record, read);
}

function counted({ count, distinct }) {
  return distinct ? `${countInWords(count)} (${t('field.distinct').toLowerCase()})` : countInWords(count);
}

function seat({ organisation, role }, { names }) {
  const of = names.organisation(organisation);
  return role ? t('missing.of', { role: names.role(role), organisation: of }) : of;
}

export function details(record, read) {
  if (record.organisation && fieldsOf(record).every((field) => field === 'organisation' || field === 'role'))
    return seat(record, read);
  if (Object.keys(record).length === 0) return null;
  const pairs = fieldsOf(record).map((field) => [named('field', field), shown(field, record[field], read, record)]);
  return pairs.length === 0 ? t('yes') : facts(pairs);
}
