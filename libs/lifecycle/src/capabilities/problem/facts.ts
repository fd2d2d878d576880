// The problem in shared words: what it is, for whom, and what is wanted instead; and which parties agree (B88, principle 3).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import { partiesOf } from '../parties/facts.js';
import { seatsOf, teamOf } from '../team/facts.js';
import { told } from '../told.js';

/** One wording; the texts are named by their keys. */
export interface Wording extends Made {
  key: string;
  statement: string;
  targetGroup?: string;
  futurePicture?: string;
  /** Codes of the organisations that agree to this wording. */
  agreedBy: string[];
  imported?: true;
}

export interface Problem {
  /** Every wording there has been; the last that no restart has set aside is in force. */
  wordings: Wording[];
}

export const nothing: Problem = { wordings: [] };

export interface ProblemStated {
  wording: string;
  statementText: string;
  targetGroupText?: string;
  futurePictureText?: string;
}

export interface ProblemAgreed {
  wording: string;
  organisation: string;
}

export const events: Record<string, Evolve<Problem>> = {
  'problem.stated': on(({ wordings }, data: ProblemStated, event, plan) => {
    const { wording: key, statementText: statement, targetGroupText, futurePictureText } = data;
    const more = told({ targetGroup: targetGroupText, futurePicture: futurePictureText, imported: event.imported });
    return { wordings: [...wordings, { key, statement, ...more, agreedBy: [], ...madeIn(plan) }] };
  }),
  'problem.agreed': on(({ wordings }, { wording, organisation }: ProblemAgreed) => ({
    wordings: wordings.map((one) =>
      one.key === wording ? { ...one, agreedBy: [...one.agreedBy, organisation] } : one,
    ),
  })),
};

export function wordingsOf(plan: Plan): Wording[] {
  return factsOf({ key: 'problem', nothing }, plan).wordings;
}

/** The wording in force. */
export function wordingOf(plan: Plan): Wording | undefined {
  return wordingsOf(plan).findLast((wording) => stands(plan, wording));
}

/** Organisations that are to agree and have not. */
export function yetToAgree(plan: Plan, { agreedBy }: Wording): string[] {
  return concerned(plan).filter((organisation) => !agreedBy.includes(organisation));
}

/** The parties but for those that have declined; where no parties are told of, those that the team comes from. */
function concerned(plan: Plan): string[] {
  const parties = partiesOf(plan);
  const taking = parties.filter(({ consent }) => consent !== 'declined').map(({ organisation }) => organisation);
  return parties.length > 0 ? taking : inTeam(plan);
}

function inTeam(plan: Plan): string[] {
  const team = teamOf(plan);
  const seats = [team?.lead, team?.deputy, ...seatsOf(plan)];
  return [...new Set(seats.flatMap((seat) => seat?.organisation ?? []))];
}
