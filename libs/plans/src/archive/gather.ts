// Everything that an archive tells of a plan, read once: the plan, its versions, decisions, log, history and attachments.
import { fold, roundOf, type Plan, type PlanEvent, type PlanKind, type Template } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { attachmentsOf, type AttachmentView } from '../attachments/attachment-view.js';
import { historyItem } from '../http/event-view.js';
import { recordsWithProse } from '../http/prose.js';
import type { Plans } from '../plans.js';
import { withComments, type Texts } from './decision-comments.js';
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
  /** The initiatives that it shares history with, as they stood when it was made out of them, by id. */
  ancestors: ReadonlyMap<string, Ancestor>;
  history: HistoryItem[];
  attachments: AttachmentView[];
}

export interface Ancestor {
  records: Record<string, unknown>;
  /** Titles of the plans under it, by id. */
  titles: ReadonlyMap<string, string>;
}

const PAGE = 1_000;

export async function gather(plans: Plans, pool: Pool, plan: Plan): Promise<Gathered> {
  const events = await eventsOf(plans, plan);
  const texts = await textsOf(plans, plan, events);
  const own = texts.get(plan.id) ?? new Map<string, string | null>();
  const templates = await templatesOf(plans, plan, events);
  return {
    plan,
    template: templates[0] as Template,
    templates,
    titles: await titlesOf(plans, plan),
    kinds: await kindsOf(pool, plan),
    records: withComments(
      recordsOf(plan, own),
      events.filter((event) => event.plan === plan.id),
      own,
    ),
    ancestors: ancestorsOf(plan, events, texts),
    history: events.map((event) => historyItem(event, texts.get(event.plan) as Texts)),
    attachments: await attachmentsOf(pool, plan, own),
  };
}

function recordsOf({ facts }: Plan, texts: Texts): Record<string, unknown> {
  const records = Object.entries(facts).map(([key, one]) => [key, recordsWithProse(key, one, texts)]);
  return Object.fromEntries(records) as Record<string, unknown>;
}

function ancestorsOf({ id }: Plan, events: PlanEvent[], texts: ReadonlyMap<string, Texts>): Map<string, Ancestor> {
  const found = new Map<string, Ancestor>();
  for (const plan of new Set(events.map((event) => event.plan))) {
    const folded = plan === id ? undefined : fold(events.filter((event) => event.plan === plan));
    if (folded) found.set(plan, { records: recordsOf(folded, texts.get(plan) as Texts), titles: titlesUnder(folded) });
  }
  return found;
}

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
  for (const id of new Set([...events.map((event) => event.plan), plan.id])) texts.set(id, await plans.texts(id));
  return texts;
}

async function titlesOf(plans: Plans, { parent, children }: Plan): Promise<Map<string, string>> {
  const over = parent === undefined ? [] : await plans.titles([parent]);
  return new Map([...over, ...titlesUnder({ children })]);
}

function titlesUnder({ children }: Pick<Plan, 'children'>): Map<string, string> {
  return new Map(children.map(({ id, title }) => [id, title]));
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
