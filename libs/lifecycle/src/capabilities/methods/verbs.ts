// add-method-card, link-method, unlink-method, use-method.
import { verb, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { isRefusal, refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { stageOf, type Template } from '../../engine/template.js';
import { nextKey } from '../record-key.js';
import { cardsOf, helpsIn, type Card } from './cards.js';
import { recordedOf, type MethodLevel } from './facts.js';

export interface AddMethodCard {
  title: string;
  level: MethodLevel;
  whenToUse?: string;
  how?: string;
  /** Keys of the stages where it helps. */
  stages?: string[];
}

export interface LinkMethod {
  /** The key of a card: the template's or the plan's own. */
  method: string;
  stage: string;
}

export interface UseMethod {
  method: string;
  /** How it went. */
  note?: string;
}

export const verbs: Record<string, Verb> = {
  'add-method-card': verb<AddMethodCard>({
    name: { sv: 'Lägg till ett metodkort', en: 'Add a method card' },
    decide: (plan, { title, level, whenToUse, how, stages = [] }, { template }) => {
      const unknown = stages.findIndex((stage) => !hasStage(template, stage));
      if (unknown >= 0)
        return refuse('unknown-stage', { field: `/stages/${unknown}`, params: { stage: stages[unknown] ?? '' } });
      if (cardsOf(plan, template).some(({ name }) => name[plan.language] === title))
        return refuse('method-already-there', { field: '/title', params: { method: title } });
      const data = { method: nextCard(plan, template), title, level, stages: [...new Set(stages)] };
      return [{ type: 'method.added', data, texts: { whenToUseText: whenToUse, howText: how } }];
    },
  }),
  'link-method': verb<LinkMethod>({
    name: { sv: 'Koppla en metod till ett skede', en: 'Link a method to a stage' },
    ready: noCards,
    decide: (plan, body, at) => link(plan, body, at, true),
  }),
  'unlink-method': verb<LinkMethod>({
    name: { sv: 'Ta bort en metod från ett skede', en: 'Unlink a method from a stage' },
    ready: noCards,
    decide: (plan, body, at) => link(plan, body, at, false),
  }),
  'use-method': verb<UseMethod>({
    name: { sv: 'Berätta om en metod som användes', en: 'Tell of a method that was used' },
    ready: noCards,
    decide: (plan, { method, note }, { template }) => {
      const card = cardOf(plan, template, method);
      if (isRefusal(card)) return card;
      return [{ type: 'method.used', data: named(plan, card), texts: { noteText: note } }];
    },
  }),
};

function noCards(plan: Plan, { template }: Setting): Reason[] {
  return cardsOf(plan, template).length > 0 ? [] : [{ code: 'no-method-cards' }];
}

function link(plan: Plan, { method, stage }: LinkMethod, { template }: Setting, isNow: boolean) {
  const card = cardOf(plan, template, method);
  if (isRefusal(card)) return card;
  if (!hasStage(template, stage)) return refuse('unknown-stage', { field: '/stage', params: { stage } });
  if (helpsIn(plan, template, card, stage) === isNow) return alreadySo(plan, template, card, stage, isNow);
  return [{ type: isNow ? 'method.linked' : 'method.unlinked', data: { ...named(plan, card), stage } }];
}

function alreadySo(plan: Plan, template: Template, card: Card, stage: string, isNow: boolean): Refusal {
  const { name } = stageOf(template, stage);
  const code = isNow ? 'method-already-linked' : 'method-not-linked';
  return refuse(code, { field: '/stage', params: { method: card.name[plan.language], stage }, names: { stage: name } });
}

/** The card with its title in the plan's language: whoever reads the history has no template at hand. */
function named(plan: Plan, { key, name }: Card): { method: string; title: string } {
  return { method: key, title: name[plan.language] };
}

function cardOf(plan: Plan, template: Template, key: string): Card | Refusal {
  return cardsOf(plan, template).find((card) => card.key === key) ?? unknownRecord('/method', key);
}

function hasStage({ stages }: Template, key: string): boolean {
  return stages.some((stage) => stage.key === key);
}

/** A key that no card has, nor any of the template's. */
function nextCard(plan: Plan, { methods = [] }: Template): string {
  const alike = methods.filter(({ key }) => /^method-card-\d+$/.test(key));
  return nextKey('method-card', [...recordedOf(plan).cards, ...alike]);
}
