// The fields of a form, made from the JSON Schema of a verb's body: the same that the API checks.
// Each field has `node` to show and `read()` to tell its value, undefined when nothing was filled in.
import { el } from '../page/element.js';
import { named, t } from '../words/language.js';
import { repeated } from './repeated.js';

let count = 0;

/** @param at JSON pointer of the object, and `choices(field)`: what a field is chosen among, or null. */
export function objectFields(schema, value, { pointer, choices }) {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    name,
    ...field(name, of, value?.[name], { pointer: `${pointer}/${name}`, choices, isRequired: required.has(name) }),
  }));
  const read = () => {
    const told = fields.map(({ name, read: one }) => [name, one()]).filter(([, one]) => one !== undefined);
    return told.length > 0 ? Object.fromEntries(told) : undefined;
  };
  return { node: el('div', { class: 'fields' }, fields.map(({ node }) => node)), read };
}

export function field(name, schema, value, at) {
  if (schema.type === 'array') return repeated(name, schema, value, at, field);
  if (schema.type === 'object') return group(name, schema, value, at);
  if (schema.type === 'boolean') return check(name, value, at);
  const choices = schema.enum ? schema.enum.map((one) => ({ value: one, words: named('value', one) })) : at.choices(name);
  return choices?.length > 0 ? select(name, choices, value, at) : input(name, schema, value, at);
}

function group(name, schema, value, { pointer, choices, isRequired }) {
  const inside = objectFields(schema, value, { pointer, choices });
  const legend = el('legend', {}, labelWords(name, isRequired));
  return { node: el('fieldset', {}, legend, inside.node), read: inside.read };
}

function labelWords(name, isRequired) {
  return [named('field', name), el('span', { class: 'quiet' }, ` (${t(isRequired ? 'form.required' : 'form.optional')})`)];
}

function check(name, value, { pointer }) {
  const id = nextId(name);
  const box = el('input', { id, type: 'checkbox', checked: value === true, 'data-pointer': pointer });
  const node = el('div', { class: 'field check' }, box, el('label', { for: id }, named('field', name)));
  return { node, read: () => (box.checked ? true : undefined) };
}

function select(name, choices, value, { pointer, isRequired }) {
  const id = nextId(name);
  const options = choices.map((one) => el('option', { value: one.value, selected: one.value === value }, one.words));
  const first = el('option', { value: '' }, t(isRequired ? 'form.choose' : 'form.no-choice'));
  const box = el('select', { id, required: isRequired, 'data-pointer': pointer }, first, options);
  return { node: labelled(id, name, isRequired, box), read: () => box.value || undefined };
}

function input(name, schema, value, { pointer, isRequired }) {
  const id = nextId(name);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  const isLong = schema.type === 'string' && schema.maxLength > 500;
  const hint = hintFor(schema);
  const attributes = { id, required: isRequired, 'data-pointer': pointer, 'aria-describedby': hint ? `${id}-hint` : null, autocomplete: 'off' };
  const box = isLong
    ? el('textarea', { ...attributes, rows: 4, maxlength: schema.maxLength })
    : el('input', { ...attributes, type: schema.format === 'date' ? 'date' : 'text', inputmode: isNumber ? 'decimal' : null, maxlength: schema.maxLength });
  if (value !== undefined) box.value = String(value);
  const read = () => (box.value.trim() === '' ? undefined : isNumber ? numberIn(box.value) : box.value);
  return { node: labelled(id, name, isRequired, box, hint ? el('p', { class: 'hint', id: `${id}-hint` }, hint) : null), read };
}

/** "7,5" is a number in Sweden. What is none goes as it is, and the API says so at the field. */
function numberIn(text) {
  const number = Number(text.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

function hintFor({ format, description, example, type }) {
  if (format === 'date') return t('form.day-hint');
  return type === 'string' && /season/.test(description ?? '') && example ? t('form.date-hint') : null;
}

function labelled(id, name, isRequired, box, hint = null) {
  return el('div', { class: 'field' }, el('label', { for: id }, labelWords(name, isRequired)), hint, box);
}

function nextId(name) {
  count += 1;
  return `field-${name}-${count}`;
}
