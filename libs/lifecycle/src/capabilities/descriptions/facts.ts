// Descriptions: versions of the two descriptions that a service programme rests on (B55, B57). A version is never taken away:
// what was decided on it cites it, so versions count on over every cycle and attempt.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';

/** The situation in the area; and its service, in detail. */
export const DESCRIPTION_KINDS = ['situation', 'service'] as const;
export type DescriptionKind = (typeof DESCRIPTION_KINDS)[number];

export interface DescriptionPublished {
  description: string;
  kind: DescriptionKind;
  /** Counted from 1 for each kind. */
  version: number;
  title?: string;
  /** The date that its facts bear, as precisely as it was told. */
  on?: string;
  source?: string;
  summaryText?: string;
}

export interface Description extends Omit<DescriptionPublished, 'description'>, Made {
  key: string;
  publishedAt: When;
  imported: boolean;
}

export interface Descriptions {
  descriptions: Description[];
}

export const nothing: Descriptions = { descriptions: [] };

export const events: Record<string, Evolve<Descriptions>> = {
  'situation-description.published': on(({ descriptions }, data: DescriptionPublished, event, plan) => {
    const { description: key, ...published } = data;
    const known = { key, ...told(published), publishedAt: event.occurredAt, imported: event.imported === true };
    return { descriptions: [...descriptions, { ...known, ...madeIn(plan) }] };
  }),
};

export function descriptionsOf(plan: Plan): Description[] {
  return factsOf({ key: 'descriptions', nothing }, plan).descriptions;
}

/** The version in force: the latest that there is, also when an earlier cycle published it (INV-51). */
export function descriptionInForce(plan: Plan, kind: DescriptionKind): Description | undefined {
  return descriptionsOf(plan).findLast((one) => one.kind === kind);
}

/** What a decision leans on when it says which version it used. */
export function descriptionVersion(plan: Plan, kind: DescriptionKind, version: number): Description | undefined {
  return descriptionsOf(plan).find((one) => one.kind === kind && one.version === version);
}

/** Whether a version of the kind has been published in the present cycle and attempt. */
export function isPublished(plan: Plan, kind: DescriptionKind): boolean {
  return descriptionsOf(plan).some((one) => one.kind === kind && stands(plan, one));
}

/** The version in force of each kind that has one. */
export function descriptionsInForce(plan: Plan): Description[] {
  return DESCRIPTION_KINDS.flatMap((kind) => descriptionInForce(plan, kind) ?? []);
}
