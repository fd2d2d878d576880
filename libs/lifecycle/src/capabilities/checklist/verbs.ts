// add-checklist-item, tick-item, untick-item.
import { verb, type Decision, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { everyItem, isTicked, itemsOf, type ItemAdded } from './facts.js';
import { askedIn, entriesOf, isCalled, type Entry } from './list.js';

export interface AddChecklistItem {
  title: string;
}

export interface OfItem {
  /** Its key or, in the present stage, the key that the template gives it or its title. */
  item: string;
}

export const verbs: Record<string, Verb> = {
  'add-checklist-item': verb<AddChecklistItem>({
    name: { sv: 'Lägg till på checklistan', en: 'Add to the checklist' },
    decide: (plan, { title }, at) =>
      entriesHere(plan, at).some((one) => one.record && isCalled(one, title))
        ? refuse('checklist-item-there', { field: '/title', params: { item: title } })
        : [{ type: 'checklist-item.added', data: { item: nextItem(plan), title } }],
  }),
  'tick-item': verb<OfItem>({
    name: { sv: 'Bocka av', en: 'Tick off' },
    ready: (plan, at) =>
      itemsOf(plan).some((item) => !isTicked(plan, item)) || entriesHere(plan, at).some(({ ticked }) => !ticked)
        ? []
        : [{ code: 'nothing-to-tick' }],
    decide: tick,
  }),
  'untick-item': verb<OfItem>({
    name: { sv: 'Ångra avbockning', en: 'Untick' },
    ready: (plan) => (itemsOf(plan).some((item) => isTicked(plan, item)) ? [] : [{ code: 'nothing-ticked' }]),
    decide: (plan, { item }, at) => {
      const found = find(plan, item, at);
      if (!found?.record) return unknownRecord('/item', item);
      if (!found.ticked) return refuse('item-not-ticked', { field: '/item', params: { item: found.title } });
      return [{ type: 'checklist-item.unticked', data: { item: found.record.key } }];
    },
  }),
};

/** What the template asks for needs not be added first: to tick it puts it on the list. */
function tick(plan: Plan, { item }: OfItem, at: Setting): Decision {
  const found = find(plan, item, at);
  if (!found) return unknownRecord('/item', item);
  const { title, ticked, record, asked } = found;
  if (ticked) return refuse('item-already-ticked', { field: '/item', params: { item: title } });
  if (record) return [{ type: 'checklist-item.ticked', data: { item: record.key } }];
  const added: ItemAdded = { item: nextItem(plan), title, ...told({ itemKey: asked?.key }) };
  return [
    { type: 'checklist-item.added', data: added },
    { type: 'checklist-item.ticked', data: { item: added.item } },
  ];
}

function find(plan: Plan, item: string, at: Setting): Entry | undefined {
  const record = itemsOf(plan).find(({ key }) => key === item);
  if (record) return { title: record.title, ticked: isTicked(plan, record), record };
  const here = entriesHere(plan, at);
  return here.find(({ asked }) => asked?.key === item) ?? here.find((one) => isCalled(one, item));
}

function entriesHere(plan: Plan, { template }: Setting): Entry[] {
  return entriesOf(plan, template, askedIn(template, plan.stage));
}

function nextItem(plan: Plan): string {
  return nextKey('checklist-item', everyItem(plan));
}
