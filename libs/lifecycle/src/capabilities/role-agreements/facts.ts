// Role agreements: who does what in the work, agreed with an organisation before it begins (B78, INV-45: «tydliga
// överenskommelser med uppdragsgivaren om roller i arbetet»). A workgroup's own is signed with the workgroup.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';
import { isOver } from '../../schedule/when.js';

/** In what capacity the other side agrees. */
export const COUNTERPARTS = ['commissioner', 'partner', 'doer', 'funder'] as const;
export type Counterpart = (typeof COUNTERPARTS)[number];

export interface RolesAgreed {
  agreement: string;
  /** The organisation's code. */
  with: string;
  as?: Counterpart;
  until?: Day;
  agreementText: string;
}

export interface RoleAgreement extends Made {
  key: string;
  with: string;
  as?: Counterpart;
  until?: Day;
  /** The key of its text; a plan made out of this one has the agreement, and the text stays here. */
  agreementText?: string;
  ended: boolean;
  imported: boolean;
}

export interface RoleAgreements {
  agreements: RoleAgreement[];
}

export const nothing: RoleAgreements = { agreements: [] };

export const events: Record<string, Evolve<RoleAgreements>> = {
  'roles.agreed': on(({ agreements }, { agreement: key, ...agreed }: RolesAgreed, event, plan) => ({
    agreements: [...agreements, { key, ...agreed, ended: false, imported: event.imported === true, ...madeIn(plan) }],
  })),
  'role-agreement.ended': on(({ agreements }, { agreement }: { agreement: string }) => ({
    agreements: agreements.map((one) => (one.key === agreement ? { ...one, ended: true } : one)),
  })),
};

export function everyAgreement(plan: Plan): RoleAgreement[] {
  return factsOf({ key: 'role-agreements', nothing }, plan).agreements;
}

export function standingAgreements(plan: Plan): RoleAgreement[] {
  return everyAgreement(plan).filter((agreement) => stands(plan, agreement));
}

/** Those in force: of one organisation in one capacity, the one agreed last, unless it has ended. */
export function agreementsOf(plan: Plan): RoleAgreement[] {
  const standing = standingAgreements(plan);
  const isSame = (one: RoleAgreement, other: RoleAgreement) => one.with === other.with && one.as === other.as;
  const latest = standing.filter((one, index) => !standing.slice(index + 1).some((later) => isSame(one, later)));
  return latest.filter((agreement) => !agreement.ended);
}

/** Of those in force, what still counts on a day: none after the day until which it was agreed. */
export function agreementsOn(plan: Plan, today: Day): { counted: RoleAgreement[]; expired: RoleAgreement[] } {
  const isExpired = ({ until }: RoleAgreement) => isOver(until ?? null, today);
  const inForce = agreementsOf(plan);
  return { counted: inForce.filter((one) => !isExpired(one)), expired: inForce.filter(isExpired) };
}
