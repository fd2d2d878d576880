// Meetings: planned, held, who was represented, notes.
import type { Anchor, Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, meetingsOf, nothing, type Meeting, type Meetings } from './facts.js';
import { verbs } from './verbs.js';

export const meetings: Capability<Meetings> = {
  key: 'meetings',
  name: { sv: 'Möten', en: 'Meetings' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'meeting-planned': (plan) =>
      meetingsOf(plan)
        .filter((one) => one.status === 'planned')
        .map(anchor('plannedFor')),
    'meeting-held': (plan) =>
      meetingsOf(plan)
        .filter((one) => one.status === 'held')
        .map(recorded(anchor('heldAt'))),
  },
  words: {
    'meetings-too-few': {
      sv: 'Möten som har hållits i skedet: {have} av minst {min}.',
      en: 'Meetings held in this stage: {have} of at least {min}.',
    },
    'party-not-represented': {
      sv: '{organisation} har varken varit med eller lämnat skriftligt inspel.',
      en: '{organisation} has neither taken part nor given written input.',
    },
    'notes-missing': { sv: 'Anteckningar saknas från ”{title}”.', en: 'Notes are missing from "{title}".' },
    'no-planned-meeting': { sv: 'Inget möte är planerat.', en: 'No meeting is planned.' },
    'no-held-meeting': { sv: 'Inget möte har hållits.', en: 'No meeting has been held.' },
    'meeting-not-held': { sv: '”{meeting}” har inte hållits.', en: '"{meeting}" has not been held.' },
    'meeting-not-planned': {
      sv: '”{meeting}” är redan hållet eller inställt.',
      en: '"{meeting}" has already been held or cancelled.',
    },
  },
};

/** Notes are written of the meetings of this stage; a planned meeting concerns whoever has the plan when it comes. */
function recorded(anchor: (meeting: Meeting) => Anchor): (meeting: Meeting) => Anchor {
  return (meeting) => ({
    ...anchor(meeting),
    made: meeting,
  });
}

function anchor(day: 'plannedFor' | 'heldAt'): (meeting: Meeting) => Anchor {
  return (meeting) => ({ record: meeting.key, at: meeting[day], imported: meeting.imported });
}
