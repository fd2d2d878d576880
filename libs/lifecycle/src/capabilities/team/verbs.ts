// form-team, fill-seat, leave-seat, name-management-contact.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import type { Seat } from '../workgroups/facts.js';
import { managementContactsOf, recordedOf, seatOf, seatsOf, teamOf, type SeatFilled } from './facts.js';

export interface FormTeam {
  name?: string;
  lead?: Seat;
  deputy?: Seat;
}

export type FillSeat = Omit<SeatFilled, 'seat'>;

export interface LeaveSeat {
  seat: string;
  reason?: string;
}

export const verbs: Record<string, Verb> = {
  /** The same verb again names the lead or the deputy, or others in their place. */
  'form-team': verb<FormTeam>({
    name: { sv: 'Bilda team', en: 'Form the team' },
    decide: (plan, { name, lead, deputy }) => {
      const said = told({ name, lead: lead && told(lead), deputy: deputy && told(deputy) });
      const had = teamOf(plan);
      if (had && Object.keys(said).length === 0) return refuse('team-unchanged');
      return [{ type: 'team.formed', data: { team: had?.key ?? nextKey('team', recordedOf(plan).teams), ...said } }];
    },
  }),
  'fill-seat': verb<FillSeat>({
    name: { sv: 'Ge plats i teamet', en: 'Fill a seat in the team' },
    ready: (plan) =>
      teamOf(plan) ? [] : [{ code: 'no-team', missing: [{ code: 'team-missing', verb: 'form-team' }] }],
    decide: (plan, { group, sector, organisation, role }) => {
      const seat = nextKey('seat', recordedOf(plan).seats);
      return [{ type: 'team-seat.filled', data: told({ seat, group, sector, organisation, role }) }];
    },
  }),
  'leave-seat': verb<LeaveSeat>({
    name: { sv: 'Lämna plats i teamet', en: 'Leave a seat in the team' },
    ready: (plan) => (seatsOf(plan).length > 0 ? [] : [{ code: 'no-team-seats' }]),
    decide: (plan, { seat, reason }) => {
      const found = seatOf(plan, seat);
      if (!found) return unknownRecord('/seat', seat);
      if (found.left) return refuse('team-seat-already-left', { field: '/seat' });
      return [{ type: 'team-seat.left', data: { seat, group: found.group }, texts: { reasonText: reason } }];
    },
  }),
  'name-management-contact': verb<Seat>({
    name: { sv: 'Utse kontakt i ledningen', en: 'Name a contact in the management' },
    decide: (plan, { organisation, role }) =>
      managementContactsOf(plan).some((one) => one.organisation === organisation && one.role === role)
        ? refuse('management-contact-already-named', { field: '/organisation', params: { organisation } })
        : [{ type: 'management-contact.named', data: told({ organisation, role }) }],
  }),
};
