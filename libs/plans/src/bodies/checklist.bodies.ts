// The bodies of the checklist's verbs.
import { Line } from '#libs/platform';
import { JSONSchema } from 'class-validator-jsonschema';
import { VerbBody } from './verb-body.js';

export class AddChecklistItemBody extends VerbBody {
  @Line() title: string;
}

export class OfItemBody extends VerbBody {
  @Line()
  @JSONSchema({
    description: 'Its key, the key that the template gives it, or its wording.',
    example: 'checklist-item-1',
  })
  item: string;
}

export const checklistBodies = {
  'add-checklist-item': AddChecklistItemBody,
  'tick-item': OfItemBody,
  'untick-item': OfItemBody,
};
