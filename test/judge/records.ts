// What people record in a plan, and whether it can be: told by the ledger before the engine is asked.
import type { Template } from '#libs/lifecycle';
import type { Chance } from '../simulation/chance.js';
import type { Judged } from './judged.js';
import { here, isTicked, listHere, stageIn, titles } from './ledger.js';
import type { Asked } from './random-criteria.js';

export interface Said {
  verb: string;
  body: Record<string, unknown>;
}

export const RECORD_VERBS = [
  'hold-meeting',
  'record-notes',
  'add-checklist-item',
  'tick-item',
  'untick-item',
  'add-party',
  'consent',
  'decline-consent',
  'withdraw-party',
];
const ORGANISATIONS = ['RKL', 'HOGSBY'];
const TITLES = ['Ett', 'Två', 'Tre'];

/** Mostly what the place leaves open. */
export function randomRecord(chance: Chance, template: Template, plan: Judged): Said {
  const organisation = chance.pick(ORGANISATIONS);
  const there = ORGANISATIONS.filter(() => chance.percent(70));
  const meeting = `meeting-${1 + chance.below(plan.ledger.meetings.length + 1)}`;
  const open = RECORD_VERBS.filter((one) => isOpen(template, plan, one));
  const verb = chance.pick(open.length > 0 && chance.percent(85) ? open : RECORD_VERBS);
  switch (verb) {
    case 'hold-meeting':
      return { verb, body: { title: 'Möte', represented: there, ...(chance.percent(50) ? { notes: 'Så.' } : {}) } };
    case 'record-notes':
      return { verb, body: { meeting, notes: 'Så var det.' } };
    case 'add-checklist-item':
      return { verb, body: { title: chance.pick(TITLES) } };
    case 'tick-item':
    case 'untick-item':
      return { verb, body: { item: chance.pick(TITLES) } };
    default:
      return { verb, body: { organisation } };
  }
}

/** Whether the place and the status alone leave the verb open. */
export function isOpen(template: Template, { standing, status, ended }: Judged, verb: string): boolean {
  if (ended) return false;
  if (template.tracks?.some(({ opens }) => opens.includes(verb))) return true;
  return status === 'active' && stageIn(template, standing.stage).opens.includes(verb);
}

/** What it changes in the ledger; null when it cannot be said. */
export function effectOf(template: Template, plan: Judged, { verb, body }: Said, today: string): (() => void) | null {
  if (!isOpen(template, plan, verb)) return null;
  const { ledger, standing } = plan;
  const party = () => ledger.parties.find(({ organisation }) => organisation === body['organisation']);
  switch (verb) {
    case 'hold-meeting': {
      const [represented, notes] = [body['represented'] as string[], 'notes' in body];
      return () => ledger.meetings.push({ at: here(ledger, standing), day: today, there: represented, notes });
    }
    case 'record-notes': {
      const meeting = ledger.meetings[Number((body['meeting'] as string).slice('meeting-'.length)) - 1];
      return meeting ? () => (meeting.notes = true) : null;
    }
    case 'add-party':
      return party()
        ? null
        : () => ledger.parties.push({ organisation: body['organisation'] as string, said: 'nothing' });
    case 'withdraw-party': {
      const found = party();
      return found ? () => (ledger.parties = ledger.parties.filter((one) => one !== found)) : null;
    }
    case 'consent':
    case 'decline-consent': {
      const [found, said] = [party(), verb === 'consent' ? ('yes' as const) : ('no' as const)];
      return found && found.said !== said ? () => (found.said = said) : null;
    }
    default:
      return onTheList(template, plan, verb, (body['item'] ?? body['title']) as string);
  }
}

function onTheList(template: Template, { ledger, standing }: Judged, verb: string, title: string): (() => void) | null {
  const found = listHere(ledger, standing).find((item) => item.title === title);
  const now = here(ledger, standing);
  const ticked = found !== undefined && isTicked(ledger, found);
  switch (verb) {
    case 'add-checklist-item':
      return found ? null : () => ledger.items.push({ at: now, title, ticked: null });
    case 'tick-item': {
      if (found) return ticked ? null : () => (found.ticked = now);
      const isAsked = askedTitles(stageIn(template, standing.stage).criteria).includes(title);
      return isAsked ? () => ledger.items.push({ at: now, title, ticked: now }) : null;
    }
    default:
      return ticked ? () => (found.ticked = null) : null;
  }
}

/** What the template asks to be ticked in the stage, also as one way of several. */
function askedTitles(criteria: Asked[]): string[] {
  return criteria.flatMap(({ kind, with: given = {} }) => {
    if (kind === 'any-of') return askedTitles(given['criteria'] as Asked[]);
    return kind === 'checklist-done' ? titles(given) : [];
  });
}
