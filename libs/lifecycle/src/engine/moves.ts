// «What now, and why not»: for every verb, may it be done now, and if not, exactly what is missing and who can supply it.
import type { Setting } from './capability.js';
import { isLifecycleVerb, LIFECYCLE_VERBS, mends, type LifecycleVerbName } from './lifecycle-verbs.js';
import { reasonsAgainst, stagesThatOpen, verbsOf } from './open.js';
import type { Plan } from './plan.js';
import type { Reason } from './refusal.js';
import type { Label } from './template.js';
import type { Vocabulary } from './vocabulary.js';
import { waysOf } from './ways.js';

export interface Move {
  verb: string;
  /** A repair mends the record and moves nothing. */
  kind: 'lifecycle' | 'repair' | 'capability';
  name: Label;
  allowed: boolean;
  /** The stages that a lifecycle verb can lead to. */
  to: string[];
  /** The stages in which a capability's verb is open. */
  opensIn: string[];
  reasons: Reason[];
}

export function moves(vocabulary: Vocabulary, plan: Plan, at: Setting): Move[] {
  const lifecycle = Object.keys(LIFECYCLE_VERBS).map((verb) => move(vocabulary, plan, verb, at));
  return [...lifecycle, ...verbsOf(at.template).map((verb) => move(vocabulary, plan, verb, at))];
}

function move(vocabulary: Vocabulary, plan: Plan, verb: string, at: Setting): Move {
  if (isLifecycleVerb(verb)) return lifecycleMove(vocabulary, plan, verb, at);
  const reasons = reasonsAgainst(vocabulary, plan, verb, at);
  const name = vocabulary.verbs.get(verb)?.verb.name ?? { sv: verb, en: verb };
  const opensIn = stagesThatOpen(at.template, verb);
  return { verb, kind: 'capability', name, allowed: reasons.length === 0, to: [], opensIn, reasons };
}

function lifecycleMove(vocabulary: Vocabulary, plan: Plan, verb: LifecycleVerbName, at: Setting): Move {
  const { to, reasons } = waysOf(vocabulary, plan, verb, at);
  const { name } = LIFECYCLE_VERBS[verb];
  const kind = mends(verb) ? 'repair' : 'lifecycle';
  return { verb, kind, name, allowed: reasons.length === 0, to, opensIn: [], reasons };
}
