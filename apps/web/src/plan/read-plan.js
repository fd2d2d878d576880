// Everything that the page of a plan shows, asked for at once; and the names behind its codes and keys.
import { get, plansPath, who } from '../api.js';
import { label } from '../words/language.js';
import { programmeNames } from '../board/programmes.js';
import { History } from './history-pages.js';
import { ORGANISATIONS } from './record-values.js';

export async function readPlan(id) {
  const [path, me] = await Promise.all([plansPath(), who()]);
  const at = `${path}/${encodeURIComponent(id)}`;
  const history = new History(`${at}/history`);
  const [plan, moves] = await Promise.all([get(at), me ? get(`${at}/moves`) : { items: [] }, history.readSome()]);
  const [template, family, organisations, programmeName] = await Promise.all([
    templateOf(plan, me),
    familyOf(plan, path),
    me ? everyOrganisation() : organisationsIn(plan, history),
    programmeNames([plan.programme?.code]),
  ]);
  return {
    me,
    plan,
    template,
    moves: moves.items,
    history,
    family,
    names: { ...namesOf(plan, template, organisations), programme: programmeName },
  };
}

async function templateOf(plan, me) {
  const { key, version } = plan.template;
  const own = { key, version, name: plan.templateName, stages: plan.stages, roles: plan.roles };
  return me ? get(`v1/templates/${key}/versions/${version}`) : own;
}

/** The initiative it came from, and the plans that came from it: as they stand now, as far as this reader may see them. */
async function familyOf(plan, path) {
  const ids = [...(plan.parent ? [plan.parent] : []), ...plan.children.map((child) => child.id)];
  const found = await Promise.all(ids.map((id) => get(`${path}/${encodeURIComponent(id)}`).catch(() => null)));
  const byId = new Map(found.filter((one) => one !== null).map((one) => [one.id, one]));
  return { parent: byId.get(plan.parent) ?? null, child: (id) => byId.get(id) ?? null };
}

/** A handful of pages; a directory with more than this is not spelled out here. */
async function everyOrganisation() {
  const found = [];
  for (let cursor, pages = 0; pages < 5; pages += 1) {
    const { items, next } = await get('v1/organisations', { limit: 200, cursor });
    found.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return found;
}

/** Readers who are not signed in may ask for the names behind codes that they have seen. */
async function organisationsIn(plan, history) {
  const codes = new Set();
  gather([plan.records, history.events], codes);
  const asked = [...codes].slice(0, 100).join(',');
  return asked === '' ? [] : (await get('v1/public/organisations', { codes: asked })).items;
}

function gather(value, codes) {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    if (ORGANISATIONS.has(field)) [inner].flat().forEach((one) => typeof one === 'string' && codes.add(one));
    gather(inner, codes);
  }
}

function namesOf(plan, template, organisations) {
  const organisationNames = new Map(organisations.map(({ code, name }) => [code, name]));
  const nameIn = (list, key) => label(list.find((one) => one.key === key)?.name);
  return {
    id: plan.id,
    language: plan.language,
    organisations,
    organisation: (code) => organisationNames.get(code) ?? code,
    stage: (key) => nameIn(template.stages, key) || nameIn(plan.formerStages, key) || key,
    criterion: (key) =>
      label(template.stages.flatMap((stage) => stage.criteria ?? []).find((one) => one.key === key)?.name) || key,
    role: (key) => nameIn(template.roles, key) || key,
  };
}
