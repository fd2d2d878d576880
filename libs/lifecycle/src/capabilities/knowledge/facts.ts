// The knowledge base: what is known, whether it is carried out, where it is anchored, and what the plan cites.
// A report does not cease to be known when a plan starts again, so items are never set aside; citations are.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';

export const KNOWLEDGE_KINDS = [
  'analysis',
  'study',
  'report',
  'degree-project',
  'dialogue',
  'situation-description',
  'other',
] as const;

export type Kind = (typeof KNOWLEDGE_KINDS)[number];

export interface KnowledgeItem {
  key: string;
  title: string;
  kind: Kind;
  /** What its source calls it, e.g. AN-4. */
  code?: string;
  carriedOut: boolean;
  /** Organisations that know it and stand behind it: another thing than carried out (INV-17). */
  anchoredIn: string[];
}

export interface Citation extends Made {
  item: string;
  /** The part of the plan that builds on it. */
  section?: string;
}

export interface Knowledge {
  items: KnowledgeItem[];
  citations: Citation[];
}

export const nothing: Knowledge = { items: [], citations: [] };

export interface ItemRegistered {
  item: string;
  title: string;
  kind: Kind;
  code?: string;
  places?: string[];
  /** The date that the item bears, as precise as it was told. */
  on?: string;
}

export const events: Record<string, Evolve<Knowledge>> = {
  'knowledge-item.registered': on((facts, { item, title, kind, code }: ItemRegistered) => ({
    ...facts,
    items: [
      ...facts.items,
      { key: item, title, kind, ...(code === undefined ? {} : { code }), carriedOut: false, anchoredIn: [] },
    ],
  })),
  'analysis.carried-out': on((facts, { item }: { item: string }) =>
    changed(facts, item, (one) => ({ ...one, carriedOut: true })),
  ),
  'analysis.anchored': on((facts, { item, organisation }: { item: string; organisation: string }) =>
    changed(facts, item, (one) => ({ ...one, anchoredIn: [...one.anchoredIn, organisation] })),
  ),
  'knowledge-item.cited': on((facts, cited: { item: string; section?: string }, _event, plan) => ({
    ...facts,
    citations: [...facts.citations, { ...cited, ...madeIn(plan) }],
  })),
};

function changed(facts: Knowledge, key: string, change: (item: KnowledgeItem) => KnowledgeItem): Knowledge {
  return { ...facts, items: facts.items.map((item) => (item.key === key ? change(item) : item)) };
}

export function itemsOf(plan: Plan): KnowledgeItem[] {
  return factsOf({ key: 'knowledge', nothing }, plan).items;
}

export function itemOf(plan: Plan, key: string): KnowledgeItem | undefined {
  return itemsOf(plan).find((item) => item.key === key);
}

/** What the plan cites in its present attempt; a draft that is written anew cites anew (INV-18). */
export function citationsOf(plan: Plan): Citation[] {
  return factsOf({ key: 'knowledge', nothing }, plan).citations.filter((citation) => stands(plan, citation));
}
