// Ideas: many ways to solve the problem, what others already do, and the one that is tried (B83, principle 4).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import { told } from '../told.js';

export interface Idea extends Made {
  key: string;
  title: string;
  /** The key of the text that tells more. */
  description?: string;
  /** Whose idea it is. */
  organisation?: string;
  status: 'proposed' | 'parked' | 'picked';
  /** The key of the latest text that says why it was parked or picked. */
  why?: string;
  imported?: true;
}

/** A solution that is there already, here or elsewhere. */
export interface ExistingSolution extends Made {
  key: string;
  title: string;
  where?: string;
  /** The key of the text that says what was learnt from it. */
  learnt?: string;
  imported?: true;
}

export interface Ideas {
  ideas: Idea[];
  existing: ExistingSolution[];
}

export const nothing: Ideas = { ideas: [], existing: [] };

export interface IdeaProposed {
  idea: string;
  title: string;
  organisation?: string;
  descriptionText?: string;
}

export interface ExistingSolutionLookedAt {
  solution: string;
  title: string;
  where?: string;
  learntText?: string;
}

export const events: Record<string, Evolve<Ideas>> = {
  'idea.proposed': on((facts, { idea: key, descriptionText, ...said }: IdeaProposed, event, plan) => {
    const more = told({ description: descriptionText, imported: event.imported });
    const idea: Idea = { key, ...said, ...more, status: 'proposed', ...madeIn(plan) };
    return { ...facts, ideas: [...facts.ideas, idea] };
  }),
  'idea.parked': on((facts, { idea, reasonText }: { idea: string; reasonText?: string }) => ({
    ...facts,
    ideas: facts.ideas.map((one) => (one.key === idea ? answered(one, 'parked', reasonText) : one)),
  })),
  // One idea at a time is tried: the one picked before is an idea among the others again.
  'idea.picked': on((facts, { idea, reasonText }: { idea: string; reasonText?: string }) => ({
    ...facts,
    ideas: facts.ideas.map((one) => {
      if (one.key === idea) return answered(one, 'picked', reasonText);
      return one.status === 'picked' ? answered(one, 'proposed', undefined) : one;
    }),
  })),
  'existing-solution.looked-at': on((facts, data: ExistingSolutionLookedAt, event, plan) => {
    const { solution: key, learntText, ...said } = data;
    const solution = { key, ...said, ...told({ learnt: learntText, imported: event.imported }), ...madeIn(plan) };
    return { ...facts, existing: [...facts.existing, solution] };
  }),
};

function answered({ why: _before, ...idea }: Idea, status: Idea['status'], why: string | undefined): Idea {
  return { ...idea, status, ...told({ why }) };
}

export function recordedOf(plan: Plan): Ideas {
  return factsOf({ key: 'ideas', nothing }, plan);
}

/** Parked ones too: an overview shows them all. */
export function ideasOf(plan: Plan): Idea[] {
  return recordedOf(plan).ideas.filter((idea) => stands(plan, idea));
}

export function existingSolutionsOf(plan: Plan): ExistingSolution[] {
  return recordedOf(plan).existing.filter((solution) => stands(plan, solution));
}

/** The idea to be tried. */
export function pickedIdeaOf(plan: Plan): Idea | undefined {
  return ideasOf(plan).find((idea) => idea.status === 'picked');
}
