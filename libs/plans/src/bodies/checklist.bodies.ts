// The bodies of the checklist's verbs.
import { Line } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class AddChecklistItemBody extends VerbBody {
  @Line() title: string;
}

export class OfItemBody extends VerbBody {
  /** Its key, the key that the template gives it, or its title. */
  @Line() item: string;
}

export const checklistBodies = {
  'add-checklist-item': AddChecklistItemBody,
  'tick-item': OfItemBody,
  'untick-item': OfItemBody,
};
