// What has happened, dated as precisely as it is known, the oldest first; more on request.
import { el } from '../page/element.js';
import { t, tn } from '../words/language.js';
import { entry } from './history-entry.js';

const AT_A_TIME = 50;

export async function historyList(read, page) {
  const { history, plan } = read;
  const first = history.events.findIndex((event) => event.plan === plan.id);
  const shared = Math.max(0, first);
  const own = await pagedList(read, page, shared);
  return [
    el('p', {}, t('history.lead')),
    shared > 0 ? sharedHistory(history.events.slice(0, shared), read) : null,
    own,
  ];
}

/** What happened to the initiative before the plan was made out of it: there for who wants it, made when it is opened. */
function sharedHistory(events, read) {
  const list = el('ol', { class: 'events' });
  const details = el('details', {}, el('summary', {}, tn('history.before', events.length)), list);
  const fill = () => list.childElementCount === 0 && list.append(...events.map((event) => entry(event, read)));
  details.addEventListener('toggle', fill);
  return details;
}

async function pagedList(read, page, from) {
  const { history } = read;
  const list = el('ol', { class: 'events' });
  const count = el('p', { class: 'quiet' });
  const button = el(
    'button',
    {
      type: 'button',
      onclick: () =>
        draw(list.children.length + AT_A_TIME)
          .then(tellMore)
          .catch(page.fail),
    },
    t('more'),
  );
  async function draw(wanted) {
    const before = list.children.length;
    const events = (await history.first(from + wanted)).slice(from);
    list.append(...events.slice(before).map((event) => entry(event, read)));
    const isAll = history.complete && from + events.length === history.events.length;
    count.textContent = `${tn('history.shown', events.length)}${isAll ? '' : ` ${t('history.more-there')}`}`;
    button.hidden = isAll;
    return list.children[before];
  }
  function tellMore(first) {
    first?.setAttribute('tabindex', '-1');
    first?.focus();
    page.tell(count.textContent);
  }
  await draw(AT_A_TIME);
  return [list, count, button];
}
