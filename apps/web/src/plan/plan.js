// The page of one plan: where it stands, what is missing, what is known, what has happened, and what can be done.
import { badge, el, facts } from '../page/element.js';
import { instantInWords, whenInWords } from '../words/dates.js';
import { underInWords } from '../words/kinds.js';
import { label, language, named, t } from '../words/language.js';
import { mayWrite } from '../api.js';
import { planLink, statusBadge } from '../board/card.js';
import { verbs } from '../forms/verbs.js';
import { historyList } from './history.js';
import { methods } from './methods.js';
import { lackInWords, missing } from './missing.js';
import { readPlan } from './read-plan.js';
import { records } from './records.js';
import { hasForked, track } from './track.js';

export async function planView(page, id) {
  const read = await readPlan(id);
  const { plan, me } = read;
  const parts = [
    ['stand', [now(read), track(read), family(read)]],
    ['missing', [missing(read), methods(read)]],
    ...(mayWrite(me) ? [['verbs', await verbs(read, page)]] : []),
    ['records', records(read)],
    ['history', await historyList(read, page)],
  ];
  const content = el(
    'article',
    { class: 'plan' },
    el('p', { class: 'quiet back' }, el('a', { href: '#/' }, t('back'))),
    head(read),
    contents(plan, parts),
    parts.map(([key, inside]) =>
      el('section', { class: `part ${key}` }, el('h2', { id: key }, t(`plan.${key}`)), inside),
    ),
  );
  return { title: plan.title, content, changed: plan.recordedAt };
}

function head({ plan, template, names }) {
  const pairs = [
    [t('plan.way-of-working'), label(template.name)],
    [t('plan.programme'), plan.programme ? programme(plan.programme, names) : null],
    [t('plan.attempt'), plan.attempt > 1 ? String(plan.attempt) : null],
    [t('plan.cycle'), plan.cycle > 1 ? String(plan.cycle) : null],
    [t('plan.started'), instantInWords(plan.startedAt)],
  ];
  const lang = plan.language === language() ? null : plan.language;
  return el(
    'header',
    {},
    el('h1', { lang }, plan.title),
    el(
      'p',
      { class: 'badges' },
      badge(named('kind', plan.kind)),
      statusBadge(plan.status),
      plan.public ? badge(t('plan.open-to-all')) : null,
    ),
    facts(pairs, 'facts short'),
    plan.imported ? el('p', { class: 'note' }, t('plan.imported')) : null,
  );
}

function programme({ code, strand }, names) {
  const name = names.programme(code);
  return strand ? `${name}, ${t('plan.strand', { n: strand })}` : name;
}

function contents(plan, parts) {
  const way = ([key]) =>
    el('li', {}, el('a', { href: `#/plans/${encodeURIComponent(plan.id)}/${key}` }, t(`plan.${key}`)));
  return el('nav', { class: 'contents', 'aria-label': t('plan.on-page') }, el('ul', {}, parts.map(way)));
}

function now({ plan, names }) {
  const subject = plan.kind === 'initiative' ? 'initiative' : 'plan';
  const stands = t(`${subject}.now.${plan.status}`, { stage: names.stage(plan.stage) });
  const goesOn = plan.status === 'active' && hasForked(plan);
  const lacks = goesOn ? t('plan.goes-on-in-plans') : lackInWords(plan);
  const pause = plan.status === 'paused' ? plan.pauses?.at(-1) : null;
  return [
    el('p', { class: 'now' }, stands, ' ', lacks),
    pause
      ? facts([
          [t('plan.paused-since'), whenInWords(pause.from)],
          [t('plan.look-again'), pause.reviewOn ? whenInWords(pause.reviewOn) : null],
        ])
      : null,
  ];
}

function family({ plan, family: kin, names }) {
  const { children } = plan;
  const kinds = children.map((child) => kin.child(child.id) ?? child);
  const row = (child) => {
    const seen = kin.child(child.id);
    const stage = seen ? `${names.stage(seen.stage)}, ` : '';
    const state = `${stage}${named('status', seen?.status ?? child.status).toLowerCase()}`;
    return el('li', {}, seen ? planLink(seen) : child.title, el('span', { class: 'quiet' }, ` ${state}`));
  };
  return [
    kin.parent ? el('p', {}, `${t('plan.part-of')} `, planLink(kin.parent)) : null,
    children.length > 0 ? [el('h3', {}, underInWords('plan', kinds)), el('ul', {}, children.map(row))] : null,
  ];
}
