// Every table of the database: what an export and a backup carry of it, or why they leave it out. A table that stands in neither
// list fails a test, so that whoever adds one decides.
import { journalCarried } from '#libs/journal';
import { peopleCarried, recordsCarried } from '#libs/people';
import { plansCarried } from '#libs/plans';
import type { CarriedTable } from '#libs/platform';
import { TEXTS_HANDED_ON } from './held-back.js';

/** In the order of the file: what is pointed at comes before what points at it. */
export const carriedTables: readonly CarriedTable[] = [
  ...plansCarried,
  ...peopleCarried,
  ...journalCarried.map((table) => (table.kind === 'text' ? { ...table, handedOn: TEXTS_HANDED_ON } : table)),
  ...recordsCarried,
];

export const leftOut: Record<string, string> = {
  plan: 'is folded again from its events; a line for each plan says what must come of it',
  standing: 'is told by the events of its plan as well',
  reader: 'is told by the events of its plan as well',
  journal_epoch: 'changes when a file is brought in',
  migration: 'says what has been done to this database',
  sign_in_code: 'works once, within 15 minutes',
  oidc_flow: 'is on its way to a provider and back, for some minutes',
  oidc_session: 'goes with a sign-in at a provider, and holds what that says of its person',
  mail: 'is erased within a week, and may hold a secret',
};

export type Contents = CarriedTable['in'];

export function carriedBy(contents: Contents): CarriedTable[] {
  return carriedTables.filter((table) => contents === 'backup' || table.in === 'export');
}
