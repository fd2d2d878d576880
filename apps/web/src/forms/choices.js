// What a field of a form can be chosen among: the plan's own records, its stages, the organisations. Null: typed freely.
import { named } from '../words/language.js';

export function choicesFor(field, { plan, template, names }, move) {
  const rows = (list = []) => list.map((one) => ({ value: one.key ?? one.code, words: one.title ?? one.name ?? one.label ?? one.key }));
  const records = plan.records;
  switch (field) {
    case 'to':
      return move.to.length > 0 ? move.to.map((key) => ({ value: key, words: names.stage(key) })) : null;
    case 'about':
      return template.stages.map(({ key }) => ({ value: key, words: names.stage(key) }));
    case 'organisation':
    case 'organisations':
    case 'represented':
    case 'writtenInput':
    case 'members':
    case 'decidedBy':
      return organisations(names, plan);
    case 'potential':
      return rows(records.potentials?.potentials);
    case 'meeting':
      return rows(records.meetings?.meetings);
    case 'item':
      return rows(records.knowledge?.items);
    case 'workgroup':
      return rows(records.workgroups?.workgroups);
    case 'version':
      return rows(records.versions?.versions);
    case 'area':
      return rows(records.areas?.areas);
    case 'areas':
      return rows(records.areas?.areas);
    case 'theme':
    case 'each':
      return rows(records.direction?.decisions?.at(-1)?.themes);
    default:
      return null;
  }
}

/** The plan's parties first: they are meant nearly always. */
function organisations(names, plan) {
  const parties = new Set((records(plan).parties ?? []).map((one) => one.organisation));
  const all = names.organisations.map(({ code, name }) => ({ value: code, words: name ?? named('organisation', code) }));
  return [...all.filter(({ value }) => parties.has(value)), ...all.filter(({ value }) => !parties.has(value))];
}

function records({ records: { parties } }) {
  return parties ?? {};
}
