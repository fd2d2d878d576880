// One event of a plan's history: when, what, about what, what people wrote, and by whom.
import { badge, el, prose } from '../page/element.js';
import { countInWords, isCount } from '../words/counts.js';
import { dayInWords, whenInWords } from '../words/dates.js';
import { language, listed, named, t, tn } from '../words/language.js';
import { fieldsOf, isTold, shown } from './record-values.js';

/** What the sentence itself says, or what only a program needs. */
const SAID = new Set([
  'stage',
  'from',
  'to',
  'kind',
  'attempt',
  'round',
  'takenUpAgain',
  'template',
  'language',
  'parent',
  'inherits',
  'children',
  'child',
  'public',
  'programme',
  'title',
  'name',
  'unverified',
  'status',
]);
/** How plans were made out of one, which their own pages tell. */
const OF_FORK = new Set(['as', 'joins']);
const NAMED = new Set(['area', 'potential', 'item', 'meeting', 'workgroup', 'theme', 'trial', 'commitment']);
/** The key of a record, which only a program needs; where it has a title, that is told. */
const KEY = /^[a-z][a-z-]*-\d+$/;

export function entry(event, read) {
  const { names, plan } = read;
  const isShared = event.plan !== undefined && event.plan !== plan.id;
  return el(
    'li',
    { class: 'event' },
    el(
      'p',
      { class: 'date' },
      whenInWords(event.occurredAt),
      event.imported ? [' ', badge(t('history.imported'))] : null,
    ),
    el(
      'div',
      {},
      el('p', {}, el('strong', {}, sentence(event, names))),
      about(event, read),
      el('p', { class: 'quiet' }, aside(event, names, isShared)),
    ),
  );
}

function sentence({ type, data }, names) {
  const words = named('event', type);
  return words.replace(/\{(\w+)\}/g, (whole, field) => (data[field] ? `”${names.stage(data[field])}”` : whole));
}

/** The title of what it was about, and what people wrote. */
function about({ data }, read) {
  const title = data.title ?? data.name;
  const lang = read.names.language === language() ? null : read.names.language;
  const fields = fieldsOf(data).filter(
    (field) =>
      !SAID.has(field) &&
      !(data.children && OF_FORK.has(field)) &&
      !isUnnamed(field, read) &&
      !isKey(field, data[field], read) &&
      !isNamed(field, data) &&
      !field.endsWith('Text') &&
      isTold(data[field]),
  );
  const lines = fields.map((field) =>
    el('div', {}, el('dt', {}, named('field', field)), el('dd', {}, value(field, data[field], read))),
  );
  return [
    title ? el('p', { lang }, title) : null,
    data.children
      ? el(
          'ul',
          { class: 'plain', lang },
          data.children.map((child) => el('li', {}, titleOfChild(child, read.plan))),
        )
      : null,
    data.unverified ? el('p', { class: 'quiet' }, tn('history.unverified', data.unverified.length)) : null,
    lines.length > 0 ? el('dl', { class: 'facts' }, lines) : null,
  ];
}

/** Plans that were let go are told by their ids. */
function titleOfChild(child, { children }) {
  return child.title ?? children.find(({ id }) => id === child)?.title ?? child;
}

function isKey(field, told, read) {
  return typeof told === 'string' && KEY.test(told) && shown(field, told, read) === told;
}

/** What a stage asks for has its names in the template, which not everybody can read. */
function isUnnamed(field, { me }) {
  return field === 'criteria' && !me;
}

/** The name itself is told already. */
function isNamed(field, data) {
  return NAMED.has(field) && [data.title, data.name, data.what].some((name) => name !== undefined);
}

function value(field, told, read) {
  if (isCount(told)) return countInWords(told);
  if (field === 'criteria') return listed(told.map(read.names.criterion));
  if (typeof told === 'string' && told.length > 120) return prose(told);
  return shown(field, told, read) ?? t('records.nothing-told');
}

function aside({ who, stage, recordedAt, type }, names, isShared) {
  const by = [
    who?.role ? names.role(who.role) : null,
    who?.organisation ? names.organisation(who.organisation) : null,
  ].filter(Boolean);
  const words = [];
  if (by.length > 0) words.push(t('history.by', { who: by.join(', ') }));
  if (!type.startsWith('stage.')) words.push(t('history.in-stage', { stage: names.stage(stage) }));
  if (isShared) words.push(t('history.shared'));
  words.push(t('history.recorded', { when: dayInWords(recordedAt) }));
  const line = words.join(', ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}
