// Activities: listed, started, completed, stopped, or handed over to regular operations.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { activitiesOf, events, isOpen, nothing, type Activities } from './facts.js';
import { verbs } from './verbs.js';

export const activities: Capability<Activities> = {
  key: 'activities',
  name: { sv: 'Aktiviteter', en: 'Activities' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'activity-due': (plan) =>
      activitiesOf(plan)
        .filter(isOpen)
        .map(({ key, due, imported, owner }) => ({
          record: key,
          at: due,
          imported,
          ...(owner ? { organisation: owner.organisation } : {}),
        })),
  },
  words: {
    'activity-code-taken': {
      sv: 'Det finns redan en aktivitet ”{code}”.',
      en: 'There is already an activity "{code}".',
    },
    'activity-already-started': { sv: 'Aktiviteten är redan påbörjad.', en: 'The activity has already been started.' },
    'activity-settled': {
      sv: '”{activity}” är redan genomförd, avbruten eller överlämnad.',
      en: '"{activity}" has already been completed, stopped or handed over.',
    },
    'no-planned-activity': { sv: 'Ingen aktivitet väntar på att börja.', en: 'No activity is waiting to start.' },
    'no-open-activity': { sv: 'Ingen aktivitet pågår eller är planerad.', en: 'No activity is planned or under way.' },
    'activities-missing': { sv: 'Ingen aktivitet är listad ännu.', en: 'No activity is listed yet.' },
    'activities-missing-or-later': {
      sv: 'Lista minst en aktivitet, eller säg att de bestäms i genomförandet.',
      en: 'List at least one activity, or say that they are set in implementation.',
    },
    'activities-never-set': {
      sv: 'Aktiviteterna skulle bestämmas i genomförandet, men ingen finns ännu.',
      en: 'The activities were to be set in implementation, but there are none.',
    },
    'activity-not-told': {
      sv: 'Källan säger inte hur det gick med ”{title}”.',
      en: 'The source does not say what became of "{title}".',
    },
    'activity-open': { sv: '”{title}” är inte klar ännu.', en: '"{title}" is not done yet.' },
  },
};
