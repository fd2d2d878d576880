// What a guest can be asked to do in a plan, and what it is about: to answer, to confirm, to comment. Nothing else is anybody's to
// do by a link alone.
import { vocabulary, type Label, type Plan } from '#libs/lifecycle';

export type DutyKind = 'answer' | 'confirm' | 'comment';

const KINDS: Record<DutyKind, string[]> = {
  answer: [
    'answer-question',
    'hold-dialogue',
    'decline-dialogue',
    'decline-ownership',
    'decline-hand-over',
    'decline-consent',
  ],
  confirm: [
    'consent',
    'confirm-anchoring',
    'accept-ownership',
    'accept-hand-over',
    'accept-risk',
    'sign-role-agreement',
    'mark-carried-out',
    'tick-item',
    'complete-activity',
  ],
  comment: ['comment', 'write-log-entry', 'record-insight', 'record-lesson'],
};

const BY_VERB = new Map(
  Object.entries(KINDS).flatMap(([kind, verbs]) => verbs.map((verb) => [verb, kind as DutyKind] as const)),
);

export const DUTY_VERBS: readonly string[] = [...BY_VERB.keys()];

export function dutyKindOf(verb: string): DutyKind | undefined {
  return BY_VERB.get(verb);
}

/** The verb in plain words. */
export function nameOf(verb: string): Label {
  const found = vocabulary.verbs.get(verb);
  if (!found) throw new Error(`no capability has a verb ${verb}`);
  return found.verb.name;
}

const LINES = ['title', 'what', 'name'];

/** The fields of the bodies above that name a record of the verb's own capability. */
const RECORDS = ['question', 'ownership', 'activity', 'item', 'workgroup', 'holding'];

/**
 * What is written in the plan about the record that a body names: a question's own words, what an ownership is about. Of the
 * verb's own capability alone: what else the plan holds may be none of the guest's business, nor of whoever asks.
 * @param texts the plan's prose by key.
 */
export function aboutRecords(
  plan: Pick<Plan, 'facts'>,
  verb: string,
  body: Record<string, unknown>,
  texts: Map<string, string | null>,
): string[] {
  const keys = new Set(RECORDS.map((field) => body[field]));
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const record = value as Record<string, unknown>;
    if (typeof record['key'] === 'string' && keys.has(record['key'])) found.push(...wordsOf(record, texts));
    else Object.values(record).forEach(look);
  };
  const capability = vocabulary.verbs.get(verb)?.capability.key;
  if (capability !== undefined) look(plan.facts[capability]);
  return [...new Set(found)];
}

function wordsOf(record: Record<string, unknown>, texts: Map<string, string | null>): string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (typeof value !== 'string') return [];
    const words = name.endsWith('Text') ? texts.get(value) : LINES.includes(name) ? value : null;
    return words ? [words] : [];
  });
}
