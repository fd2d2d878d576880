// fork and release decided: several plans out of one, and those that are waited for no longer.
import type { Decision, Setting } from './capability.js';
import type { Draft } from './event.js';
import { idFrom } from './fork.js';
import { candidates, hasOneOfEach, waitedFor } from './join.js';
import { watchesStages } from './lifecycle-criteria.js';
import type { ForkBody, ReleaseBody } from './lifecycle-verbs.js';
import type { Plan } from './plan.js';
import { refuse, type Refusal } from './refusal.js';
import { stageOf, type Stage } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export function fork(vocabulary: Vocabulary, plan: Plan, body: ForkBody, at: Setting): Decision {
  const stage = stageOf(at.template, plan.stage);
  const { to, as, join } = stage.fork as NonNullable<Stage['fork']>;
  const possible = candidates(vocabulary, plan, stage).map(({ key, title }) => ({ title, each: key }));
  const wanted: { title: string; each?: string }[] = body.plans?.length ? body.plans : possible;
  const isDone = possible.length === 0 && hasOneOfEach(vocabulary, plan, stage);
  if (isDone && !at.imported && wanted.every(({ each }) => each === undefined))
    return refuse(join ? 'each-has-its-plan' : 'forked', { field: '/plans' });
  if (wanted.length === 0) return refuse('nothing-to-fork', { field: '/plans' });
  const wrong = (at.imported ? null : candidateNotSaid(wanted, possible)) ?? notPossible(wanted, possible);
  if (wrong) return wrong;
  const children = wanted.map((one, index) => ({
    id: idFrom(at.command, index + 1),
    title: one.title,
    to,
    ...(one.each === undefined ? {} : { each: one.each }),
  }));
  const data = {
    stage: plan.stage,
    children,
    ...(as === 'case' ? { as } : {}),
    ...(join ? { joins: plan.stage } : {}),
  };
  // A join writes down where they begin; elsewhere it is told where the template asks for it.
  const begun = !join && watchesStages(at.template) ? children.map(({ id }) => beginsAt(id, to)) : [];
  return [{ type: 'plan.forked', data, texts: { reasonText: body.reason } }, ...begun];
}

const beginsAt = (child: string, stage: string): Draft => ({ type: 'child.moved', data: { child, stage } });

/** Where something is left to make a plan of, each plan says of which: one beside them would leave it unmade, and a join waiting. */
function candidateNotSaid(wanted: { each?: string }[], possible: { each: string; title: string }[]): Refusal | null {
  const silent = possible.length === 0 ? -1 : wanted.findIndex(({ each }) => each === undefined);
  if (silent < 0) return null;
  const choices = possible.map(({ each, title }) => (each === title ? each : `${title} (${each})`)).join(', ');
  return refuse('each-not-said', { field: `/plans/${silent}/each`, params: { choices } });
}

/** Each is made of a candidate that is left, and of each only one. */
function notPossible(wanted: { each?: string }[], possible: { each: string }[]): Refusal | null {
  const left = new Set(possible.map(({ each }) => each));
  const wrong = wanted.findIndex(({ each }) => each !== undefined && !left.delete(each));
  if (wrong < 0) return null;
  return refuse('not-to-fork-by', { field: `/plans/${wrong}/each`, params: { each: wanted[wrong]?.each ?? '' } });
}

export function release(vocabulary: Vocabulary, plan: Plan, body: ReleaseBody, at: Setting): Decision {
  const stage = stageOf(at.template, plan.stage);
  const waits = waitedFor(plan, stage.key).map(({ id }) => id);
  const named = body.plans?.map((id) => id.toLowerCase());
  const wrong = named?.findIndex((id) => !waits.includes(id)) ?? -1;
  if (wrong >= 0) return refuse('not-waited-for', { field: `/plans/${wrong}`, params: { plan: named?.[wrong] ?? '' } });
  const unmade = named ? [] : candidates(vocabulary, plan, stage).map(({ key }) => key);
  const data = { stage: stage.key, children: named ?? waits, ...(unmade.length > 0 ? { candidates: unmade } : {}) };
  return [{ type: 'join.released', data, texts: { reasonText: body.reason } }];
}
