// The cards of a plan, its template's and its own as one: which there are, and which help in a stage.
import type { Plan } from '../../engine/plan.js';
import type { Label, Template } from '../../engine/template.js';
import { recordedOf, type MethodLevel } from './facts.js';

export interface Card {
  key: string;
  /** In both languages; the plan's own cards are told as they were written. */
  name: Label;
  level: MethodLevel;
  summary?: Label;
  link?: string;
  /** The plan added it. */
  own: boolean;
}

/** Every card; the plan's own stay in the box whatever begins again. */
export function cardsOf(plan: Plan, { methods = [] }: Template): Card[] {
  const own = recordedOf(plan).cards.map(({ key, title, level }) => ({
    key,
    name: { sv: title, en: title },
    level,
    own: true,
  }));
  return [...methods.map((card) => ({ ...card, own: false })), ...own];
}

/** The cards that help in the stage: as the template says, but for what the plan has linked and unlinked itself. */
export function cardsIn(plan: Plan, template: Template, stage: string): Card[] {
  return cardsOf(plan, template).filter((card) => helpsIn(plan, template, card, stage));
}

export function helpsIn(plan: Plan, template: Template, { key, own }: Card, stage: string): boolean {
  const { cards, links } = recordedOf(plan);
  if (own) return cards.some((card) => card.key === key && card.stages.includes(stage));
  const said = links.find((one) => one.card === key && one.about === stage);
  const named = template.stages.find((one) => one.key === stage)?.methods ?? [];
  return said?.linked ?? named.includes(key);
}
