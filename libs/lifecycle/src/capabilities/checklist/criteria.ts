// checklist-done: what the template lists, and everything that people have added in the stage, is ticked.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Label } from '../../engine/template.js';
import { isTicked, itemsHere, titleIn } from './facts.js';

const TITLE = { type: 'string', minLength: 1, maxLength: 200 };

export const criteria: Record<string, CriterionKind> = {
  'checklist-done': criterionKind<{ items?: (string | Label)[] }>({
    name: { sv: 'Checklistan är klar', en: 'The checklist is done' },
    with: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            anyOf: [
              TITLE,
              {
                type: 'object',
                properties: { sv: TITLE, en: TITLE },
                required: ['sv', 'en'],
                additionalProperties: false,
              },
            ],
          },
          minItems: 1,
          uniqueItems: true,
          description:
            'What must be ticked in the stage, beside what people add to its list; a label is told in the language of the plan.',
        },
      },
      additionalProperties: false,
    },
    suppliedBy: ['tick-item'],
    ofItsStage: true,
    missing: (plan, { items = [] }) => {
      const here = itemsHere(plan);
      const titles = [...new Set([...items.map((item) => titleIn(plan, item)), ...here.map((item) => item.title)])];
      if (titles.length === 0) return [{ code: 'checklist-empty', verb: 'add-checklist-item' }];
      return titles
        .filter((title) => !here.some((item) => item.title === title && isTicked(plan, item)))
        .map((item) => ({ code: 'item-to-tick', verb: 'tick-item', params: { item } }));
    },
  }),
};
