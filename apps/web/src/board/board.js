// The board: where every plan stands, stage by stage, with an initiative's plans under it.
import { get, plansPath, who } from '../api.js';
import { el } from '../page/element.js';
import { t, tn } from '../words/language.js';
import { waysOfWorking } from './ways-of-working.js';
import { card } from './card.js';

const AT_A_TIME = 100;

/** What was looked for last, kept while the page is open. */
const sought = { q: '', status: '' };

export async function boardView(page) {
  const [path, me] = await Promise.all([plansPath(), who()]);
  const first = await get(path, { ...sought, limit: AT_A_TIME });
  const shown = { items: first.items, next: first.next };
  const place = el('div', {});
  const draw = async () => {
    const ways = await waysOfWorking(shown.items, path);
    place.replaceChildren(...(await whole(shown, ways, page, more)));
  };
  const more = async () => {
    const next = await get(path, { ...sought, limit: AT_A_TIME, cursor: shown.next });
    shown.items.push(...next.items);
    shown.next = next.next;
    await draw();
    page.tell(tn('board.found', shown.items.length));
  };
  await draw();
  const head = [el('h1', {}, t('board.title')), el('p', { class: 'lead' }, t('board.lead'))];
  const content = el('div', { class: 'board' }, head, search(page, me), place);
  const changed = shown.items
    .map((item) => item.recordedAt)
    .sort()
    .at(-1);
  return { title: t('board.title'), content, changed, told: tn('board.found', shown.items.length) };
}

/** Readers who are not signed in search by title alone: what is open to everyone is not that much. */
function search(page, me) {
  const words = el('input', { id: 'q', type: 'search', name: 'q', value: sought.q, maxlength: 200 });
  const status = el(
    'select',
    { id: 'status', name: 'status' },
    el('option', { value: '' }, t('board.any-status')),
    ['active', 'paused', 'completed', 'discontinued'].map((one) =>
      el('option', { value: one, selected: one === sought.status }, t(`status.${one}`)),
    ),
  );
  const find = (event) => {
    event.preventDefault();
    Object.assign(sought, { q: words.value.trim(), status: me ? status.value : '' });
    page.again().then(() => document.getElementById('find')?.focus());
  };
  return el(
    'form',
    { role: 'search', class: 'search', onsubmit: find },
    el('div', { class: 'field' }, el('label', { for: 'q' }, t('board.search')), words),
    me ? el('div', { class: 'field' }, el('label', { for: 'status' }, t('board.status')), status) : null,
    el('button', { id: 'find', type: 'submit' }, t('board.find')),
  );
}

async function whole({ items, next }, ways, page, more) {
  if (items.length === 0) return [await nothing(page)];
  const count = el('p', { class: 'quiet' }, tn('board.found', items.length));
  const groups = ways.map((way) => wayOfWorking(way, items, ways.length > 1));
  const button = el('button', { type: 'button', onclick: () => more().catch(page.fail) }, t('more'));
  return next ? [count, ...groups, button] : [count, ...groups];
}

function wayOfWorking(way, all, several) {
  const here = all.filter((item) => way.holds(item));
  const columns = way.stagesOf(here).map(({ key, name, items }) =>
    el(
      'section',
      { class: 'stage', 'aria-labelledby': `${way.id}-${key}` },
      el(several ? 'h3' : 'h2', { id: `${way.id}-${key}` }, tn('board.stage-count', items.length, { stage: name })),
      el(
        'ul',
        { class: 'cards' },
        items.map((item) => card(item, all, way, several ? 'h4' : 'h3')),
      ),
    ),
  );
  const title = several ? el('h2', { class: 'way' }, way.name) : null;
  return el('div', { class: 'way' }, title, el('div', { class: 'stages' }, columns));
}

async function nothing(page) {
  const isSought = sought.q !== '' || sought.status !== '';
  const clear = () => {
    Object.assign(sought, { q: '', status: '' });
    page.again();
  };
  if (isSought)
    return el(
      'div',
      { class: 'empty' },
      el('h2', {}, t('board.none.title')),
      el('p', {}, t('board.none.text')),
      el('button', { type: 'button', onclick: clear }, t('board.clear')),
    );
  const me = await who();
  return el(
    'div',
    { class: 'empty' },
    el('h2', {}, t('board.empty.title')),
    el('p', {}, t(me ? 'board.empty.in' : 'board.empty.out')),
    me ? el('p', {}, el('a', { class: 'button', href: '#/start' }, t('start.title'))) : null,
  );
}
