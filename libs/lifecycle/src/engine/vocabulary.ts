// Everything a template may name: the verbs, criteria, anchors and forms that the capabilities bring.
import type { Capability, CriterionKind, Evolve, Verb } from './capability.js';
import { lifecycleCriteria } from './lifecycle-criteria.js';
import { LIFECYCLE_VERBS } from './lifecycle-verbs.js';
import { lifecycleWords } from './words.js';
import type { Label } from './template.js';

/** The six forms of follow-up research (seed 000: «deltagande observation, reflektionssamtal, dialogseminarier ...»). */
export const CHECK_IN_FORMS: Record<string, Label> = {
  'participant-observation': { sv: 'deltagande observation', en: 'participant observation' },
  'reflection-talk': { sv: 'reflektionssamtal', en: 'reflection talk' },
  'dialogue-seminar': { sv: 'dialogseminarium', en: 'dialogue seminar' },
  interview: { sv: 'intervju', en: 'interview' },
  'in-evaluation': { sv: 'in-/utvärdering', en: 'in-evaluation or evaluation' },
  'taking-part': { sv: 'deltagande i aktivitet', en: 'taking part in an activity' },
};

export interface Vocabulary {
  capabilities: Capability[];
  verbs: Map<string, { verb: Verb; capability: Capability }>;
  criteria: Map<string, CriterionKind>;
  anchors: Map<string, NonNullable<Capability['anchors']>[string]>;
  forks: Map<string, NonNullable<Capability['forks']>[string]>;
  evolvers: Map<string, { capability: Capability; evolve: Evolve<unknown> }>;
  words: Map<string, Label>;
}

/** @throws when two capabilities claim the same name: that is a fault of the program, found at its start. */
export function vocabularyOf(capabilities: Capability[]): Vocabulary {
  const vocabulary: Vocabulary = {
    capabilities,
    verbs: new Map(),
    criteria: new Map(),
    anchors: new Map(),
    forks: new Map(),
    evolvers: new Map(),
    words: new Map(Object.entries(lifecycleWords)),
  };
  for (const [kind, criterion] of Object.entries(lifecycleCriteria(vocabulary)))
    claim(vocabulary.criteria, kind, criterion);
  for (const capability of capabilities) {
    for (const [name, verb] of Object.entries(capability.verbs)) {
      if (name in LIFECYCLE_VERBS) throw new Error(`${capability.key} claims the lifecycle verb ${name}`);
      claim(vocabulary.verbs, name, { verb, capability });
    }
    for (const [kind, criterion] of Object.entries(capability.criteria)) claim(vocabulary.criteria, kind, criterion);
    for (const [name, anchor] of Object.entries(capability.anchors ?? {})) claim(vocabulary.anchors, name, anchor);
    for (const [name, fork] of Object.entries(capability.forks ?? {})) claim(vocabulary.forks, name, fork);
    for (const [type, evolve] of Object.entries(capability.events))
      claim(vocabulary.evolvers, type, { capability, evolve });
    for (const [code, label] of Object.entries(capability.words)) claim(vocabulary.words, code, label);
  }
  return vocabulary;
}

function claim<Value>(names: Map<string, Value>, name: string, value: Value): void {
  if (names.has(name)) throw new Error(`two capabilities claim ${name}`);
  names.set(name, value);
}
