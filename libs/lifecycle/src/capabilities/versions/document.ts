// The plan's document: the draft that is written on, and each version that was submitted, frozen as it then stood.
import { factsOf } from '../../engine/capability.js';
import { stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';

export const PLAN_SECTIONS = ['purpose', 'goal', 'activities', 'background', 'parties', 'follow-up', 'other'] as const;
export type Section = (typeof PLAN_SECTIONS)[number];

/** One piece of the text, by the key of its row. A section may have several, told apart by code (H-G1, H-G2). */
export interface Piece extends Made {
  section: Section;
  code?: string;
  text: string;
}

export interface Responsible {
  organisation: string;
  role?: string;
}

export interface Content {
  pieces: Piece[];
  /** Who sees to revision and who to follow-up: two fields on the covers of such plans (B102). */
  revision?: Responsible & Made;
  followUp?: Responsible & Made;
  /** Where it was stated that the activities are to be set in implementation. */
  activitiesLater?: Made;
}

/** Each is a date of its own (INV-24). When it was adopted stands with the adoption. */
export interface DocumentDates {
  drawnUp?: string;
  validFrom?: string;
  validTo?: string;
  revised?: string;
}

export interface Version extends Made {
  key: string;
  /** As submitted: 0.1, 0.2 ... */
  label: string;
  submittedOn: When;
  /** False once it has been withdrawn or sent back. */
  locked: boolean;
  content: Content;
  dates: DocumentDates;
  registryNumber?: string;
  /** Set by the last yes; `label` is then 1.0, 2.0 ... */
  adopted?: Made & { label: string; on: When };
  imported: boolean;
}

export interface Versions {
  draft: Content;
  /** A new draft has been begun beside the adopted version. */
  revising: boolean;
  /** Where that was done; absent in what was stored before this was kept. */
  revisedIn?: Made;
  versions: Version[];
}

export const nothing: Versions = { draft: { pieces: [] }, revising: false, versions: [] };

/** Without what a restart has set aside. */
export function standing(plan: Plan, { pieces, revision, followUp, activitiesLater }: Content): Content {
  return {
    pieces: pieces.filter((piece) => stands(plan, piece)),
    ...(revision && stands(plan, revision) ? { revision } : {}),
    ...(followUp && stands(plan, followUp) ? { followUp } : {}),
    ...(activitiesLater && stands(plan, activitiesLater) ? { activitiesLater } : {}),
  };
}

export function factsOfVersions(plan: Plan): Versions {
  return factsOf({ key: 'versions', nothing }, plan);
}

/** What is written on now. */
export function draftOf(plan: Plan): Content {
  return standing(plan, factsOfVersions(plan).draft);
}
