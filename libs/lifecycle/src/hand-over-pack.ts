// What goes over with a role: what it owes and is asked for, what it has, what has been decided, whom to ask, and why things are as they are (INV-44).
import { entriesOf } from './capabilities/adoption/facts.js';
import { directionsOf } from './capabilities/direction/facts.js';
import { holdingsOf, type HandOver, type Holding } from './capabilities/roles/facts.js';
import { roleHas, type RoleHas } from './capabilities/roles/goes-along.js';
import { isHeldOn } from './capabilities/roles/held.js';
import { told } from './capabilities/told.js';
import { answers, due } from './engine.js';
import type { CriterionAnswer } from './engine/criteria.js';
import type { PlanEvent } from './engine/event.js';
import { stands, type Plan } from './engine/plan.js';
import { mended } from './engine/repair.js';
import type { Template } from './engine/template.js';
import { dayOf } from './schedule/days.js';
import type { Due } from './schedule/due.js';
import type { When } from './schedule/when.js';

export interface HandOverPack {
  holding: Holding;
  /** The open hand-over, with the keys of its texts; null when there is none. */
  handOver: HandOver | null;
  /** Reminders and check-ins that go to the role, the earliest first. */
  duties: Due[];
  /** What the present stage still asks of the role. */
  openCriteria: CriterionAnswer[];
  /** Seats, activities and the mandate that are recorded of the role. */
  has: Omit<RoleHas, 'moved'>[];
  /** What has been decided, in the order in which it was recorded. */
  decisions: Decided[];
  /** Everybody else who has a role in the plan, and the deputies. */
  contacts: Contact[];
  /** Why it was paused, sent back, restarted and so on: the keys of the texts, of the history that was handed in. */
  reasons: { event: string; type: string; at: When; textKey: string }[];
}

export interface Decided {
  what: 'direction' | 'adoption';
  record: string;
  at: When;
  organisation?: string;
  decision?: string;
}

export interface Contact {
  role: string;
  organisation: string;
  person: string;
  as: 'holder' | 'deputy';
}

/** @param now RFC 3339 @param history the events of the plan, the oldest first, for the reasons that people gave */
export function handOverPack(
  plan: Plan,
  template: Template,
  holding: Holding,
  now: string,
  history: PlanEvent[] = [],
): HandOverPack {
  return {
    holding,
    handOver: holding.handOver ?? null,
    duties: due(plan, now, template).filter(({ to }) => to.includes(holding.role)),
    openCriteria: openFor(plan, template, holding.role, now),
    has: roleHas(plan, template, holding).map(({ record, as, title }) => told({ record, as, title })),
    decisions: decisionsIn(plan),
    contacts: contactsIn(plan, holding, dayOf(now)),
    reasons: reasonsIn(history),
  };
}

function openFor(plan: Plan, template: Template, role: string, now: string): CriterionAnswer[] {
  return answers(template, plan, now)
    .map((answer) => ({ ...answer, missing: answer.missing.filter(({ by }) => by?.roles?.includes(role)) }))
    .filter(({ missing }) => missing.length > 0);
}

function decisionsIn(plan: Plan): Decided[] {
  const directions = directionsOf(plan)
    .decisions.filter((one) => stands(plan, one))
    .map(({ key, decidedAt }) => ({ what: 'direction' as const, record: key, at: decidedAt }));
  const adoption = entriesOf(plan).flatMap(({ key, organisation, decision, decidedOn }) =>
    decision === undefined ? [] : [{ what: 'adoption' as const, record: key, at: decidedOn, organisation, decision }],
  );
  return [...directions, ...adoption];
}

function contactsIn(plan: Plan, but: Holding, day: string): Contact[] {
  return holdingsOf(plan).flatMap((one) => {
    if (!isHeldOn(one, day)) return [];
    const { role, organisation, person, deputy } = one;
    const holder = one.key === but.key ? [] : [{ role, organisation, person, as: 'holder' as const }];
    return [
      ...holder,
      ...(deputy === undefined ? [] : [{ role, organisation, person: deputy, as: 'deputy' as const }]),
    ];
  });
}

function reasonsIn(history: PlanEvent[]): HandOverPack['reasons'] {
  return mended(history).flatMap(({ id: event, type, data, occurredAt: at }) =>
    typeof data['reasonText'] === 'string' ? [{ event, type, at, textKey: data['reasonText'] }] : [],
  );
}
