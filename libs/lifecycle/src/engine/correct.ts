// A mistake is corrected by saying the step again as it should have been; the event names what it corrects and nothing is edited.
import { factsOf, type Decision, type Setting } from './capability.js';
import type { Draft, PlanEvent } from './event.js';
import { fold } from './evolve.js';
import { isKept } from './kept.js';
import { isLifecycleVerb, type CorrectBody } from './lifecycle-verbs.js';
import type { Plan } from './plan.js';
import { isRefusal, refuse, unknownRecord, type Refusal } from './refusal.js';
import { mended, type StepCorrected } from './repair.js';
import type { Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';
import { liesAhead } from '../schedule/when.js';

export function correct(vocabulary: Vocabulary, body: CorrectBody, at: Setting): Decision {
  const history = historyOf(at);
  const step = stepWith(history, body.event);
  // Of what is kept the others are told nothing, and whoever keeps it can strike it and say it anew.
  if (!step || step.some((event) => isKept(vocabulary, event))) return unknownRecord('/event', body.event);
  if (body.happened !== undefined && liesAhead(body.happened, at.now))
    return refuse('lies-ahead', { field: '/happened', params: { when: body.happened as string } });
  const said = saidAgain(vocabulary, history, step, body, at);
  if (isRefusal(said)) return said;
  const unfit = touchesFixed(vocabulary, history, step, said);
  if (unfit) return unfit;
  const { version } = step[0] as PlanEvent;
  const events = step.map(({ id }, index) => {
    const data = said[index]?.data as Record<string, unknown> | undefined;
    return data === undefined ? { id } : { id, data };
  });
  const data: StepCorrected = { version, events, ...(body.happened === undefined ? {} : { happened: body.happened }) };
  const draft: Draft = { type: 'step.corrected', data, texts: { reasonText: body.reason, ...proseOf(said) } };
  return spoils(vocabulary, history, draft, at.template) ?? [draft];
}

/** Held against what was first recorded: that is what the rest of the system went by. */
function touchesFixed(vocabulary: Vocabulary, history: PlanEvent[], step: PlanEvent[], said: Draft[]): Refusal | null {
  for (const [index, { type, data }] of said.entries()) {
    const { fields, code } = vocabulary.evolvers.get(type)?.capability.fixed?.[type] ?? { fields: [], code: '' };
    const recorded = history.find(({ id }) => id === step[index]?.id)?.data;
    const now = data as Record<string, unknown>;
    const field = fields.find((one) => JSON.stringify(now[one]) !== JSON.stringify(recorded?.[one]));
    if (field !== undefined) return refuse(code, { field: `/body/${field}` });
  }
  return null;
}

/** INV-23: what lies before the deciding bodies, or has been adopted, is never written otherwise afterwards; nor does a correction bring about what no verb would let in. */
function spoils(
  vocabulary: Vocabulary,
  history: PlanEvent[],
  { type, data }: Draft,
  template: Template,
): Refusal | null {
  const event = { ...(history.at(-1) as PlanEvent), type, data: data as Record<string, unknown> };
  const before = fold(vocabulary, history);
  const after = fold(vocabulary, [...history, event]);
  const frozen = (plan: Plan | undefined) =>
    vocabulary.capabilities.map((one) => plan && one.frozen?.(factsOf(one, plan), plan));
  if (JSON.stringify(frozen(before)) !== JSON.stringify(frozen(after)))
    return refuse('correction-touches-decided', { field: '/event' });
  const unsound = (plan: Plan | undefined) =>
    vocabulary.capabilities.flatMap((one) => (plan && one.unsound?.(factsOf(one, plan), template)) ?? []);
  const [first] = unsound(after);
  return first && unsound(before).length === 0 ? refuse(first.code, { ...first, field: '/body' }) : null;
}

/** @throws when the door has not handed in what repairs are decided on: a fault of the program. */
export function historyOf(at: Setting): PlanEvent[] {
  if (!at.history) throw new Error('undo and correct are decided on the whole history');
  return at.history;
}

/** The events of the step that has this one, as they count now; undefined when it was undone or is none of this plan's. */
function stepWith(history: PlanEvent[], id: string): PlanEvent[] | undefined {
  const counting = mended(history);
  const found = counting.find((event) => event.id === id);
  return found && counting.filter(({ version }) => version === found.version);
}

/** The drafts of the verb on the plan as it was then; none when only the time is corrected. */
function saidAgain(
  vocabulary: Vocabulary,
  history: PlanEvent[],
  step: PlanEvent[],
  { verb, body, happened }: CorrectBody,
  at: Setting,
): Draft[] | Refusal {
  if (verb === undefined) return happened === undefined ? refuse('nothing-to-correct') : [];
  const known = vocabulary.verbs.get(verb);
  if (isLifecycleVerb(verb)) return refuse('correct-by-moving', { field: '/verb', params: { verb } });
  if (!known) return refuse('unknown-verb', { field: '/verb', params: { verb } });
  const [{ version }] = step as [PlanEvent];
  const counting = mended(history);
  const before = fold(
    vocabulary,
    counting.filter((event) => event.version < version),
  );
  if (!before) return refuse('correct-by-moving', { field: '/event', params: { verb } });
  if (counting.some((one) => one.type === 'plan.migrated' && one.version > version))
    return refuse('correct-before-migration', { field: '/event' });
  const decision = known.verb.decide(before, body ?? {}, {
    ...at,
    occurredAt: happened ?? step[0]?.occurredAt ?? null,
  });
  if (isRefusal(decision)) return inBody(decision);
  const same = decision.length === step.length && decision.every(({ type }, index) => type === step[index]?.type);
  return same ? decision : refuse('correction-changes-the-course', { field: '/body' });
}

function inBody({ refused }: Refusal): Refusal {
  return { refused: refused.map((one) => (one.field === undefined ? one : { ...one, field: `/body${one.field}` })) };
}

/** Prose of each event by a field of the correction's own, so that it becomes a text row and can be struck out. */
function proseOf(drafts: Draft[]): NonNullable<Draft['texts']> {
  const named = drafts.flatMap(({ texts = {} }, index) =>
    Object.entries(texts).map(([field, text]) => [`${index}.${field}`, text] as const),
  );
  return Object.fromEntries(named);
}
