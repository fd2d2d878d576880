// What is known of the plan, one section for each kind of record, plainly: lists of facts, and tables where they are short.
import { el, facts } from '../page/element.js';
import { countInWords, isCount } from '../words/counts.js';
import { has, listed, named, t, tn } from '../words/language.js';
import { fieldsOf, isDate, isTold, shown } from './record-values.js';
import { indicators } from './indicators.js';
import { marks } from './record-marks.js';
import { versions } from './versions.js';

/** Records that read better told in their own way. */
const OWN_WAY = { versions, indicators };
/** Fields that name a record, the first that it has. */
const TITLES = ['title', 'name', 'what', 'organisation', 'item', 'potential'];

export function records(read) {
  const told = Object.entries(read.plan.records).filter(([, record]) => isTold(record));
  if (told.length === 0) return el('p', { class: 'empty' }, t('records.empty'));
  const silent = Object.keys(read.plan.records).filter((key) => !isTold(read.plan.records[key]));
  const sections = told.map(([key, record]) =>
    el(
      'section',
      { class: 'record' },
      el('h3', {}, named('record', key)),
      (OWN_WAY[key] ?? anyRecord)(record, read, key),
    ),
  );
  const rest = listed(silent.map((key) => named('record', key).toLowerCase()));
  return [sections, silent.length > 0 ? el('p', { class: 'quiet' }, t('records.silent', { rest })) : null];
}

function anyRecord(record, read, capability) {
  const told = Object.entries(record).filter(([, value]) => isTold(value));
  const lists = told.filter(
    ([, value]) => Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null),
  );
  const single = told.filter((pair) => !lists.includes(pair));
  const pairs = single.map(([field, value]) => [named('field', field), shown(field, value, read, record)]);
  const several = lists.length > 1 || single.length > 0;
  return [
    lists.map(([name, rows]) => [
      several ? el('h4', {}, nameOfList(capability, name)) : null,
      imported(rows.map(flat), listOf, read),
    ]),
    facts(pairs),
  ];
}

/** Two capabilities may call different things by one name: efforts made today, efforts to come. */
function nameOfList(capability, name) {
  const own = `list.${capability}.${name}`;
  return has(own) ? t(own) : named('list', name);
}

/** The parts of a mandate that are written stand beside the rest. */
function flat({ written = {}, ...row }) {
  return { ...row, ...written };
}

/** Where every record of a list is imported, one line says so. */
function imported(rows, list, read) {
  if (rows.length < 2 || !rows.every((row) => row.imported)) return list(rows, read);
  return [list(rows, { ...read, isAllImported: true }), el('p', { class: 'quiet' }, t('records.all-imported'))];
}

function listOf(rows, read) {
  if (rows.every(isCount))
    return el(
      'ul',
      {},
      rows.map((row) => el('li', {}, countInWords(row))),
    );
  const fields = [...new Set(rows.flatMap(fieldsOf))].filter((field) =>
    rows.some((row) => cell(row, field, read) !== null),
  );
  const telling = fields.filter((field) => field !== 'code');
  if (!read.me && telling.every(isDate)) return el('p', { class: 'quiet' }, tn('records.text-hidden', rows.length));
  if (telling.length === 1 && rows.every((row) => isShortText(telling[0], row[telling[0]])))
    return el(
      'ul',
      {},
      rows.map((row) => el('li', {}, cell(row, telling[0], read), marks(row, read))),
    );
  const isShort =
    rows.length > 1 &&
    fields.length <= 5 &&
    rows.every((row) => fields.every((field) => isShortValue(field, row[field])));
  return isShort
    ? table(rows, titleFirst(fields), read)
    : el(
        'ul',
        { class: 'rows' },
        rows.map((row) => el('li', {}, oneRecord(row, read))),
      );
}

function isShortText(field, value) {
  return typeof value === 'string' && !isDate(field) && isShortValue(field, value);
}

function isShortValue(field, value) {
  if (Array.isArray(value)) return value.length <= 4 && value.every((one) => typeof one === 'string');
  if (typeof value === 'object' && value !== null) return isCount(value) || 'on' in value || 'organisation' in value;
  return typeof value !== 'string' || value.length <= (TITLES.includes(field) ? 200 : 80);
}

/** Told as a table also where a narrow screen sets its cells under each other, which would hide that from screen readers. */
function table(rows, fields, read) {
  const head = fields.map((field) => el('th', { scope: 'col', role: 'columnheader' }, named('field', field)));
  const body = rows.map((row) =>
    el(
      'tr',
      { role: 'row' },
      fields.map((field, index) => tableCell(row, field, index, read)),
    ),
  );
  return el(
    'table',
    { role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head)),
    el('tbody', { role: 'rowgroup' }, body),
  );
}

function tableCell(row, field, index, read) {
  const inside = [cell(row, field, read), index === 0 ? marks(row, read) : null];
  return index === 0
    ? el('th', { scope: 'row', role: 'rowheader' }, inside)
    : el('td', { role: 'cell', class: field === 'code' ? 'code' : null, 'data-field': named('field', field) }, inside);
}

function cell(row, field, read) {
  return field in row ? shown(field, row[field], read, row) : null;
}

function oneRecord(row, read) {
  const [title, ...rest] = titleFirst(fieldsOf(row));
  const pairs = rest.map((field) => [named('field', field), cell(row, field, read)]);
  const isHeading = TITLES.includes(title);
  const head = isHeading
    ? el('p', { class: 'title' }, el('strong', {}, cell(row, title, read)), marks(row, read))
    : null;
  return isHeading
    ? [head, facts(pairs)]
    : [facts([[named('field', title), cell(row, title, read)], ...pairs]), marks(row, read)];
}

function titleFirst(fields) {
  const title = TITLES.find((field) => fields.includes(field));
  return title ? [title, ...fields.filter((field) => field !== title)] : fields;
}
