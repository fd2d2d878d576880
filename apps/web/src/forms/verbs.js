// Everything that can be done with a plan: what is open, each with a short form of its own, and why the rest is not.
import { get, post, repeatKeys } from '../api.js';
import { el } from '../page/element.js';
import { label, t } from '../words/language.js';
import { lack } from '../plan/missing.js';
import { choicesFor } from './choices.js';
import { draftOf, keepDraft } from './drafts.js';
import { clearFaults, showTrouble } from './refusal.js';
import { objectFields } from './schema-form.js';

/** They take ids and whole bodies, and are given over HTTP. */
const FOR_PROGRAMS = ['correct', 'migrate', 'attach'];

let vocabulary = null;

export async function verbs(read, page) {
  vocabulary ??= new Map((await get('v1/templates/vocabulary')).verbs.map((one) => [one.verb, one]));
  const shown = read.moves.filter(({ verb }) => !FOR_PROGRAMS.includes(verb));
  const kinds = [['lifecycle', 'repair'], ['capability']].map((of) => shown.filter(({ kind }) => of.includes(kind)));
  const [lifecycle, capability] = kinds.map((moves) => group(moves, read, page));
  return [
    el('p', {}, t('verbs.lead')),
    el('h3', {}, t('verbs.move')),
    lifecycle,
    el('h3', {}, t('verbs.record')),
    capability,
  ];
}

function group(moves, read, page) {
  const open = moves.filter((move) => move.allowed);
  const closed = moves.filter((move) => !move.allowed);
  return [
    el('h4', {}, t('verbs.open')),
    open.length > 0
      ? el(
          'div',
          { class: 'choices' },
          open.map((move) => openVerb(move, read, page)),
        )
      : el('p', { class: 'quiet' }, t('verbs.none-open')),
    closed.length > 0
      ? el(
          'details',
          { class: 'closed' },
          el('summary', {}, t('verbs.closed')),
          el(
            'ul',
            {},
            closed.map((move) => closedVerb(move, read)),
          ),
        )
      : null,
  ];
}

function closedVerb({ name, reasons }, read) {
  const rows = reasons.map((reason) =>
    el(
      'li',
      {},
      reason.message,
      reason.missing.length > 0
        ? el(
            'ul',
            {},
            reason.missing.map((one) => lack(one, read)),
          )
        : null,
    ),
  );
  return el('li', {}, el('strong', {}, label(name)), el('ul', {}, rows));
}

/** The form is made when it is first opened: there can be forty of them. */
function openVerb(move, read, page) {
  const place = el('div', {});
  const draft = `${read.plan.id} ${move.verb}`;
  const hasDraft = draftOf(draft) !== undefined;
  const summary = el(
    'summary',
    { id: `do-${move.verb}` },
    label(move.name),
    hasDraft ? el('span', { class: 'quiet' }, ` ${t('verbs.kept')}`) : null,
  );
  const details = el('details', { class: 'verb' }, summary, place);
  details.addEventListener('toggle', () => {
    if (details.open && place.childElementCount === 0) place.append(form(move, read, page, draft));
  });
  return details;
}

function form(move, read, page, draft) {
  const keyFor = repeatKeys();
  const name = label(move.name);
  const { body: schema, capability } = vocabulary.get(move.verb);
  const choices = (field, of) => choicesFor(field, of, read, { ...move, capability });
  const fields = objectFields(needingWhere(schema, move), draftOf(draft), { pointer: '', choices });
  const send = el('button', { type: 'submit' }, name);
  const submit = async (event) => {
    event.preventDefault();
    const { target } = event;
    clearFaults(target);
    send.disabled = true;
    const body = fields.read() ?? {};
    const sent = post(`v1/plans/${read.plan.id}/${move.verb}`, body, keyFor(body));
    await sent.then(() => done(draft, name, page)).catch((trouble) => showTrouble(target, trouble, name, read));
    send.disabled = false;
  };
  const keep = () => keepDraft(draft, fields.read());
  return el(
    'form',
    { class: 'form', novalidate: true, onsubmit: submit, oninput: keep },
    fields.node,
    el('p', { class: 'actions' }, send),
  );
}

/** Where there is only one way, or none, nobody needs to be asked. */
function needingWhere(schema, { to }) {
  if (!schema.properties?.to || to.length > 1) return schema;
  const { to: _left, ...properties } = schema.properties;
  return { ...schema, properties };
}

async function done(draft, name, page) {
  keepDraft(draft, undefined);
  await page.again();
  page.goTo('stand');
  page.tell(t('verbs.done', { verb: name }));
}
