// For which organisation somebody speaks by a verb: a party consents, decides, promises and takes over for itself alone.
import { everyCommitment, ownershipsOf, type Plan } from '#libs/lifecycle';

interface Said {
  organisation?: string;
  commitment?: string;
  ownership?: string;
}

type Spoken = (plan: Plan, said: Said) => string | undefined;

const named: Spoken = (_plan, { organisation }) => organisation;
const promiser: Spoken = (plan, { commitment }) =>
  everyCommitment(plan).find(({ key }) => key === commitment)?.organisation;
const receiver: Spoken = (plan, { ownership }) => ownershipsOf(plan).find(({ key }) => key === ownership)?.organisation;

const SPEAKS: ReadonlyMap<string, Spoken> = new Map(
  Object.entries({
    consent: named,
    'decline-consent': named,
    'agree-problem': named,
    'record-decision': named,
    'accept-risk': named,
    'register-record': named,
    'commit-resources': named,
    'change-commitment': promiser,
    'withdraw-commitment': promiser,
    'accept-ownership': receiver,
    'decline-ownership': receiver,
  }),
);

/** @returns undefined when it speaks for nobody in particular, or for a record that there is not. */
export function spokenFor(verb: string, body: object | undefined, plan: Plan | undefined): string | undefined {
  return body && plan ? SPEAKS.get(verb)?.(plan, body) : undefined;
}
