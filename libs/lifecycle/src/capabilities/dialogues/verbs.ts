// name-municipality, hold-dialogue, decline-dialogue.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { isRefusal, refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { liesAhead } from '../../schedule/when.js';
import type { Count } from '../count.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { dialogueFacts, hasAnswered, silentHere, type DialogueHeld } from './facts.js';

export interface NameMunicipality {
  organisation: string;
  name?: string;
}

export interface HoldDialogue {
  /** Its code; in a case that was made for one municipality it is that one when absent. */
  municipality?: string;
  /** When it was held, as precisely as it is known; when the command says that it happened, without it. */
  on?: string;
  notes?: string;
  participants?: Count;
}

export interface DeclineDialogue {
  municipality?: string;
  note: string;
}

export const verbs: Record<string, Verb> = {
  'name-municipality': verb<NameMunicipality>({
    name: { sv: 'Lägg till kommun', en: 'Name a municipality' },
    decide: (plan, { organisation, name }) =>
      dialogueFacts(plan).municipalities.some((one) => one.organisation === organisation)
        ? refuse('municipality-already-named', { field: '/organisation', params: { organisation } })
        : [{ type: 'municipality.named', data: told({ organisation, name }) }],
  }),
  'hold-dialogue': verb<HoldDialogue>({
    name: { sv: 'Kommundialogen har hållits', en: 'Municipal dialogue held' },
    ready: noMunicipalities,
    decide: (plan, body, at) => {
      const municipality = which(plan, body.municipality);
      if (isRefusal(municipality)) return municipality;
      const { on = at.occurredAt, participants, notes } = body;
      if (liesAhead(on, at.now)) return refuse('lies-ahead', { field: '/on', params: { when: on as string } });
      const data: DialogueHeld = { dialogue: next(plan), ...municipality, on, ...told({ participants }) };
      return [{ type: 'municipal-dialogue.held', data, texts: { notesText: notes } }];
    },
  }),
  'decline-dialogue': verb<DeclineDialogue>({
    name: { sv: 'Kommunen avstår från dialog', en: 'The municipality declines the dialogue' },
    ready: (plan) => {
      const none = noMunicipalities(plan);
      return none.length > 0 || silentHere(plan).length > 0 ? none : [{ code: 'municipalities-all-answered' }];
    },
    decide: (plan, { municipality: named, note }) => {
      const found = which(plan, named);
      if (isRefusal(found)) return found;
      if (hasAnswered(plan, found.municipality))
        return refuse('municipality-already-answered', { field: '/municipality', params: found });
      const data = { dialogue: next(plan), ...found };
      return [{ type: 'municipal-dialogue.declined', data, texts: { noteText: note } }];
    },
  }),
};

function which(plan: Plan, named: string | undefined): { municipality: string } | Refusal {
  const { municipalities, ownMunicipality } = dialogueFacts(plan);
  const municipality = named ?? ownMunicipality;
  if (municipality === undefined) return refuse('municipality-not-said', { field: '/municipality' });
  return municipalities.some(({ organisation }) => organisation === municipality)
    ? { municipality }
    : unknownRecord('/municipality', municipality);
}

function next(plan: Plan): string {
  return nextKey('dialogue', dialogueFacts(plan).dialogues);
}

function noMunicipalities(plan: Plan): Reason[] {
  if (dialogueFacts(plan).municipalities.length > 0) return [];
  return [{ code: 'no-municipalities', missing: [{ code: 'municipality-missing', verb: 'name-municipality' }] }];
}
