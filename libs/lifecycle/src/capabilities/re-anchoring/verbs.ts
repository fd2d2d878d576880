// note-leadership-change, re-anchor.
import { verb, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import type { Day } from '../../schedule/days.js';
import { decidingParties } from '../parties/facts.js';
import { nextKey } from '../record-key.js';
import { dayOfDeed } from '../roles/assignment.js';
import { holdingsOf } from '../roles/facts.js';
import { isHeldByOne } from '../roles/held-by-one.js';
import { isHeldOn } from '../roles/held.js';
import { told } from '../told.js';
import { leadershipChangesOf, openReAnchorings, type LeadershipChangeKind } from './facts.js';

export interface NoteLeadershipChange {
  kind: LeadershipChangeKind;
  what: string;
  /** The organisation that has other leaders; every party that decides when absent, as after an election. */
  organisation?: string;
  /** The day of the change; that of the deed when absent. */
  at?: string;
}

export interface ReAnchor {
  task: string;
  note?: string;
}

export const verbs: Record<string, Verb> = {
  'note-leadership-change': verb<NoteLeadershipChange>({
    name: { sv: 'Notera ett ledarskifte', en: 'Note a change of leadership' },
    decide: (plan, { kind, what, organisation, at: day }, at) => {
      const parties = decidingParties(plan).map((party) => party.organisation);
      if (organisation === undefined && parties.length === 0)
        return refuse('leadership-of-whom', { field: '/organisation' });
      const on = day ?? dayOfDeed(at);
      const changes = leadershipChangesOf(plan);
      const change = nextKey('leadership-change', changes);
      const concerned = organisation === undefined ? parties : [organisation];
      const tasks = numbered(
        plan,
        concerned.flatMap((one) => concernedIn(plan, one, on, at)),
      );
      return [{ type: 'leadership.changed', data: { change, kind, on, tasks }, texts: { whatText: what } }];
    },
  }),
  're-anchor': verb<ReAnchor>({
    name: { sv: 'Förankra på nytt', en: 'Anchor anew' },
    ready: (plan) => (openReAnchorings(plan).length > 0 ? [] : [{ code: 'nothing-to-re-anchor' }]),
    decide: (plan, { task, note }) => {
      const found = leadershipChangesOf(plan)
        .flatMap(({ tasks }) => tasks)
        .find((one) => one.key === task);
      if (!found) return unknownRecord('/task', task);
      if (found.done)
        return refuse('already-re-anchored', { field: '/task', params: { organisation: found.organisation } });
      const { organisation, role } = found;
      return [{ type: 'leadership.re-anchored', data: told({ task, organisation, role }), texts: { noteText: note } }];
    },
  }),
};

interface Concerned {
  organisation: string;
  role?: string;
}

/** The organisation itself where it decides, and each role that answers for something and is held for it; at least one. */
function concernedIn(plan: Plan, organisation: string, day: Day, { template }: Setting): Concerned[] {
  const held = holdingsOf(plan)
    .filter((one) => one.organisation === organisation && isHeldOn(one, day) && isHeldByOne(template, one.role))
    .map(({ role }) => role);
  const decides = decidingParties(plan).some((party) => party.organisation === organisation);
  const roles = [...new Set(held)].map((role) => ({ organisation, role }));
  return decides || roles.length === 0 ? [{ organisation }, ...roles] : roles;
}

function numbered(plan: Plan, concerned: Concerned[]): (Concerned & { task: string })[] {
  const taken = leadershipChangesOf(plan).flatMap(({ tasks }) => tasks.map(({ key }) => ({ key })));
  return concerned.map((one) => {
    const task = nextKey('re-anchoring', taken);
    taken.push({ key: task });
    return { task, ...one };
  });
}
