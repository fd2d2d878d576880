// knowledge-registered, analyses-anchored (INV-17) and knowledge-cited (INV-18).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { howMany, parameters, someOf } from '../parameters.js';
import { partiesOf } from '../parties/facts.js';
import { citationsOf, itemsOf, KNOWLEDGE_KINDS, type Kind, type KnowledgeItem } from './facts.js';

interface MinAndKinds {
  min?: number;
  kinds?: Kind[];
}

/** What the pilot counted as analyses: a collected report and a sociological study (seed 000, B46). */
const ANALYSES: Kind[] = ['analysis', 'study', 'report'];

const minAndKinds = (whatKinds: string) =>
  parameters({ min: howMany('How many; 1 by default.'), kinds: someOf(KNOWLEDGE_KINDS, whatKinds) });

export const criteria: Record<string, CriterionKind> = {
  'knowledge-registered': criterionKind<MinAndKinds>({
    name: { sv: 'Underlag är registrerade', en: 'Knowledge items are registered' },
    with: minAndKinds('Which kinds count; every kind by default.'),
    suppliedBy: ['register-knowledge-item'],
    missing: (plan, { min = 1, kinds = [...KNOWLEDGE_KINDS] }) => {
      const have = ofKinds(plan, kinds).length;
      const params = { min, have };
      return have >= min ? [] : [{ code: 'knowledge-too-little', verb: 'register-knowledge-item', params }];
    },
  }),
  'analyses-anchored': criterionKind<MinAndKinds>({
    name: { sv: 'Analyser är genomförda och förankrade', en: 'Analyses are carried out and anchored' },
    with: minAndKinds('Which kinds count as analyses; analysis, study and report by default.'),
    suppliedBy: ['register-knowledge-item', 'mark-carried-out', 'confirm-anchoring'],
    missing: (plan, { min = 1, kinds = ANALYSES }) => {
      if (partiesOf(plan).length === 0) return [{ code: 'no-parties', verb: 'add-party' }];
      const analyses = ofKinds(plan, kinds);
      const params = { min, have: analyses.length };
      const tooFew =
        analyses.length < min ? [{ code: 'analyses-too-few', verb: 'register-knowledge-item', params }] : [];
      return [...tooFew, ...nearest(plan, analyses, min).flat()];
    },
  }),
  'knowledge-cited': criterionKind<{ min?: number }>({
    name: { sv: 'Planen hänvisar till underlag', en: 'The plan cites knowledge' },
    with: parameters({ min: howMany('How many different items; 1 by default.') }),
    suppliedBy: ['cite'],
    ofItsPlan: true,
    missing: (plan, { min = 1 }) => {
      const have = new Set(citationsOf(plan).map((citation) => citation.item)).size;
      return have >= min ? [] : [{ code: 'citations-too-few', verb: 'cite', params: { min, have } }];
    },
  }),
};

function ofKinds(plan: Plan, kinds: readonly Kind[]): KnowledgeItem[] {
  return itemsOf(plan).filter((item) => kinds.includes(item.kind));
}

/** What the `min` analyses that lack least still lack: nobody is asked to anchor more than the target needs. */
function nearest(plan: Plan, analyses: KnowledgeItem[], min: number): Missing[][] {
  return analyses
    .map((analysis) => lacks(plan, analysis))
    .sort((one, other) => one.length - other.length)
    .slice(0, min);
}

function lacks(plan: Plan, { key, title, carriedOut, anchoredIn }: KnowledgeItem): Missing[] {
  const params = { item: key, title };
  const undone = carriedOut ? [] : [{ code: 'analysis-not-carried-out', verb: 'mark-carried-out', params }];
  const unanchored = partiesOf(plan)
    .filter((party) => !anchoredIn.includes(party.organisation))
    .map(({ organisation }) => ({
      code: 'analysis-not-anchored',
      verb: 'confirm-anchoring',
      params: { ...params, organisation },
      by: { organisation },
    }));
  return [...undone, ...unanchored];
}
