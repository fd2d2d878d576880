// Starts the page: finds the view that the address names, shows it, and moves the focus to it.
import { forgetWho, who } from './api.js';
import { boardView } from './board/board.js';
import { planView } from './plan/plan.js';
import { startView } from './forms/start-plan.js';
import { frame, waiting, tell } from './page/frame.js';
import { nowhereView, troubleInWords, troubleView } from './page/trouble.js';
import { t } from './words/language.js';

const main = document.getElementById('main');

/** Rises with each view, so that a slow answer never overwrites a newer view. */
let turn = 0;
let shownPath = null;

function route() {
  const [, ...parts] = readable(location.hash || '#/').split('/');
  if (parts.length === 0 || parts[0] === '') return { path: '/', view: boardView };
  if (parts[0] === 'start') return { path: '/start', view: startView };
  if (parts[0] === 'plans' && parts[1])
    return { path: `/plans/${parts[1]}`, part: parts[2], view: (page) => planView(page, parts[1]) };
  return { path: 'nowhere', view: nowhereView };
}

/** An address that was cut in the middle of a character is no address. */
function readable(hash) {
  try {
    return decodeURI(hash);
  } catch {
    return '#/nowhere';
  }
}

/** @param again the same view anew: after a change, a retry or another language. */
async function show(again = false) {
  if (location.hash !== '' && !location.hash.startsWith('#/')) return;
  const { path, part, view } = route();
  const mine = (turn += 1);
  if (path === shownPath && !again) return goTo(part);
  const first = shownPath === null;
  waiting(main, true);
  if (again) forgetWho();
  const page = { again: () => show(true), goTo, tell, fail: (trouble) => tell(troubleInWords(trouble)) };
  const shown = await view(page).catch((trouble) => troubleView(trouble, page));
  if (mine !== turn) return;
  waiting(main, false);
  main.replaceChildren(shown.content);
  document.title = shown.title === t('board.title') ? 'Stegvis' : `${shown.title} – Stegvis`;
  frame({ me: await who().catch(() => null), path, changed: shown.changed, redraw: () => show(true) });
  shownPath = path;
  if (part) goTo(part);
  else if (!first && !again) focusOn(main.querySelector('h1'));
  if (again) tell(shown.told ?? t('loaded', { title: shown.title }));
}

function goTo(part) {
  focusOn((part && document.getElementById(part)) || main.querySelector('h1'));
}

/** A heading, or what opens a form: that is opened. */
function focusOn(place) {
  if (!place) return;
  if (place.localName === 'summary') place.parentElement.open = true;
  else place.setAttribute('tabindex', '-1');
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => void show());
void show();
