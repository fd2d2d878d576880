// Everything that an archive tells of a plan, read once: the plan, its versions, decisions, log, history and attachments.
import { fold, roundOf, type Plan, type PlanEvent, type PlanKind, type Template } from '#libs/lifecycle';
import assert from 'node:assert/strict';
import type { Pool } from 'pg';
import { attachmentsOf, type AttachmentView } from '../attachments/attachment-view.js';
import { historyItem } from '../http/event-view.js';
import { recordsWithProse } from '../http/prose.js';
import type { Plans } from '../plans.js';
import { shown } from '../sight/shown.js';
import { Sight } from '../sight/sight.js';
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

/** What the reader sees of a plan; null where it may not see it. */
export type Look = (plan: Plan) => Promise<Sight | null>;

/** @param look everything but what people keep to themselves when absent */
export async function gather(
  plans: Plans,
  pool: Pool,
  plan: Plan,
  look: Look = async (one) => Sight.ofAll(one),
): Promise<Gathered> {
  const whole = await eventsOf(plans, plan);
  const sights = await sightsOf(plans, plan, whole, look);
  const events = await shown(plans, whole, sights);
  const texts = await textsOf(plans, sights);
  const own = texts.get(plan.id) ?? new Map<string, string | null>();
  const sight = sights.get(plan.id);
  assert(sight, `${plan.id} is archived for one who may not see it`);
  const seen = sight.plan(plan);
  const templates = await templatesOf(plans, plan, whole);
  return {
    plan: seen,
    template: templates[0] as Template,
    templates,
    titles: await titlesOf(plans, seen),
    kinds: await kindsOf(pool, seen),
    records: withComments(
      recordsOf(seen, own),
      events.filter((event) => event.plan === plan.id),
      own,
    ),
    ancestors: ancestorsOf(plan, whole, sights, texts),
    history: events.map((event) => historyItem(event, texts.get(event.plan) as Texts)),
    attachments: await attachmentsOf(pool, seen, own),
  };
}

/** Of the plan and of those that it shares history with, by id. */
async function sightsOf(plans: Plans, plan: Plan, events: PlanEvent[], look: Look): Promise<Map<string, Sight>> {
  const sights = new Map<string, Sight>();
  for (const id of new Set([...events.map((event) => event.plan), plan.id])) {
    const one = id === plan.id ? plan : await plans.one(id);
    const sight = one && (await look(one));
    if (sight) sights.set(id, sight);
  }
  return sights;
}

function recordsOf({ facts }: Plan, texts: Texts): Record<string, unknown> {
  const records = Object.entries(facts).map(([key, one]) => [key, recordsWithProse(key, one, texts)]);
  return Object.fromEntries(records) as Record<string, unknown>;
}

function ancestorsOf(
  { id }: Plan,
  events: PlanEvent[],
  sights: ReadonlyMap<string, Sight>,
  texts: ReadonlyMap<string, Texts>,
): Map<string, Ancestor> {
  const found = new Map<string, Ancestor>();
  for (const [plan, sight] of sights) {
    const then = plan === id ? undefined : fold(events.filter((event) => event.plan === plan));
    const seen = then && sight.plan(then);
    if (seen) found.set(plan, { records: recordsOf(seen, texts.get(plan) as Texts), titles: titlesUnder(seen) });
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

async function textsOf(plans: Plans, sights: ReadonlyMap<string, Sight>): Promise<Map<string, Texts>> {
  const texts = new Map<string, Texts>();
  for (const [id, sight] of sights) texts.set(id, sight.texts(await plans.texts(id)));
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
