// What is somebody's to do because it is about themselves, whatever their rights: leave a role or hand it over, name who stands
// in, and answer a hand-over that is meant for them (INV-44).
import { holdingsOf, type Holding, type Plan } from '#libs/lifecycle';

/** What these verbs name of a role that is held. */
interface Said {
  holding?: string;
  until?: string;
  mandate?: string;
  remove?: string[];
  organisation?: string;
  successor?: { organisation?: string };
}

export interface InWhoseName {
  role: string;
  organisation: string;
}

type Concerns = (holding: Holding, person: string, said: Said) => boolean;

const receives: Concerns = ({ handOver }, person) => handOver?.to === person;
const holds: Concerns = ({ person, deputy, ended }, id) => !ended && (person === id || deputy === id);

/** To somebody of the same organisation: who stands for another is for others to say. */
const passesOn: Concerns = (holding, person, { organisation, successor }) =>
  holds(holding, person, {}) &&
  [organisation, successor?.organisation].every((one) => one === undefined || one === holding.organisation);

/** No mandate is made longer or larger by the one who has it. */
const changes: Concerns = (holding, person, { until, mandate, remove = [] }) =>
  holds(holding, person, {}) && until === undefined && mandate === undefined && !remove.includes('until');

const CONCERNS: ReadonlyMap<string, Concerns> = new Map(
  Object.entries({
    'end-role': passesOn,
    'change-role': changes,
    'start-hand-over': passesOn,
    'withdraw-hand-over': holds,
    'accept-hand-over': receives,
    'decline-hand-over': receives,
  }),
);

/** In whose name the person may do it, being the one concerned; of any holding when no body says which. */
export function onesOwn(person: string, verb: string, body: object | undefined, plan: Plan): InWhoseName | null {
  const concerns = CONCERNS.get(verb);
  const said: Said = body ?? {};
  const named = (one: Holding) => body === undefined || one.key === said.holding;
  return (concerns && holdingsOf(plan).find((one) => named(one) && concerns(one, person, said))) ?? null;
}
