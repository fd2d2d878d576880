// The fields of a form, made from the JSON Schema of a verb's body: the same that the API checks.
// Each field has `node` to show and `read()` to tell its value, undefined when nothing was filled in.
import { el } from '../page/element.js';
import { named, t } from '../words/language.js';
import { nextId } from './ids.js';
import { orUnknown } from './or-unknown.js';
import { repeated } from './repeated.js';

/** @param at JSON pointer of the object, and `choices(field)`: what a field is chosen among, or null. */
export function objectFields(schema, value, { pointer, choices }) {
  const required = new Set(schema.required ?? []);
  const fields = inOrder(Object.entries(schema.properties ?? {}), required).map(([name, of]) => ({
    name,
    ...field(name, of, value?.[name], { pointer: `${pointer}/${name}`, choices, isRequired: required.has(name) }),
  }));
  const read = () => {
    const told = fields.map(({ name, read: one }) => [name, one()]).filter(([, one]) => one !== undefined);
    return told.length > 0 ? Object.fromEntries(told) : undefined;
  };
  return {
    node: el(
      'div',
      { class: 'fields' },
      fields.map(({ node }) => node),
    ),
    read,
  };
}

/** What is needed comes first; when it happened, which is mostly now, last. */
function inOrder(properties, required) {
  const rank = ([name]) => (required.has(name) ? 0 : name === 'occurredAt' ? 2 : 1);
  return properties.toSorted((a, b) => rank(a) - rank(b));
}

export function field(name, schema, value, at) {
  if (schema.type === 'array') return repeated(name, schema, value, at, field);
  if (schema.type === 'object') return group(name, schema, value, at);
  if (schema.type === 'boolean') return name === 'worked' ? yesOrNo(name, value, at) : check(name, value, at);
  const choices = schema.enum
    ? schema.enum.map((one) => ({ value: one, words: named('value', one) }))
    : at.choices(name, schema);
  if ([schema.type].flat().includes('null')) return orUnknown(input(name, schema, value ?? undefined, at), name, value);
  if (choices?.length === 0 && !at.isRequired) return { node: null, read: () => undefined };
  if (choices?.typed) return input(name, { ...schema, hint: t('form.organisation-hint') }, value, at, choices.typed);
  return choices?.length > 0 && name !== 'indicator'
    ? select(name, choices, value, at)
    : input(name, schema, value, at, choices);
}

/** @param legend set where it is one of several. */
function group(name, schema, value, { pointer, choices, isRequired, legend }) {
  const inside = objectFields(schema, value, { pointer, choices });
  const words = el('legend', {}, legend ?? labelWords(name, isRequired));
  const place = { id: nextId(name), tabindex: '-1', 'data-pointer': pointer };
  return { node: el('fieldset', place, words, inside.node), read: inside.read };
}

function labelWords(name, isRequired) {
  return [
    named('field', name),
    el('span', { class: 'quiet' }, ` (${t(isRequired ? 'form.required' : 'form.optional')})`),
  ];
}

/** What the API takes for yes when it is left out: ticked from the start, and a no is sent. */
const USUALLY_YES = new Set(['deciding']);

function check(name, value, { pointer }) {
  const id = nextId(name);
  const isUsual = USUALLY_YES.has(name);
  const box = el('input', { id, type: 'checkbox', checked: value ?? isUsual, 'data-pointer': pointer });
  const node = el('div', { class: 'field check' }, box, el('label', { for: id }, named('field', name)));
  return { node, read: () => (box.checked ? true : isUsual ? false : undefined) };
}

/** Unsaid is not no: a lesson may be about what worked, about what did not, or about neither. */
function yesOrNo(name, value, at) {
  const choices = [true, false].map((one) => ({ value: String(one), words: t(one ? 'yes' : 'no') }));
  const { node, read } = select(name, choices, value === undefined ? undefined : String(value), at);
  return { node, read: () => (read() === undefined ? undefined : read() === 'true') };
}

function select(name, choices, value, { pointer, isRequired }) {
  const id = nextId(name);
  const options = choices.map((one) => el('option', { value: one.value, selected: one.value === value }, one.words));
  const first = el('option', { value: '' }, t(isRequired ? 'form.choose' : 'form.no-choice'));
  const box = el('select', { id, required: isRequired, 'data-pointer': pointer }, first, options);
  return { node: labelled(id, name, isRequired, box), read: () => box.value || undefined };
}

/** @param suggested what may be meant; anything else can be typed. */
function input(name, schema, value, { pointer, isRequired }, suggested) {
  const id = nextId(name);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  const isLong = schema.type === 'string' && schema.maxLength > 500;
  const hint = hintFor(schema);
  const attributes = {
    id,
    required: isRequired,
    'data-pointer': pointer,
    'aria-describedby': hint ? `${id}-hint` : null,
    autocomplete: 'off',
    list: suggested?.length > 0 ? `${id}-list` : null,
  };
  const box = isLong
    ? el('textarea', { ...attributes, rows: 4, maxlength: schema.maxLength })
    : el('input', {
        ...attributes,
        type: schema.format === 'date' ? 'date' : 'text',
        inputmode: isNumber ? 'decimal' : null,
        maxlength: schema.maxLength,
      });
  const list =
    suggested?.length > 0
      ? el(
          'datalist',
          { id: `${id}-list` },
          suggested.map((one) => el('option', { value: one.value }, one.words)),
        )
      : null;
  if (value !== undefined) box.value = String(value);
  const meant = (text) => suggested?.find(({ words }) => words === text.trim())?.value ?? text;
  const read = () => (box.value.trim() === '' ? undefined : isNumber ? numberIn(box.value) : meant(box.value));
  return {
    node: labelled(id, name, isRequired, box, hint ? el('p', { class: 'hint', id: `${id}-hint` }, hint) : null, list),
    read,
  };
}

/** "7,5" is a number in Sweden. What is none goes as it is, and the API says so at the field. */
function numberIn(text) {
  const number = Number(text.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

function hintFor({ format, description = '', type, hint }) {
  if (hint) return hint;
  if (format === 'date') return t('form.day-hint');
  if (!description.includes('season')) return null;
  return [type].flat().includes('null') ? `${t('form.date-hint')} ${t('form.now-hint')}` : t('form.date-hint');
}

function labelled(id, name, isRequired, box, ...beside) {
  return el('div', { class: 'field' }, el('label', { for: id }, labelWords(name, isRequired)), beside, box);
}
