// What is done by a verb, as deeds that each ask for a right. Most are one; a correction says another verb again; and what mends
// the record touches the step of somebody, who perhaps spoke for an organisation or gave a role: then it asks for the same right.
import type { CorrectBody } from '#libs/lifecycle';
import type { Place } from '#libs/plans';
import { rightTo, type Right } from './rights.js';

export interface Deed {
  right: Right;
  verb: string;
  body: object | undefined;
}

/** The verbs that speak for an organisation or give roles, by the events that tell of them: the data names the same as the body. */
const VERB_BY_EVENT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'party.consented': 'consent',
    'party.declined': 'decline-consent',
    'party-decision.recorded': 'record-decision',
    'problem.agreed': 'agree-problem',
    'risk.accepted': 'accept-risk',
    'record.registered': 'register-record',
    'commitment.made': 'commit-resources',
    'commitment.changed': 'change-commitment',
    'commitment.withdrawn': 'withdraw-commitment',
    'ownership.accepted': 'accept-ownership',
    'ownership.declined': 'decline-ownership',
    'role.assigned': 'assign-role',
    'role.changed': 'change-role',
    'role.ended': 'end-role',
  }),
);

/** The first says in whose name. */
export function deedsOf(verb: string, { body, plan, history = [] }: Place): Deed[] {
  const itself = deed(verb, body);
  if (verb === 'undo') {
    const taken = history.length > 0 ? touched(history, plan?.last?.version) : [];
    return taken.length > 0 ? taken : itself;
  }
  if (verb !== 'correct' || !body) return itself;
  const { verb: again, body: said, event }: Partial<CorrectBody> = body;
  const mended = touched(history, history.find(({ id }) => id === event)?.version);
  const asked = [...(again === undefined ? [] : deed(again, said)), ...mended];
  return [...(asked.length > 0 ? asked : [{ right: 'mend-days' as const, verb, body }]), ...itself];
}

/** None for a verb that there is not: that it is not there is the engine's to say. */
function deed(verb: string, body: object | undefined): Deed[] {
  const right = rightTo(verb);
  return right ? [{ right, verb, body }] : [];
}

function touched(history: NonNullable<Place['history']>, version: number | undefined): Deed[] {
  const step = history.filter((event) => event.version === version);
  return step.flatMap(({ type, data }) => deed(VERB_BY_EVENT.get(type) ?? '', data));
}
