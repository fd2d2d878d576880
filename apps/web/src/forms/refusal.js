// A "no" shown beside the form: every reason with what is missing, and each fault at its own field. What was typed stays.
import { el } from '../page/element.js';
import { keyOf, wordsOf } from '../page/trouble.js';
import { t } from '../words/language.js';
import { lack } from '../plan/missing.js';

export function clearFaults(form) {
  form.querySelector('.refusal')?.remove();
  for (const words of form.querySelectorAll('.fault')) words.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
}

/** @param read the plan's page, for the names of roles and organisations; absent where there is no plan yet. */
export function showTrouble(form, trouble, verb, read) {
  clearFaults(form);
  const { reasons = [], faults = [] } = trouble.problem ?? {};
  const left = faults.filter((fault) => !placeAt(form, fault));
  const box = el(
    'div',
    { class: 'refusal', role: 'alert', tabindex: '-1' },
    words({ trouble, verb, reasons, faults, left, form, read }),
  );
  form.prepend(box);
  box.focus();
  if (trouble.kind === undefined) throw trouble;
}

function words({ trouble, verb, reasons, faults, left, form, read }) {
  const atField = new Set(faults.map((fault) => fault.message));
  const told = reasons.filter((reason) => reason.missing?.length > 0 || !atField.has(reason.message));
  if (told.length > 0)
    return [
      el('p', { class: 'title' }, t('verbs.refused', { verb })),
      el(
        'ul',
        {},
        told.map((one) => reason(one, read)),
      ),
    ];
  if (faults.length > 0) {
    const rows = faults.map((fault) =>
      el('li', {}, left.includes(fault) ? `${fault.pointer} ${fault.message}` : at(form, fault)),
    );
    return [el('p', { class: 'title' }, t('verbs.faulty')), el('ul', {}, rows)];
  }
  const key = keyOf(trouble);
  const isNamed = trouble.problem?.detail && trouble.status !== 401 && trouble.status < 500;
  return [
    el('p', { class: 'title' }, isNamed ? trouble.problem.title : t(`${key}.title`)),
    el('p', {}, isNamed ? trouble.problem.detail : t(wordsOf(trouble, key))),
  ];
}

function reason({ message, missing = [] }, read) {
  const rows = missing.map((one) => (read ? lack(one, read) : el('li', {}, one.message)));
  return el('li', {}, message, rows.length > 0 ? el('ul', {}, rows) : null);
}

function inputAt(form, pointer) {
  return form.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
}

/** A link that leads to the field. */
function at(form, fault) {
  const input = inputAt(form, fault.pointer);
  const go = (event) => {
    event.preventDefault();
    input.focus();
  };
  const said = sayAt(input, fault);
  const words = isLeftOut(input, fault) ? said : t('form.at', { name: nameOf(input), message: said });
  return el('a', { href: `#${input.id}`, onclick: go }, words);
}

function nameOf(input) {
  const label = input.labels?.[0] ?? input.querySelector('legend');
  return label?.firstChild.textContent ?? '';
}

const LEFT_OUT = new Set([
  'required',
  'too-short',
  'too-few',
  'blank',
  'not-a-line',
  'reason-required',
  'not-text',
  'not-one-of',
]);

/** Nothing was filled in: that is worth saying in a plainer way. */
function isLeftOut(input, { code }) {
  return LEFT_OUT.has(code) && (isGroup(input) || input.value === '');
}

function isGroup({ localName }) {
  return localName === 'fieldset';
}

function sayAt(input, fault) {
  if (!isLeftOut(input, fault)) return fault.message;
  return isGroup(input)
    ? t('form.add-one', { name: nameOf(input) })
    : t('form.fill-in', { name: nameOf(input).toLowerCase() });
}

/** @returns false when the form has no field of that name. */
function placeAt(form, fault) {
  const input = inputAt(form, fault.pointer);
  if (!input) return false;
  const words = el('p', { class: 'fault', id: `${input.id}-fault` }, sayAt(input, fault));
  if (isGroup(input)) input.querySelector('legend').after(words);
  else markAt(input, words);
  return true;
}

function markAt(input, words) {
  input.setAttribute('aria-invalid', 'true');
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== words.id);
  input.setAttribute('aria-describedby', [...described, words.id].join(' '));
  input.before(words);
}
