// Fields that can be filled in several times: lines, choices ticked off, or groups of fields.
import { tell } from '../page/frame.js';
import { el } from '../page/element.js';
import { named, t } from '../words/language.js';

/** @param field makes the field of one item; handed in, since a group may hold lists again. */
export function repeated(name, schema, value, at, field) {
  const choices =
    schema.items?.enum?.map((one) => ({ value: one, words: named('value', one) })) ??
    at.choices(name, schema.items ?? {});
  if (schema.items?.type !== 'object' && choices?.length > 0) return ticked(name, choices, value, at);
  return rows(name, schema, value ?? (schema.minItems > 0 ? [undefined] : []), at, field);
}

function ticked(name, choices, value = [], { pointer }) {
  const boxes = choices.map((one, index) => {
    const id = `${pointer.replaceAll('/', '-')}-${index}-${Math.random().toString(36).slice(2, 8)}`;
    const box = el('input', {
      type: 'checkbox',
      id,
      value: one.value,
      checked: value.includes(one.value),
      'data-pointer': index === 0 ? pointer : null,
    });
    return { box, node: el('div', { class: 'check' }, box, el('label', { for: id }, one.words)) };
  });
  const read = () => {
    const told = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    return told.length > 0 ? told : undefined;
  };
  return {
    node: el(
      'fieldset',
      {},
      el('legend', {}, named('field', name)),
      boxes.map(({ node }) => node),
    ),
    read,
  };
}

function rows(name, schema, values, at, field) {
  const words = named('field', name);
  const list = el('div', { class: 'repeat' });
  let items = [];
  const pointerOf = (index) => `${at.pointer}/${index}`;
  const add = (value) => {
    const index = items.length;
    const one = field(name, schema.items ?? {}, value, { ...at, pointer: pointerOf(index), isRequired: true });
    const remove = el(
      'button',
      { type: 'button', class: 'plain' },
      t('form.remove', { name: t('form.row', { name: words, n: index + 1 }) }),
    );
    const row = el('div', { class: 'row' }, one.node, remove);
    const item = { ...one, row };
    remove.addEventListener('click', () => {
      items = items.filter((other) => other !== item);
      row.remove();
      adder.focus();
      tell(t('form.removed', { name: words }));
      list.dispatchEvent(new Event('input', { bubbles: true }));
    });
    items.push(item);
    list.append(row);
    return row;
  };
  const adder = el('button', { type: 'button', class: 'plain' }, t('form.add', { name: words }));
  adder.addEventListener('click', () => {
    add(undefined).querySelector('input, select, textarea')?.focus();
    tell(t('form.added', { name: words }));
  });
  values.forEach(add);
  const read = () => {
    const told = items.map((item) => item.read()).filter((one) => one !== undefined);
    return told.length > 0 ? told : undefined;
  };
  return { node: el('fieldset', {}, el('legend', {}, words), list, adder), read };
}
