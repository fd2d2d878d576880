// One plan on the board.
import { badge, el } from '../page/element.js';
import { underInWords } from '../words/kinds.js';
import { named, t } from '../words/language.js';

const SIGNS = { active: '●', paused: '❚❚', completed: '✓', discontinued: '–' };

export function statusBadge(status) {
  return badge(named('status', status), status, SIGNS[status] ?? '');
}

export function planLink({ id, title }) {
  return el('a', { href: `#/plans/${encodeURIComponent(id)}` }, title);
}

/** @param heading the level that comes after the stage's: h3 or h4. */
export function card(item, all, way, heading) {
  const parent = item.parent ? all.find((one) => one.id === item.parent) : null;
  const children = all.filter((one) => one.parent === item.id);
  return el(
    'li',
    { class: 'card' },
    el(heading, {}, planLink(item)),
    el('p', { class: 'badges' }, badge(named('kind', item.kind)), statusBadge(item.status), attempt(item)),
    item.programme
      ? el('p', { class: 'quiet' }, t('board.programme', { name: way.programmeName(item.programme) }))
      : null,
    parent ? el('p', { class: 'quiet' }, `${t('board.part-of')} `, planLink(parent)) : null,
    item.imported ? el('p', { class: 'quiet' }, t('board.imported')) : null,
    children.length > 0 ? under(children, way) : null,
  );
}

function attempt({ attempt: n }) {
  return n > 1 ? badge(t('board.attempt', { n })) : null;
}

function under(children, way) {
  const rows = children.map((child) =>
    el(
      'li',
      {},
      planLink(child),
      el('span', { class: 'quiet' }, ` ${way.stageName(child.stage)}, ${named('status', child.status).toLowerCase()}`),
    ),
  );
  return el('div', { class: 'under' }, el('p', {}, underInWords('board', children)), el('ul', {}, rows));
}
