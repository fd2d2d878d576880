// Everything that an archive tells of a plan, read once: the plan, its versions, decisions, log, history and attachments.
import { roundOf, type Plan, type PlanEvent, type PlanKind, type Template } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { attachmentsOf, type AttachmentView } from '../attachments/attachment-view.js';
import { historyItem } from '../http/event-view.js';
import { withProse } from '../http/prose.js';
import type { Plans } from '../plans.js';
import { commentsOn } from './decisions-page.js';
import { childrenOf, kindsOf } from './plans-under.js';
import { templatesOf } from './templates-gone-by.js';

export type HistoryItem = ReturnType<typeof historyItem>;

export interface Gathered {
  plan: Plan;
  template: Template;
  /** Every version that the plan, or an initiative it came from, goes or has gone by, the present one first. */
  templates: Template[];
  /** Titles of the plans over and under it, by id. */
  titles: ReadonlyMap<string, string>;
  /** What the plans under it are, by id. */
  kinds: ReadonlyMap<string, PlanKind>;
  /** What each capability has recorded, with its prose. */
  records: Record<string, unknown>;
  history: HistoryItem[];
  attachments: AttachmentView[];
}

const PAGE = 1_000;

export async function gather(plans: Plans, pool: Pool, plan: Plan): Promise<Gathered> {
  const events = await eventsOf(plans, plan);
  const texts = await textsOf(plans, plan, events);
  const own = texts.get(plan.id) ?? new Map<string, string | null>();
  const records = Object.entries(plan.facts).map(([key, facts]) => [key, withProse(facts, own)]);
  const templates = await templatesOf(plans, plan, events);
  return {
    plan,
    template: templates[0] as Template,
    templates,
    titles: await titlesOf(plans, plan),
    kinds: await kindsOf(pool, plan),
    records: withComments(Object.fromEntries(records) as Record<string, unknown>, events, texts),
    history: events.map((event) => historyItem(event, texts.get(event.plan) as Texts)),
    attachments: await attachmentsOf(pool, plan, own),
  };
}

type Texts = ReadonlyMap<string, string | null>;

/** As far as the plan had come when it was read, with what it shares with the initiative it came from. */
async function eventsOf(plans: Plans, plan: Plan): Promise<PlanEvent[]> {
  const events: PlanEvent[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: PlanEvent[]; next: string | null } = await plans.history(plan.id, {
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    events.push(...page.items.filter((event) => event.plan !== plan.id || event.sequence <= plan.sequence));
    cursor = page.next;
  }
  return events;
}

async function textsOf(plans: Plans, plan: Plan, events: readonly PlanEvent[]): Promise<Map<string, Texts>> {
  const texts = new Map<string, Texts>();
  for (const id of new Set([plan.id, ...events.map((event) => event.plan)])) texts.set(id, await plans.texts(id));
  return texts;
}

async function titlesOf(plans: Plans, { parent, children }: Plan): Promise<Map<string, string>> {
  const over = parent === undefined ? [] : await plans.titles([parent]);
  return new Map([...over, ...children.map(({ id, title }): [string, string] => [id, title])]);
}

/** Each decision with what was said about it. */
function withComments(
  records: Record<string, unknown>,
  events: readonly PlanEvent[],
  texts: ReadonlyMap<string, Texts>,
): Record<string, unknown> {
  const adoption = records['adoption'] as { entries: { key: string }[] } | undefined;
  if (!adoption) return records;
  const comments = new Map<string, string | null>();
  for (const [plan, prose] of texts)
    for (const [entry, key] of commentsOn(events.filter((event) => event.plan === plan)))
      comments.set(entry, prose.get(key) ?? null);
  const said = ({ key }: { key: string }) => (comments.has(key) ? { comment: comments.get(key) } : {});
  const entries = adoption.entries.map((entry) => ({ ...entry, ...said(entry) }));
  return { ...records, adoption: { ...adoption, entries } };
}

/** What the archive says of the plan as a whole. */
export function standingOf(gathered: Gathered) {
  const { plan, template, records } = gathered;
  const { id, kind, title, language, status, stage, attempt, version, parent, programme, pauses } = plan;
  return {
    id,
    kind,
    title,
    language,
    template: { ...plan.template, name: template.name },
    formerly: plan.formerly ?? [],
    stage,
    stageName: template.stages.find((one) => one.key === stage)?.name ?? null,
    status,
    closed: isClosed(plan),
    attempt,
    cycle: plan.cycle ?? 1,
    round: roundOf(plan),
    version,
    parent: parent ?? null,
    children: childrenOf(gathered),
    programme: programme ?? null,
    pauses,
    startedAt: plan.startedAt,
    recordedAt: plan.recordedAt,
    imported: plan.imported,
    records,
  };
}

export function isClosed({ status }: Plan): boolean {
  return status === 'completed' || status === 'discontinued';
}

/** Entries and comments, in the order in which they were written. */
export function logOf({ history }: Gathered): HistoryItem[] {
  return history.filter(({ type }) => /\.(log-entry|comment)\.written\./.test(type));
}
