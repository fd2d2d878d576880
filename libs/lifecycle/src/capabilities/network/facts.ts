// The network of those who work with rural development (B61): shared questions, exchanged experience, good examples, ideas for
// projects. A question lasts until somebody answers it, whatever begins anew; examples and ideas belong to their cycle.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import type { PlanEvent } from '../../engine/event.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';

export interface Answer {
  answerText: string;
  /** Whose answer it is, when it is known. */
  organisation?: string;
}

export interface Question {
  key: string;
  wordsText: string;
  organisation?: string;
  raisedAt: When;
  answers: Answer[];
  imported: boolean;
}

/** A good example, or an idea for a project together. */
export interface Shared extends Made {
  key: string;
  title: string;
  place?: string;
  descriptionText?: string;
  organisation?: string;
}

export interface Network {
  questions: Question[];
  examples: Shared[];
  ideas: Shared[];
}

export const nothing: Network = { questions: [], examples: [], ideas: [] };

type Told = Pick<Shared, 'title' | 'place' | 'descriptionText'>;

export const events: Record<string, Evolve<Network>> = {
  'question.raised': on((facts, { question: key, wordsText }: { question: string; wordsText: string }, event) => {
    const raised = { key, wordsText, ...from(event), raisedAt: event.occurredAt, answers: [] };
    return { ...facts, questions: [...facts.questions, { ...raised, imported: event.imported === true }] };
  }),
  'question.answered': on((facts, { question, answerText }: { question: string; answerText: string }, event) => ({
    ...facts,
    questions: facts.questions.map((one) =>
      one.key === question ? { ...one, answers: [...one.answers, { answerText, ...from(event) }] } : one,
    ),
  })),
  'example.shared': on((facts, { example: key, ...shared }: Told & { example: string }, event, plan) => ({
    ...facts,
    examples: [...facts.examples, { key, ...told(shared), ...from(event), ...madeIn(plan) }],
  })),
  'project-idea.proposed': on((facts, { idea: key, ...shared }: Told & { idea: string }, event, plan) => ({
    ...facts,
    ideas: [...facts.ideas, { key, ...told(shared), ...from(event), ...madeIn(plan) }],
  })),
};

/** Whose word it is. Whoever brings in history speaks for nobody (INV-26). */
function from({ who, imported }: PlanEvent): { organisation?: string } {
  return told({ organisation: imported ? undefined : who.organisation });
}

export function networkOf(plan: Plan): Network {
  return factsOf({ key: 'network', nothing }, plan);
}

export function unanswered(plan: Plan): Question[] {
  return networkOf(plan).questions.filter((question) => question.answers.length === 0);
}

/** The examples of the present cycle. */
export function examplesOf(plan: Plan): Shared[] {
  return networkOf(plan).examples.filter((example) => stands(plan, example));
}
