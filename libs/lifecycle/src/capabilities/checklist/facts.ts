// A checklist for each stage: what the template asks to be ticked there, and what people have added.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, roundOf, stands, type Made, type Plan } from '../../engine/plan.js';
import { told } from '../told.js';

export interface ChecklistItem extends Made {
  key: string;
  title: string;
  /** The key that the template gives it, however it is worded. */
  itemKey?: string;
  /** The attempt and round of the item's stage in which it was ticked; another round asks again. */
  ticked?: Made;
}

export interface Checklist {
  items: ChecklistItem[];
}

export const nothing: Checklist = { items: [] };

type Named = { item: string };

export interface ItemAdded extends Named {
  title: string;
  itemKey?: string;
}

export const events: Record<string, Evolve<Checklist>> = {
  'checklist-item.added': on(({ items }, { item, title, itemKey }: ItemAdded, _event, plan) => ({
    items: [...items, { key: item, title, ...told({ itemKey }), ...madeIn(plan) }],
  })),
  'checklist-item.ticked': on(({ items }, { item }: Named, _event, plan) => ({
    items: items.map((one) => (one.key === item ? { ...one, ticked: tickOf(plan, one) } : one)),
  })),
  'checklist-item.unticked': on(({ items }, { item }: Named) => ({
    items: items.map((one) => (one.key === item ? unticked(one) : one)),
  })),
};

function tickOf(plan: Plan, { stage }: ChecklistItem): Made {
  return { ...madeIn(plan), stage, round: roundOf(plan, stage) };
}

function unticked(item: ChecklistItem): ChecklistItem {
  const bare = { ...item };
  delete bare.ticked;
  return bare;
}

/** Every item there ever was, also those that a restart has set aside. */
export function everyItem(plan: Plan): ChecklistItem[] {
  return factsOf({ key: 'checklist', nothing }, plan).items;
}

export function itemsOf(plan: Plan): ChecklistItem[] {
  return everyItem(plan).filter((item) => stands(plan, item));
}

/** Those of the present stage. */
export function itemsHere(plan: Plan): ChecklistItem[] {
  return itemsOf(plan).filter((item) => item.stage === plan.stage);
}

export function isTicked(plan: Plan, { stage, ticked }: ChecklistItem): boolean {
  return ticked !== undefined && stands(plan, ticked) && ticked.round === roundOf(plan, stage);
}
