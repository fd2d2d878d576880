// What surrounds every view: the ways around, the language, who is signed in, how fresh the page is, and what is told.
import { mayWrite } from '../api.js';
import { el } from './element.js';
import { instantInWords } from '../words/dates.js';
import { language, speak, t } from '../words/language.js';

const TOLD_FOR_MS = 8_000;

/** @param changed the instant at which what is shown was last changed, if one can be named. */
export function frame({ me, path, changed, redraw }) {
  document.documentElement.lang = language();
  for (const element of document.querySelectorAll('[data-word]')) sayOn(element);
  document.getElementById('nav').replaceChildren(ways(me, path));
  document.getElementById('tools').replaceChildren(...tools(me, redraw));
  const asOf = t('foot.as-of', { when: instantInWords(new Date()) });
  const last = changed ? ` ${t('foot.changed', { when: instantInWords(changed) })}` : '';
  document.getElementById('as-of').textContent = asOf + last;
}

function sayOn(element) {
  const { word, attribute } = element.dataset;
  if (attribute) element.setAttribute(attribute, t(word));
  else element.textContent = t(word);
}

function ways(me, path) {
  const way = (href, words) =>
    el('li', {}, el('a', { href: `#${href}`, 'aria-current': path === href ? 'page' : null }, words));
  const outbox = me?.scopes.includes('administer') ? el('li', {}, el('a', { href: '/outbox' }, t('nav.outbox'))) : null;
  return el('ul', {}, way('/', t('nav.board')), mayWrite(me) ? way('/start', t('nav.start')) : null, outbox);
}

function tools(me, redraw) {
  const other = language() === 'sv' ? 'en' : 'sv';
  const change = () => {
    speak(other);
    redraw().then(() => document.getElementById('language').focus());
  };
  const button = { id: 'language', type: 'button', class: 'plain', lang: other, onclick: change };
  return [...(me ? signedIn(me) : [signIn()]), el('button', button, t('tools.other-language'))];
}

function signedIn(me) {
  const out = el(
    'form',
    { method: 'post', action: '/sign-out' },
    el('button', { class: 'plain' }, t('tools.sign-out')),
  );
  return [el('a', { class: 'who', href: '/sessions' }, me.person ? me.name : t('tools.signed-in')), out];
}

/** Comes back to the same view. */
function signIn() {
  const next = encodeURIComponent(location.pathname + location.hash);
  return el('a', { class: 'who', href: `/sign-in?next=${next}` }, t('tools.sign-in'));
}

/** Says that something is on its way, but only when it takes long enough to be wondered about. */
export function waiting(main, on) {
  main.setAttribute('aria-busy', String(on));
  clearTimeout(waiting.timer);
  if (on) waiting.timer = setTimeout(() => tell(t('loading')), 400);
}

/** Tells something to everyone, those who listen to the page included. */
export function tell(words) {
  clearTimeout(waiting.timer);
  const told = document.getElementById('told');
  told.textContent = '';
  setTimeout(() => (told.textContent = words), 50);
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => (told.textContent = ''), TOLD_FOR_MS);
}

function connection(words, isGone) {
  const notice = document.getElementById('connection');
  notice.hidden = false;
  notice.textContent = words;
  if (!isGone) setTimeout(() => (notice.hidden = navigator.onLine), 5_000);
}

addEventListener('offline', () => connection(t('offline.notice'), true));
addEventListener('online', () => connection(t('online.notice'), false));
