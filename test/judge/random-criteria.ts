// Criteria of kinds that the judge can answer by itself, so that what holds changes as a plan is worked in.
import type { Criterion, Stage } from '#libs/lifecycle';
import type { Chance } from '../simulation/chance.js';

export interface Asked {
  kind: string;
  with?: Record<string, unknown>;
}

const SUPPLIERS: Record<string, string[]> = {
  'meeting-held': ['hold-meeting'],
  'notes-recorded': ['hold-meeting', 'record-notes'],
  'parties-represented': ['hold-meeting', 'add-party'],
  'parties-consented': ['add-party', 'consent', 'decline-consent', 'withdraw-party'],
  'checklist-done': ['tick-item', 'untick-item', 'add-checklist-item'],
  'day-reached': ['hold-meeting'],
};

export function randomCriteria(chance: Chance, stages: Stage[], stage: Stage, isInitiative: boolean): Criterion[] {
  return Array.from({ length: 1 + chance.below(3) }, (_, index) => ({
    key: `c${index + 1}`,
    name: { sv: 'Villkor', en: 'Criterion' },
    ...asked(chance, stages, stage, isInitiative, 0),
  }));
}

function asked(chance: Chance, stages: Stage[], stage: Stage, isInitiative: boolean, depth: number): Asked {
  const ofPlans = stage.fork !== undefined || isInitiative ? ['plans-ended', 'plans-in-stage'] : [];
  const kind = chance.pick([...Object.keys(SUPPLIERS), ...ofPlans, ...(depth < 2 ? ['any-of'] : [])]);
  const min = 1 + chance.below(2);
  switch (kind) {
    case 'any-of': {
      const inner = () => asked(chance, stages, stage, isInitiative, depth + 1);
      return { kind, with: { criteria: Array.from({ length: 2 + chance.below(2) }, inner) } };
    }
    case 'plans-in-stage': {
      const begin = stage.fork?.to ?? chance.pick(stages).key;
      const either = chance.pick([begin, chance.pick(stages).key]);
      // Plans begun under an initiative may stand anywhere; what a fork makes begins at its `to`.
      return { kind, with: { stage: isInitiative ? either : begin, min } };
    }
    case 'meeting-held':
    case 'parties-consented':
    case 'plans-ended':
      return chance.percent(50) ? { kind } : { kind, with: { min } };
    case 'checklist-done':
      return chance.percent(30)
        ? { kind }
        : { kind, with: { items: ['Ett', depth < 2 ? { sv: 'Två', en: 'Two' } : 'Två'].slice(chance.below(2)) } };
    case 'day-reached':
      return {
        kind,
        with: { anchor: 'meeting-held', ...(chance.percent(70) ? { after: `P${1 + chance.below(9)}D` } : {}) },
      };
    default:
      return { kind };
  }
}

/** The verbs that a stage or a track opens, so that the criterion can be met, and be met no longer. */
export function suppliersOf(criterion: Asked): string[] {
  const inner = criterion.kind === 'any-of' ? (criterion.with?.['criteria'] as Asked[]) : [];
  return [...(SUPPLIERS[criterion.kind] ?? []), ...inner.flatMap(suppliersOf)];
}
