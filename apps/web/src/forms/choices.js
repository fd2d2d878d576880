// What a field of a form can be chosen among: the plan's own records, its stages, the organisations. Null: typed freely.
import { label, named } from '../words/language.js';

/** Where a record is kept that a field names by its key; [capability, list], or by capability when several have such a field. */
const RECORDS = {
  potential: ['potentials', 'potentials'],
  meeting: ['meetings', 'meetings'],
  workgroup: ['workgroups', 'workgroups'],
  version: ['versions', 'versions'],
  ownership: ['ownership', 'ownerships'],
  idea: ['ideas', 'ideas'],
  effort: { inventory: ['inventory', 'efforts'], strategies: ['strategies', 'efforts'] },
  question: ['network', 'questions'],
  lesson: ['lessons', 'lessons'],
  trial: ['trials', 'trials'],
  commitment: ['commitments', 'commitments'],
  agreement: ['role-agreements', 'agreements'],
  seat: ['team', 'seats'],
  holding: ['roles', 'holdings'],
  row: ['role-map', 'rows'],
  item: { checklist: ['checklist', 'items'], knowledge: ['knowledge', 'items'] },
  activity: {
    activities: ['activities', 'activities'],
    'knowledge-activities': ['knowledge-activities', 'activities'],
  },
};
const ORGANISATIONS = new Set(['organisation', 'organisations', 'represented', 'writtenInput', 'members', 'decidedBy']);
/** What plans are made for, one each, by the name of what the stage forks by. */
const FORKED_BY = {
  theme: ({ direction }) => direction?.decisions?.at(-1)?.themes,
  municipality: ({ dialogues }) => dialogues?.municipalities,
};
/** Areas that the strategies are made concrete in, not those of the place. */
const PRIORITY_AREAS = new Set(['strategies', 'priorities']);
/** Verbs whose organisation may be one that nobody has told of yet: its code is typed. */
const NEW_ORGANISATION = new Set([
  'add-party',
  'name-municipality',
  'agree-roles',
  'commit-resources',
  'form-team',
  'fill-seat',
  'name-management-contact',
  'accept-risk',
]);
/** From hand to hand: the receiver, too, may be new. */
const HANDS = new Set(['from', 'to']);

/** @param verb the move, with the capability whose verb it is. @param schema tells a record's key from free text. */
export function choicesFor(field, schema, { plan, template, names }, verb) {
  if ((field === 'organisation' || field === 'with') && NEW_ORGANISATION.has(verb.verb))
    return { typed: organisations(names, plan) };
  if (verb.verb === 'transfer-ownership' && HANDS.has(field)) return { typed: organisations(names, plan) };
  if (ORGANISATIONS.has(field)) return organisations(names, plan);
  if (field === 'stages') return everyStage(template, names);
  if (field === 'area' && PRIORITY_AREAS.has(verb.capability)) return rows(plan.records.strategies?.areas);
  if (field === 'area' || field === 'areas') return rows(plan.records.areas?.areas);
  if (field === 'strategy' || field === 'strategies') return rows(plan.records.strategies?.strategies);
  if (field === 'municipality') return rows(plan.records.dialogues?.municipalities);
  if (field === 'each') return madeFor(template, plan);
  if (field === 'indicator') return rows(plan.records.indicators?.indicators);
  if (!isKey(schema)) return null;
  if (field === 'to') return verb.to.length > 0 ? stages(verb.to, names) : null;
  if (field === 'stage') return everyStage(template, names);
  if (field === 'method') return methods(template, plan);
  if (field === 'role') return template.roles.map(({ key, name }) => ({ value: key, words: label(name) }));
  if (field === 'task') return tasks(plan, names);
  if (field === 'theme') return rows(FORKED_BY.theme(plan.records));
  const of = RECORDS[field];
  const [capability, list] = (Array.isArray(of) ? of : of?.[verb.capability]) ?? [];
  return capability ? rows(plan.records[capability]?.[list]) : null;
}

/** The API's pattern for keys of records and stages. */
function isKey({ pattern = '' }) {
  return pattern.startsWith('^[a-z0-9]+(-');
}

function rows(list = []) {
  return list.map((one) => ({
    value: one.key ?? one.code ?? one.organisation,
    words:
      one.title ??
      one.name ??
      one.what ??
      one.label ??
      one.lesson ??
      one.with ??
      seat(one) ??
      held(one) ??
      one.words ??
      one.key ??
      one.organisation,
  }));
}

/** A seat has no name of its own: «boende, kommittén». */
function seat({ group, role, organisation }) {
  return group && [named('value', group), role, organisation].filter(Boolean).join(', ');
}

/** A role in the plan: «processledare, RKL, 2026-01-12». */
function held({ role, organisation, from }) {
  return role && from && [role, organisation, from].join(', ');
}

/** What waits to be anchored anew after changes of leadership. */
function tasks({ records }, names) {
  const waiting = (records['re-anchoring']?.changes ?? []).flatMap((change) =>
    change.tasks.filter(({ done }) => !done),
  );
  return waiting.map(({ key, organisation, role }) => ({
    value: key,
    words: [names.organisation(organisation), role].filter(Boolean).join(', '),
  }));
}

/** Null where the stage forks by nothing that the page knows: then it is typed. */
function madeFor({ stages: all }, plan) {
  const each = all.find(({ key }) => key === plan.stage)?.fork?.each;
  return FORKED_BY[each] ? rows(FORKED_BY[each](plan.records)) : null;
}

function stages(keys, names) {
  return keys.map((key) => ({ value: key, words: names.stage(key) }));
}

function everyStage(template, names) {
  return stages(
    template.stages.map(({ key }) => key),
    names,
  );
}

/** The template's cards and the plan's own. */
function methods(template, plan) {
  const cards = (template.methods ?? []).map(({ key, name }) => ({ value: key, words: label(name) }));
  return [...cards, ...rows(plan.records.methods?.cards)];
}

/** The plan's parties first: they are meant nearly always. */
function organisations(names, { records }) {
  const parties = (records.parties?.parties ?? []).map((one) => one.organisation);
  const others = names.organisations.map(({ code }) => code).filter((code) => !parties.includes(code));
  return [...parties, ...others].map((code) => ({ value: code, words: names.organisation(code) }));
}
