// What is missing to go on, and who can supply it: every criterion of the stage with met, not met or unknown.
import { mayWrite } from '../api.js';
import { el, sign } from '../page/element.js';
import { label, listed, t, tn } from '../words/language.js';
import { hasForked } from './track.js';

const SIGNS = { met: '✓', unmet: '○', unknown: '?' };

/** One or two sentences: how much is missing. */
export function lackInWords({ criteria, status }) {
  if (status !== 'active' && status !== 'paused') return '';
  const count = (state) => criteria.filter((one) => one.state === state).length;
  const words = [];
  if (count('unmet') > 0) words.push(tn('plan.lacks', count('unmet')));
  if (count('unknown') > 0) words.push(tn('plan.silent', count('unknown')));
  return words.length > 0 ? words.join(' ') : t('plan.lacks-nothing');
}

export function missing(read) {
  const { plan, names } = read;
  if (plan.status === 'completed' || plan.status === 'discontinued') return el('p', {}, t('missing.ended'));
  if (plan.criteria.length === 0) return el('p', {}, t('missing.none'));
  const lead = el('p', {}, t(hasForked(plan) ? 'missing.forked' : 'missing.lead', { stage: names.stage(plan.stage) }));
  return [
    lead,
    el(
      'ul',
      { class: 'criteria' },
      plan.criteria.map((one) => criterion(one, read)),
    ),
  ];
}

function criterion({ name, state, missing: lacking }, read) {
  return el(
    'li',
    { class: `criterion ${state}` },
    el('p', { class: 'state' }, sign(SIGNS[state]), t(`missing.state.${state}`)),
    el(
      'div',
      {},
      el('p', {}, el('strong', {}, label(name))),
      lacking.length > 0
        ? el(
            'ul',
            {},
            lacking.map((one) => lack(one, read)),
          )
        : null,
    ),
  );
}

/** One missing thing, in a refusal too: what, who can supply it, and with what. */
export function lack(one, { names, moves, me }) {
  const who = suppliers(one.by, names);
  const move = mayWrite(me) && one.verb ? moves.find(({ verb }) => verb === one.verb) : null;
  const way = move?.allowed
    ? el(
        'a',
        { href: `#/plans/${encodeURIComponent(names.id)}/do-${one.verb}` },
        t('missing.do', { verb: label(move.name) }),
      )
    : null;
  return el(
    'li',
    {},
    withNames(one, names),
    who ? el('span', { class: 'quiet' }, ` ${who}`) : null,
    way ? [' ', way] : null,
  );
}

/** The API's words name an organisation by its code. */
function withNames({ message, params = {}, by = {} }, names) {
  const code = params.organisation ?? by.organisation;
  return code ? message.replace(code, names.organisation(code)) : message;
}

function suppliers(by, names) {
  if (!by) return null;
  const roles = (by.roles ?? []).map((role) => names.role(role));
  const organisation = by.organisation ? names.organisation(by.organisation) : null;
  const people = roles.length > 0 ? listed(roles) : null;
  const who = people && organisation ? t('missing.of', { role: people, organisation }) : (people ?? organisation);
  return who ? t('missing.by', { who }) : null;
}
