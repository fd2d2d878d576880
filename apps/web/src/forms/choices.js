// What a field of a form can be chosen among: the plan's own records, its stages, the organisations. Null: typed freely.
import { label } from '../words/language.js';

/** Where a record is kept that a field names by its key; [capability, list], or by capability when several have such a field. */
const RECORDS = {
  potential: ['potentials', 'potentials'],
  meeting: ['meetings', 'meetings'],
  workgroup: ['workgroups', 'workgroups'],
  version: ['versions', 'versions'],
  ownership: ['ownership', 'ownerships'],
  idea: ['ideas', 'ideas'],
  effort: ['inventory', 'efforts'],
  lesson: ['lessons', 'lessons'],
  item: { checklist: ['checklist', 'items'], knowledge: ['knowledge', 'items'] },
  activity: {
    activities: ['activities', 'activities'],
    'knowledge-activities': ['knowledge-activities', 'activities'],
  },
};
const ORGANISATIONS = new Set(['organisation', 'organisations', 'represented', 'writtenInput', 'members', 'decidedBy']);
/** From hand to hand: the receiver, too, may be new. */
const HANDS = new Set(['from', 'to']);

/** @param verb the move, with the capability whose verb it is. @param schema tells a record's key from free text. */
export function choicesFor(field, schema, { plan, template, names }, verb) {
  // A party may be one that nobody has told of yet: its code is typed.
  if (field === 'organisation' && verb.verb === 'add-party') return { typed: organisations(names, plan) };
  if (verb.verb === 'transfer-ownership' && HANDS.has(field)) return { typed: organisations(names, plan) };
  if (ORGANISATIONS.has(field)) return organisations(names, plan);
  if (field === 'stages') return everyStage(template, names);
  if (field === 'area' || field === 'areas') return rows(plan.records.areas?.areas);
  if (field === 'indicator') return rows(plan.records.indicators?.indicators);
  if (!isKey(schema)) return null;
  if (field === 'to') return verb.to.length > 0 ? stages(verb.to, names) : null;
  if (field === 'stage') return everyStage(template, names);
  if (field === 'method') return methods(template, plan);
  if (field === 'theme' || field === 'each') return rows(plan.records.direction?.decisions?.at(-1)?.themes);
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
    value: one.key ?? one.code,
    words: one.title ?? one.name ?? one.what ?? one.label ?? one.lesson ?? one.key,
  }));
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
