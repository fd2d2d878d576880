// add-checklist-item, tick-item, untick-item.
import { verb, type Decision, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { stageOf, type Label, type Template } from '../../engine/template.js';
import { askedBy, withInner } from '../../engine/template-asked.js';
import { nextKey } from '../record-key.js';
import { everyItem, isTicked, itemsHere, itemsOf, titleIn, type ChecklistItem } from './facts.js';

export interface AddChecklistItem {
  title: string;
}

export interface OfItem {
  /** Its key or, in the present stage, its title. */
  item: string;
}

export const verbs: Record<string, Verb> = {
  'add-checklist-item': verb<AddChecklistItem>({
    name: { sv: 'Lägg till på checklistan', en: 'Add to the checklist' },
    decide: (plan, { title }) =>
      itemsHere(plan).some((item) => item.title === title)
        ? refuse('checklist-item-there', { field: '/title', params: { item: title } })
        : [{ type: 'checklist-item.added', data: { item: nextItem(plan), title } }],
  }),
  'tick-item': verb<OfItem>({
    name: { sv: 'Bocka av', en: 'Tick off' },
    ready: (plan, at) =>
      itemsOf(plan).some((item) => !isTicked(plan, item)) || notThereYet(plan, at).length > 0
        ? []
        : [{ code: 'nothing-to-tick' }],
    decide: tick,
  }),
  'untick-item': verb<OfItem>({
    name: { sv: 'Ångra avbockning', en: 'Untick' },
    ready: (plan) => (itemsOf(plan).some((item) => isTicked(plan, item)) ? [] : [{ code: 'nothing-ticked' }]),
    decide: (plan, { item }) => {
      const found = find(plan, item);
      if (!found) return unknownRecord('/item', item);
      if (!isTicked(plan, found)) return refuse('item-not-ticked', { field: '/item', params: { item: found.title } });
      return [{ type: 'checklist-item.unticked', data: { item: found.key } }];
    },
  }),
};

/** What the template asks for needs not be added first: ticking it by its title puts it on the list. */
function tick(plan: Plan, { item }: OfItem, at: Setting): Decision {
  const found = find(plan, item);
  if (found && isTicked(plan, found))
    return refuse('item-already-ticked', { field: '/item', params: { item: found.title } });
  if (found) return [{ type: 'checklist-item.ticked', data: { item: found.key } }];
  if (!notThereYet(plan, at).includes(item)) return unknownRecord('/item', item);
  const key = nextItem(plan);
  return [
    { type: 'checklist-item.added', data: { item: key, title: item } },
    { type: 'checklist-item.ticked', data: { item: key } },
  ];
}

function find(plan: Plan, item: string): ChecklistItem | undefined {
  return itemsOf(plan).find((one) => one.key === item) ?? itemsHere(plan).find((one) => one.title === item);
}

function notThereYet(plan: Plan, { template }: Setting): string[] {
  const there = itemsHere(plan).map((item) => item.title);
  return askedForBy(template, plan.stage)
    .map((item) => titleIn(plan, item))
    .filter((title) => !there.includes(title));
}

function askedForBy(template: Template, stage: string): (string | Label)[] {
  return stageOf(template, stage)
    .criteria.flatMap((criterion) => withInner(askedBy(criterion, '')))
    .filter(({ kind }) => kind === 'checklist-done')
    .flatMap(({ given }) => (given['items'] as (string | Label)[] | undefined) ?? []);
}

function nextItem(plan: Plan): string {
  return nextKey('checklist-item', everyItem(plan));
}
