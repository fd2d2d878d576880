// Several plans out of one, and the one together again: what a join waits for, and what holds an initiative open.
import { isEnded, isOfNow, ofStage, type Child, type Plan } from './plan.js';
import type { Missing, Reason } from './refusal.js';
import type { Label, Stage } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export interface Candidate {
  key: string;
  title: string;
}

/** Plans made in this attempt and cycle by a fork that nothing joins carry the work on; the initiative waits for them (INV-14). */
export function hasForked(plan: Plan): boolean {
  return plan.children.some((child) => isOfNow(plan, child) && child.joins === undefined && !child.added);
}

/** What the stage forks by, without what a plan was made of already and without what was let go. */
export function candidates(vocabulary: Vocabulary, plan: Plan, { key, fork }: Stage): Candidate[] {
  if (fork?.each === undefined) return [];
  const made = plan.children.filter((child) => isOfNow(plan, child)).map((child) => child.each);
  const gone = ofStage(plan.letGo, key) ?? [];
  const found = vocabulary.forks.get(fork.each)?.(plan) ?? [];
  return found.filter((one) => !made.includes(one.key) && !gone.includes(one.key));
}

/** Whether there was something to fork by, and all of it has been made a plan of or let go. */
export function hasOneOfEach(vocabulary: Vocabulary, plan: Plan, stage: Stage): boolean {
  const each = stage.fork?.each;
  if (each === undefined || candidates(vocabulary, plan, stage).length > 0) return false;
  const isMade = plan.children.some((child) => isOfNow(plan, child) && child.each !== undefined);
  return isMade || (vocabulary.forks.get(each)?.(plan).length ?? 0) > 0;
}

/** What the plans that this stage joins still keep it from leaving for. */
export function joinReasons(vocabulary: Vocabulary, plan: Plan, stage: Stage): Reason[] {
  if (!stage.fork?.join) return [];
  const unmade = candidates(vocabulary, plan, stage);
  const waits = waitedFor(plan, stage.key);
  const nothing = stage.fork.each === undefined && !plan.children.some((child) => isHere(plan, child, stage.key));
  const missing: Missing[] = [
    ...(nothing ? [{ code: 'nothing-made-yet', verb: 'fork' }] : []),
    ...unmade.map(({ key, title }) => ({ code: 'plan-not-made', params: { each: key, title }, verb: 'fork' })),
    ...waits.map(notEnded),
  ];
  if (missing.length === 0) return [];
  return [{ code: 'join-waits', names: { otherwise: nothing ? NO_OTHER_WAY : RELEASE }, missing }];
}

const NO_OTHER_WAY: Label = { sv: '', en: '' };
const RELEASE: Label = {
  sv: ' Det som inte längre ska väntas in släpps med ”Vänta inte längre” (release).',
  en: ' What is to be waited for no longer is let go with "Wait no longer" (release).',
};

/** Whether the stage waits for anything that could be let go. */
export function anyToJoin(vocabulary: Vocabulary, plan: Plan, stage: Stage): boolean {
  if (!stage.fork?.join) return false;
  return waitedFor(plan, stage.key).length > 0 || candidates(vocabulary, plan, stage).length > 0;
}

/** The plans of a join that have not ended and are still waited for. */
export function waitedFor(plan: Plan, stage: string): Child[] {
  return plan.children.filter((child) => isHere(plan, child, stage) && !isEnded(child) && !child.released);
}

function isHere(plan: Plan, child: Child, stage: string): boolean {
  return child.joins === stage && isOfNow(plan, child);
}

/** @param joined only those that this stage joins; all that have not been let go when absent. */
export function openChildren(plan: Plan, joined?: string): Reason[] {
  const mine = joined === undefined ? plan.children : plan.children.filter((child) => isHere(plan, child, joined));
  const open = mine.filter((child) => !isEnded(child) && !child.released);
  return open.length === 0 ? [] : [{ code: 'plans-not-ended', missing: open.map(notEnded) }];
}

function notEnded({ id, title }: Child): Missing {
  return { code: 'plan-not-ended', params: { plan: id, title } };
}
