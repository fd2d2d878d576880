// The list of the present stage as it is read: what the template asks to be ticked there, and what people have added.
import type { Plan } from '../../engine/plan.js';
import { stageOf, type Label, type Template } from '../../engine/template.js';
import { askedBy, withInner } from '../../engine/template-asked.js';
import { isTicked, itemsHere, type ChecklistItem } from './facts.js';

export interface KeyedItem {
  key: string;
  name: Label;
}

/** With a key it stays the same item however a later version of the template words it; else it is known by its wording. */
export type AskedItem = string | Label | KeyedItem;

export interface Entry {
  /** In the language of the plan. */
  title: string;
  ticked: boolean;
  /** Absent until somebody has added or ticked it. */
  record?: ChecklistItem;
  asked?: KeyedItem;
}

/** What is asked for first. What the template asks for no longer, and is not ticked, is on nobody's list. */
export function entriesOf(plan: Plan, template: Template, items: AskedItem[]): Entry[] {
  const here = itemsHere(plan);
  const known = new Map(
    askedIn(template, plan.stage)
      .filter(isKeyed)
      .map((item) => [item.key, item]),
  );
  const asked = unlike(plan, items).map((item) => ({ item, records: here.filter((one) => isOf(plan, one, item)) }));
  const listed = new Set(asked.flatMap(({ records }) => records));
  const others = here
    .filter((one) => !listed.has(one))
    .flatMap(
      (one) => known.get(one.itemKey ?? '') ?? (one.itemKey === undefined || isTicked(plan, one) ? one.title : []),
    );
  const added = unlike(plan, others).map((item) => ({ item, records: here.filter((one) => isOf(plan, one, item)) }));
  return [...asked, ...added].map(({ item, records }) => entry(plan, item, records));
}

/** What the criteria of a stage ask to be ticked. */
export function askedIn(template: Template, stage: string): AskedItem[] {
  return stageOf(template, stage)
    .criteria.flatMap((criterion) => withInner(askedBy(criterion, '')))
    .filter(({ kind }) => kind === 'checklist-done')
    .flatMap(({ given }) => (given['items'] as AskedItem[] | undefined) ?? []);
}

/** By the template's key, by its name in either language, or by how the record words it. */
export function isCalled({ title, asked, record }: Entry, item: string): boolean {
  const names = asked ? [asked.key, asked.name.sv, asked.name.en] : [];
  return [title, record?.title, ...names].includes(item);
}

/** Also of what a template in the making has in its place. */
export function isKeyed(item: unknown): item is KeyedItem {
  return typeof item === 'object' && item !== null && 'key' in item;
}

function entry(plan: Plan, item: AskedItem, records: ChecklistItem[]): Entry {
  const ticked = records.find((one) => isTicked(plan, one));
  const record = ticked ?? records[0];
  return {
    title: titleIn(plan, item),
    ticked: ticked !== undefined,
    ...(record ? { record } : {}),
    ...(isKeyed(item) ? { asked: item } : {}),
  };
}

/** A record from before the template gave its items keys is known by its wording. */
function isOf(plan: Plan, { title, itemKey }: ChecklistItem, item: AskedItem): boolean {
  if (!isKeyed(item)) return title === titleIn(plan, item);
  return itemKey === undefined ? title === item.name.sv || title === item.name.en : itemKey === item.key;
}

function titleIn(plan: Plan, item: AskedItem): string {
  if (typeof item === 'string') return item;
  return (isKeyed(item) ? item.name : item)[plan.language];
}

function unlike(plan: Plan, items: AskedItem[]): AskedItem[] {
  const ids = items.map((item) => (isKeyed(item) ? `key ${item.key}` : `title ${titleIn(plan, item)}`));
  return items.filter((_, index) => ids.indexOf(ids[index] as string) === index);
}
