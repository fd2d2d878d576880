// Everything that an archive tells of a plan, read once: the plan, its versions, decisions, log, history and attachments.
import { roundOf, type Plan, type PlanEvent, type Template } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { attachmentsOf, type AttachmentView } from '../attachments/attachment-view.js';
import { historyItem } from '../http/event-view.js';
import { withProse, type Prose } from '../http/prose.js';
import type { Plans } from '../plans.js';

export type HistoryItem = ReturnType<typeof historyItem>;

export interface Gathered {
  plan: Plan;
  template: Template;
  /** What each capability has recorded, with its prose. */
  records: Record<string, unknown>;
  history: HistoryItem[];
  attachments: AttachmentView[];
}

const PAGE = 1_000;

export async function gather(plans: Plans, pool: Pool, plan: Plan): Promise<Gathered> {
  const template = await plans.templateOf(plan);
  const texts = await plans.texts(plan.id);
  const records = Object.entries(plan.facts).map(([key, facts]) => [key, withProse(facts, texts)]);
  return {
    plan,
    template,
    records: Object.fromEntries(records) as Record<string, unknown>,
    history: await historyOf(plans, plan),
    attachments: await attachmentsOf(pool, plan, texts),
  };
}

/** As far as the plan had come when it was read, with what it shares with the initiative it came from. */
async function historyOf(plans: Plans, plan: Plan): Promise<HistoryItem[]> {
  const events: PlanEvent[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: PlanEvent[]; next: string | null } = await plans.history(plan.id, {
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    events.push(...page.items.filter((event) => event.plan !== plan.id || event.sequence <= plan.sequence));
    cursor = page.next;
  }
  const prose = new Map<string, Prose>();
  for (const id of new Set(events.map((event) => event.plan))) prose.set(id, await plans.texts(id));
  return events.map((event) => historyItem(event, prose.get(event.plan) as Prose));
}

/** What the archive says of the plan as a whole. */
export function standingOf({ plan, template, records }: Gathered) {
  const { id, kind, title, language, status, stage, attempt, version, parent, children, programme, pauses } = plan;
  return {
    id,
    kind,
    title,
    language,
    template: { ...plan.template, name: template.name },
    stage,
    stageName: template.stages.find((one) => one.key === stage)?.name ?? null,
    status,
    closed: isClosed(plan),
    attempt,
    round: roundOf(plan),
    version,
    parent: parent ?? null,
    children,
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
