// When a view cannot be shown: what is wrong, in plain words, and what to do.
import { el } from './element.js';
import { t } from '../words/language.js';

export function troubleView(trouble, page) {
  const key = keyOf(trouble);
  if (trouble.kind === undefined) console.error(trouble);
  const retry = el('button', { type: 'button', onclick: page.again }, t('retry'));
  return sorry(t(`${key}.title`), t(wordsOf(trouble, key)), key === 'missing' ? null : retry);
}

/** In one line, where the view itself can stay. */
export function troubleInWords(trouble) {
  const key = keyOf(trouble);
  return `${t(`${key}.title`)}. ${t(wordsOf(trouble, key))}`;
}

export async function nowhereView() {
  return sorry(t('nowhere.title'), t('nowhere.text'));
}

/** Which of the page's explanations fits. */
export function keyOf({ kind, status }) {
  if (kind === 'offline') return 'offline';
  if (status === 401) return 'signin';
  if (status === 403) return 'forbidden';
  return status === 404 || status === 400 ? 'missing' : 'trouble';
}

export function wordsOf({ status }, key) {
  return key === 'trouble' && (status === 429 || status === 503) ? 'trouble.busy' : `${key}.text`;
}

function sorry(title, text, button) {
  const content = el(
    'section',
    { class: 'sorry', role: 'alert' },
    el('h1', {}, title),
    el('p', {}, text),
    el('p', { class: 'actions' }, button, el('a', { href: '#/' }, t('back'))),
  );
  return { title, content };
}
