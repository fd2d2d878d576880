// Methods: ways of working that help in a stage. The template brings cards (B75); a plan adds its own, says where each helps,
// and tells which it has used (B44).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { MethodCard } from '../../engine/template.js';
import { told } from '../told.js';

export const METHOD_LEVELS = ['strategic', 'operative'] as const satisfies MethodCard['level'][];
export type MethodLevel = (typeof METHOD_LEVELS)[number];

/** A card that the plan has added. */
export interface OwnCard extends Made {
  key: string;
  title: string;
  level: MethodLevel;
  /** Keys of texts. */
  whenToUse?: string;
  how?: string;
  /** Keys of the stages where it helps. */
  stages: string[];
  imported?: true;
}

/** Where the plan differs from its template: a card of the template helps, or does not, in a stage. */
export interface Link {
  /** The card's key. */
  card: string;
  title: string;
  /** The stage's key. */
  about: string;
  linked: boolean;
}

export interface Use extends Made {
  /** The card's key. */
  card: string;
  title: string;
  /** The key of the text that tells how it went. */
  note?: string;
  imported?: true;
}

export interface Methods {
  cards: OwnCard[];
  links: Link[];
  uses: Use[];
}

export const nothing: Methods = { cards: [], links: [], uses: [] };

export interface MethodAdded {
  method: string;
  title: string;
  level: MethodLevel;
  stages: string[];
  whenToUseText?: string;
  howText?: string;
}

export interface MethodUsed {
  method: string;
  title: string;
  noteText?: string;
}

export interface MethodLinked {
  method: string;
  title: string;
  stage: string;
}

export const events: Record<string, Evolve<Methods>> = {
  'method.added': on((facts, data: MethodAdded, event, plan) => {
    const { method: key, whenToUseText: whenToUse, howText: how, ...said } = data;
    const card = { key, ...said, ...told({ whenToUse, how, imported: event.imported }), ...madeIn(plan) };
    return { ...facts, cards: [...facts.cards, card] };
  }),
  'method.linked': on((facts, data: MethodLinked) => linked(facts, data, true)),
  'method.unlinked': on((facts, data: MethodLinked) => linked(facts, data, false)),
  'method.used': on((facts, { method: card, title, noteText: note }: MethodUsed, event, plan) => {
    const use = { card, title, ...told({ note, imported: event.imported }), ...madeIn(plan) };
    return { ...facts, uses: [...facts.uses, use] };
  }),
};

function linked(facts: Methods, { method, title, stage }: MethodLinked, isNow: boolean): Methods {
  if (facts.cards.some((card) => card.key === method)) {
    const moved = ({ stages }: OwnCard) => [...stages.filter((one) => one !== stage), ...(isNow ? [stage] : [])];
    return {
      ...facts,
      cards: facts.cards.map((card) => (card.key === method ? { ...card, stages: moved(card) } : card)),
    };
  }
  const others = facts.links.filter((one) => one.card !== method || one.about !== stage);
  return { ...facts, links: [...others, { card: method, title, about: stage, linked: isNow }] };
}

export function recordedOf(plan: Plan): Methods {
  return factsOf({ key: 'methods', nothing }, plan);
}

/** The plan's own cards that no restart has set aside. */
export function ownCardsOf(plan: Plan): OwnCard[] {
  return recordedOf(plan).cards.filter((card) => stands(plan, card));
}

export function usesOf(plan: Plan): Use[] {
  return recordedOf(plan).uses.filter((use) => stands(plan, use));
}
