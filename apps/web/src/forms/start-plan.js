// Starts a new plan: a way of working and a title; the rest is filled in along the way.
import { get, post, repeatKeys, Trouble, who } from '../api.js';
import { el } from '../page/element.js';
import { troubleView } from '../page/trouble.js';
import { label, language, named, t } from '../words/language.js';
import { clearFaults, showTrouble } from './refusal.js';

export async function startView(page) {
  const title = t('start.title');
  if (!(await who())) return troubleView(new Trouble('problem', { status: 401 }), page);
  const [{ items }, above] = await Promise.all([
    get('v1/templates', { limit: 200 }),
    get('v1/plans', { kind: 'initiative', status: 'active', limit: 200 }),
  ]);
  const inside =
    items.length === 0 ? el('p', { class: 'empty' }, t('start.no-templates')) : form(items, above.items, page);
  return {
    title,
    content: el('div', { class: 'start' }, el('h1', {}, title), el('p', { class: 'lead' }, t('start.lead')), inside),
  };
}

function form(templates, initiatives, page) {
  const keyFor = repeatKeys();
  const name = el('input', {
    id: 'new-title',
    name: 'title',
    type: 'text',
    required: true,
    maxlength: 200,
    autocomplete: 'off',
    'data-pointer': '/title',
  });
  const ways = fieldset(
    t('start.template'),
    templates.map((one) => way(one, templates.length === 1)),
  );
  const tongue = el(
    'select',
    { id: 'new-language', name: 'language' },
    ['sv', 'en'].map((one) => option(one, t(`language.${one}`), one === language())),
  );
  const open = el('input', { id: 'new-public', name: 'public', type: 'checkbox' });
  const kinds = ['', 'initiative', 'plan', 'case'].map((one) =>
    option(one, one ? named('kind', one) : t('start.as-template'), false),
  );
  const kind = el('select', { id: 'new-kind', name: 'kind', 'aria-describedby': 'new-kind-hint' }, kinds);
  const none = option('', t('start.no-parent'), true);
  const parents = initiatives.map((one) => option(one.id, one.title, false));
  const parent = el('select', { id: 'new-parent', name: 'parent', 'data-pointer': '/parent' }, none, parents);
  const send = el('button', { type: 'submit' }, t('start.do'));
  const submit = (event) => {
    event.preventDefault();
    clearFaults(event.target);
    send.disabled = true;
    const template = new FormData(event.target).get('template') ?? undefined;
    const body = {
      template,
      title: name.value,
      language: tongue.value,
      public: open.checked,
      ...(kind.value ? { kind: kind.value } : {}),
      ...(parent.value ? { parent: parent.value } : {}),
    };
    post('v1/plans', body, keyFor(body))
      .then((plan) => {
        page.tell(t('start.done', { title: plan.title }));
        location.hash = `#/plans/${encodeURIComponent(plan.id)}`;
      })
      .catch((trouble) => showTrouble(event.target, trouble, t('start.title')))
      .finally(() => (send.disabled = false));
  };
  return el(
    'form',
    { class: 'form', onsubmit: submit, novalidate: true },
    ways,
    field('new-title', t('start.name'), name, t('form.required')),
    el(
      'div',
      { class: 'field' },
      el('label', { for: 'new-kind' }, t('start.kind')),
      el('p', { id: 'new-kind-hint', class: 'hint' }, t('start.kind-hint')),
      kind,
    ),
    field('new-parent', t('start.parent'), parent),
    field('new-language', t('start.language'), tongue),
    el('div', { class: 'field check' }, open, el('label', { for: 'new-public' }, t('start.public'))),
    el('p', { class: 'actions' }, send),
  );
}

function way({ key, name, summary }, isOnly) {
  const id = `way-of-working-${key}`;
  const words = summary ? label(summary) : null;
  const radio = el('input', {
    type: 'radio',
    name: 'template',
    id,
    value: key,
    checked: isOnly,
    'data-pointer': '/template',
    'aria-describedby': words ? `${id}-hint` : null,
  });
  return el(
    'div',
    { class: 'field check' },
    radio,
    el('label', { for: id }, label(name)),
    words ? el('p', { id: `${id}-hint`, class: 'hint' }, words) : null,
  );
}

function fieldset(legend, inside) {
  return el('fieldset', {}, el('legend', {}, legend), inside);
}

function option(value, words, selected) {
  return el('option', { value, selected }, words);
}

function field(id, words, input, note) {
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, words, note ? el('span', { class: 'quiet' }, ` (${note})`) : null),
    input,
  );
}
