// The method cards that may help where the plan stands: its template's and its own.
import { el } from '../page/element.js';
import { language, t } from '../words/language.js';

export function methods({ plan }) {
  const isUnderWay = plan.status === 'active' || plan.status === 'paused';
  if (!isUnderWay || !plan.methods?.length) return null;
  return [
    el('h3', {}, t('plan.methods')),
    el(
      'ul',
      { class: 'rows' },
      plan.methods.map((card) => cardOf(card, plan)),
    ),
  ];
}

function cardOf({ name, summary, link, own }, plan) {
  const lang = own && plan.language !== language() ? plan.language : null;
  const title = link ? el('a', { href: link, rel: 'noreferrer' }, name) : name;
  return el(
    'li',
    {},
    el('p', { class: 'title' }, el('strong', { lang }, title)),
    summary ? el('p', {}, summary) : null,
  );
}
