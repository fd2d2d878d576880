// Roles: who holds which role in the plan, who stands in, and how it goes over to somebody else.
import type { Capability, Setting } from '../../engine/capability.js';
import type { Draft } from '../../engine/event.js';
import { dayOfDeed } from './assignment.js';
import { nextKey } from '../record-key.js';
import { workgroupsFor } from '../workgroups/facts.js';
import { criteria } from './criteria.js';
import { events, holdingsOf, nothing, type Holding, type Roles } from './facts.js';
import { namesOf } from './assignment.js';
import { inEachOthersWay } from './seats.js';
import { verbs } from './verbs.js';
import { words } from './words.js';

export const roles: Capability<Roles> = {
  key: 'roles',
  name: { sv: 'Roller', en: 'Roles' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    /** The last day of a role whose end was said beforehand. */
    'role-ends': (plan) =>
      holdingsOf(plan)
        .filter(({ ended }) => !ended)
        .flatMap(({ key, until, imported }) => (until === undefined ? [] : [{ record: key, at: until, imported }])),
    'role-hand-over-started': (plan) =>
      holdingsOf(plan).flatMap(({ key, handOver, imported }) =>
        handOver ? [{ record: key, at: handOver.at, imported }] : [],
      ),
  },
  /** Whoever has a role in the initiative has it in the plan, too; in a workgroup, where the group goes along. */
  inherit: ({ holdings }, { each }, from) => {
    const groups: (string | undefined)[] = workgroupsFor(from, each).map(({ key }) => key);
    const own = holdings.filter(({ ended, workgroup }) => !ended && [undefined, ...groups].includes(workgroup));
    return { holdings: own.map(anew) };
  },
  begun: starterHolds,
  unsound: ({ holdings }, template) => {
    const early = holdings.find(({ from, until, ended }) => (until ?? from) < from || (ended?.at ?? from) < from);
    if (early) return { code: 'role-ends-first', params: daysOf(early) };
    if (holdings.some(({ person, deputy }) => person === deputy)) return { code: 'deputy-for-oneself' };
    const two = inEachOthersWay(holdings, template);
    if (!two) return null;
    const { role, from } = two;
    return { code: 'role-has-holder', params: { role, from }, names: namesOf(role, template) };
  },
  words,
};

function daysOf({ from, until, ended }: Holding): { from: string; until: string } {
  return { from, until: ended?.at ?? until ?? from };
}

/** Whoever starts a plan answers for it until somebody else does (INV-43); a plan begun under an initiative has its holder already. */
function starterHolds(at: Setting): Draft[] {
  const { template, starter, parent } = at;
  const role = template.roles.find(({ required }) => required)?.key;
  if (!starter || role === undefined) return [];
  const above = parent ? holdingsOf(parent) : [];
  if (above.some((one) => one.role === role && !one.ended)) return [];
  const holding = nextKey('holding', above);
  return [{ type: 'role.assigned', data: { holding, role, ...starter, from: dayOfDeed(at) } }];
}

/** Its texts are rows of the initiative, and their keys mean other texts in the new plan; a hand-over is answered where it was begun. */
function anew({ mandateText: _text, handOver: _open, after: _former, ...holding }: Holding): Holding {
  return holding;
}
