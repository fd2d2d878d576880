// propose-idea, park-idea, pick-idea, look-at-existing.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Refusal } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { ideasOf, recordedOf, type Idea } from './facts.js';

export interface ProposeIdea {
  title: string;
  description?: string;
  organisation?: string;
}

export interface ParkIdea {
  idea: string;
  because?: string;
}

export interface PickIdea {
  idea: string;
  reason: string;
}

export interface LookAtExisting {
  title: string;
  where?: string;
  /** What can be learnt from it. */
  learnt?: string;
}

export const verbs: Record<string, Verb> = {
  'propose-idea': verb<ProposeIdea>({
    name: { sv: 'Föreslå en idé', en: 'Propose an idea' },
    decide: (plan, { title, description, organisation }) => {
      // Three times the same is not three ideas.
      if (ideasOf(plan).some((idea) => idea.title === title))
        return refuse('idea-already-proposed', { field: '/title', params: { idea: title } });
      const idea = nextKey('idea', recordedOf(plan).ideas);
      const data = told({ idea, title, organisation });
      return [{ type: 'idea.proposed', data, texts: { descriptionText: description } }];
    },
  }),
  'park-idea': verb<ParkIdea>({
    name: { sv: 'Parkera en idé', en: 'Park an idea' },
    ready: (plan) => (isAnyNot(plan, 'parked') ? [] : [{ code: 'no-ideas-to-park' }]),
    decide: (plan, { idea, because }) =>
      cannotBecome(plan, idea, 'parked') ?? [{ type: 'idea.parked', data: { idea }, texts: { reasonText: because } }],
  }),
  'pick-idea': verb<PickIdea>({
    name: { sv: 'Välj en idé att prova', en: 'Pick an idea to try' },
    ready: (plan) => (isAnyNot(plan, 'picked') ? [] : [{ code: 'no-ideas-to-pick' }]),
    decide: (plan, { idea, reason }) =>
      cannotBecome(plan, idea, 'picked') ?? [{ type: 'idea.picked', data: { idea }, texts: { reasonText: reason } }],
  }),
  'look-at-existing': verb<LookAtExisting>({
    name: { sv: 'Titta på en lösning som redan finns', en: 'Look at a solution that exists' },
    decide: (plan, { title, where, learnt }) => {
      const solution = nextKey('existing-solution', recordedOf(plan).existing);
      const data = told({ solution, title, where });
      return [{ type: 'existing-solution.looked-at', data, texts: { learntText: learnt } }];
    },
  }),
};

function isAnyNot(plan: Plan, status: Idea['status']): boolean {
  return ideasOf(plan).some((idea) => idea.status !== status);
}

function cannotBecome(plan: Plan, key: string, status: 'parked' | 'picked'): Refusal | null {
  const idea = ideasOf(plan).find((one) => one.key === key);
  if (!idea) return unknownRecord('/idea', key);
  return idea.status === status
    ? refuse(`idea-already-${status}`, { field: '/idea', params: { idea: idea.title } })
    : null;
}
