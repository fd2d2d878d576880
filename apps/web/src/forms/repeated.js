// Fields that can be filled in several times: lines, choices ticked off, or groups of fields.
import { tell } from '../page/frame.js';
import { el } from '../page/element.js';
import { named, t } from '../words/language.js';
import { nextId } from './ids.js';

/** @param field makes the field of one item; handed in, since a group may hold lists again. */
export function repeated(name, schema, value, at, field) {
  const items = schema.items ?? {};
  const choices = items.enum?.map((one) => ({ value: one, words: named('value', one) })) ?? at.choices(name, items);
  if (items.type !== 'object' && choices?.length > 0) return ticked(name, choices, value, at);
  return rows(name, items, value ?? (schema.minItems > 0 ? [undefined] : []), at, field);
}

function fieldset(name, { pointer }, ...inside) {
  const place = { id: nextId(name), tabindex: '-1', 'data-pointer': pointer };
  return el('fieldset', place, el('legend', {}, named('field', name)), inside);
}

function ticked(name, choices, value = [], at) {
  const boxes = choices.map((one) => {
    const id = nextId(name);
    const box = el('input', { type: 'checkbox', id, value: one.value, checked: value.includes(one.value) });
    return { box, node: el('div', { class: 'check' }, box, el('label', { for: id }, one.words)) };
  });
  const read = () => told(boxes.map(({ box }) => (box.checked ? box.value : undefined)));
  const nodes = boxes.map(({ node }) => node);
  return { node: fieldset(name, at, nodes), read };
}

function told(values) {
  const found = values.filter((value) => value !== undefined);
  return found.length > 0 ? found : undefined;
}

function rows(name, schema, values, at, field) {
  const words = named('field', name);
  const list = el('div', { class: 'repeat' });
  const adder = el('button', { type: 'button', class: 'plain' }, t('form.add', { name: words }));
  let items = [];
  const add = (value) => {
    const item = oneRow(name, schema, value, { ...at, index: items.length }, field);
    items.push(item);
    list.append(item.row);
    item.remove.addEventListener('click', () => {
      items = items.filter((other) => other !== item);
      item.row.remove();
      adder.focus();
      tell(t('form.removed', { name: words }));
      list.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return item;
  };
  adder.addEventListener('click', () => {
    add(undefined).row.querySelector('input, select, textarea')?.focus();
    tell(t('form.added', { name: words }));
  });
  values.forEach(add);
  return { node: fieldset(name, at, list, adder), read: () => readRows(items, at) };
}

function oneRow(name, schema, value, { index, ...at }, field) {
  const legend = t('form.row', { name: named('field', name), n: index + 1 });
  const pointer = `${at.pointer}/${index}`;
  const one = field(name, schema, value, { ...at, pointer, isRequired: true, legend });
  const remove = el('button', { type: 'button', class: 'plain' }, t('form.remove', { name: legend }));
  return { ...one, pointer, remove, row: el('div', { class: 'row' }, one.node, remove) };
}

/** Rows that are empty are not sent, so the pointers of those after them move up. */
function readRows(items, at) {
  const values = items.map((item) => [item, item.read()]).filter(([, value]) => value !== undefined);
  values.forEach(([item], index) => point(item, `${at.pointer}/${index}`));
  return told(values.map(([, value]) => value));
}

function point(item, pointer) {
  for (const node of item.row.querySelectorAll('[data-pointer]'))
    node.dataset.pointer = pointer + node.dataset.pointer.slice(item.pointer.length);
  item.pointer = pointer;
}
