// A date that may be left open: empty means now, ticked means that nobody knows (INV-25).
import { el } from '../page/element.js';
import { t } from '../words/language.js';
import { nextId } from './ids.js';

/** @param field of the date; its own value counts only while the box is not ticked. */
export function orUnknown(field, name, value) {
  const id = nextId(name);
  const box = el('input', { id, type: 'checkbox', checked: value === null });
  const choice = el('div', { class: 'check' }, box, el('label', { for: id }, t('form.nobody-knows')));
  field.node.append(choice);
  return { node: field.node, read: () => (box.checked ? null : field.read()) };
}
