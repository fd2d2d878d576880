// The ways of working (templates) that the plans of a board follow: each with its stages in order and their names.
import { get } from '../api.js';
import { label } from '../words/language.js';
import { programmeNames } from './programmes.js';

/** Published versions never change, so each is asked for once. */
const known = new Map();

/** @param items plans, as on the board. @returns one for each template, in the order in which they turn up. */
export async function waysOfWorking(items, plansPath) {
  const programmeName = await programmeNames(items.map((item) => item.programme));
  const keys = [...new Set(items.map((item) => item.template.key))];
  const ways = keys.map((key) =>
    wayOf(
      items.filter((item) => item.template.key === key),
      plansPath,
    ),
  );
  return (await Promise.all(ways)).map((way) => ({ ...way, programmeName }));
}

async function wayOf(items, plansPath) {
  const newest = items.reduce((a, b) => (b.template.version > a.template.version ? b : a));
  const stages = await stagesOf(newest, plansPath);
  const stageName = (key) => label(stages.find((stage) => stage.key === key)?.name) || key;
  const { key } = newest.template;
  return {
    id: `way-${key}`,
    name: newest.templateName,
    stageName,
    holds: (item) => item.template.key === key,
    stagesOf: (here) => stagesInUse(stages, here, stageName),
  };
}

/** Only stages with plans in them; a stage of an older version that is gone since comes last. */
function stagesInUse(stages, here, stageName) {
  const order = [...new Set([...stages.map((stage) => stage.key), ...here.map((item) => item.stage)])];
  return order
    .map((key) => ({ key, name: stageName(key), items: here.filter((item) => item.stage === key) }))
    .filter(({ items }) => items.length > 0);
}

/** Readers who are not signed in learn the stages from one of the plans. */
async function stagesOf({ id, template: { key, version } }, plansPath) {
  const name = `${key}/${version}`;
  if (!known.has(name)) {
    const from = plansPath === 'v1/plans' ? `v1/templates/${key}/versions/${version}` : `${plansPath}/${id}`;
    const { stages } = await get(from);
    known.set(name, stages);
  }
  return known.get(name);
}
