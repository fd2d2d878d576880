// A running plan goes on by another template version: only when every stage has a place in it (INV-11).
import type { Decision, Setting } from './capability.js';
import type { MigrateBody } from './lifecycle-verbs.js';
import type { PlanMigrated } from './migrated.js';
import { ofStage, type Plan } from './plan.js';
import { refuse, type Reason } from './refusal.js';
import { stageNames, type Template } from './template.js';

export function migrate(plan: Plan, body: MigrateBody, at: Setting): Decision {
  const { key, version } = at.template;
  const params = { template: body.template ?? key, version: body.version };
  if (!at.target) return refuse('unknown-template-version', { field: '/version', params });
  if (at.target.key === key && at.target.version === version) return refuse('goes-by-it-already', { params });
  const stages = body.stages ?? {};
  const faults = mapFaults(at.template, at.target, stages);
  if (faults.length > 0) return { refused: faults };
  const data: PlanMigrated = {
    from: { key, version },
    to: { key: at.target.key, version: at.target.version },
    stage: ofStage(stages, plan.stage) ?? plan.stage,
    stages: Object.fromEntries(Object.entries(stages).filter(([from, to]) => from !== to)),
  };
  return [{ type: 'plan.migrated', data, texts: { reasonText: body.reason } }];
}

/** Where every stage of the one goes in the other: by the map, else where the key is the same. */
export function stageMap(
  from: Template,
  to: Template,
  stages: Record<string, string>,
): { from: string; to: string | null }[] {
  const known = new Set(to.stages.map(({ key }) => key));
  return from.stages.map(({ key }) => {
    const named = Object.hasOwn(stages, key) ? (stages[key] as string) : key;
    return { from: key, to: known.has(named) ? named : null };
  });
}

/** Every fault of the map at once, each with its place. */
function mapFaults(from: Template, to: Template, stages: Record<string, string>): Reason[] {
  const old = new Set(from.stages.map(({ key }) => key));
  const strangers = Object.keys(stages).filter((key) => !old.has(key));
  const lost = stageMap(from, to, stages).filter((one) => one.to === null);
  return [
    ...strangers.map((stage) => ({ code: 'unknown-stage', field: `/stages/${stage}`, params: { stage } })),
    ...lost.map(({ from: stage }) => whyLost(from, stages, stage)),
  ];
}

function whyLost(from: Template, stages: Record<string, string>, stage: string): Reason {
  if (Object.hasOwn(stages, stage))
    return { code: 'no-such-stage-there', field: `/stages/${stage}`, params: { stage: stages[stage] as string } };
  const names = { name: stageNames(from, [stage]) };
  return { code: 'stage-not-mapped', field: `/stages/${stage}`, params: { stage }, names };
}
