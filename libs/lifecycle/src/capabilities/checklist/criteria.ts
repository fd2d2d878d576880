// checklist-done: what the template lists, and everything that people have added in the stage, is ticked.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Missing } from '../../engine/refusal.js';
import { entriesOf, isKeyed, type AskedItem, type Entry } from './list.js';

const TITLE = { type: 'string', minLength: 1, maxLength: 200 };
const KEY = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 80 };
const LABEL = closed({ sv: TITLE, en: TITLE });

export const criteria: Record<string, CriterionKind> = {
  'checklist-done': criterionKind<{ items?: AskedItem[] }>({
    name: { sv: 'Checklistan är klar', en: 'The checklist is done' },
    with: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: { anyOf: [TITLE, LABEL, closed({ key: KEY, name: LABEL })] },
          minItems: 1,
          uniqueItems: true,
          description:
            'What must be ticked in the stage, beside what people add to its list: a `key` with a `name`, and then it stays ticked when a later version words it otherwise; or only its wording, where a label is told in the language of the plan.',
        },
      },
      additionalProperties: false,
    },
    suppliedBy: ['tick-item'],
    ofItsStage: true,
    faults: ({ items }) => (Array.isArray(items) ? doubles(items) : []),
    missing: (plan, { items = [] }, template) => {
      const entries = entriesOf(plan, template, items);
      if (entries.length === 0) return [{ code: 'checklist-empty', verb: 'add-checklist-item' }];
      return entries.filter(({ ticked }) => !ticked).map(toTick);
    },
  }),
};

function toTick({ title, asked }: Entry): Missing {
  const toDo = { code: 'item-to-tick', verb: 'tick-item' };
  if (!asked) return { ...toDo, params: { item: title } };
  return { ...toDo, params: { item: title, key: asked.key }, names: { item: asked.name } };
}

/** The same key in another criterion of the stage is the same item. */
function doubles(items: unknown[]) {
  const keys = items.map((item) => (isKeyed(item) ? item.key : undefined));
  return keys.flatMap((key, index) =>
    key === undefined || keys.indexOf(key) === index
      ? []
      : [
          {
            at: `/items/${index}/key`,
            code: 'duplicate-key',
            params: { key },
            first: `/items/${keys.indexOf(key)}/key`,
          },
        ],
  );
}

function closed(properties: Record<string, object>) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
