// activities-listed and activities-settled.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { draftOf } from '../versions/document.js';
import { flag, parameters } from '../parameters.js';
import { activitiesOf, isOpen } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'activities-listed': criterionKind<{ orLater?: boolean }>({
    name: { sv: 'Aktiviteterna är listade', en: 'The activities are listed' },
    with: parameters({
      orLater: flag('It is enough to state that the activities are to be set in implementation; false by default.'),
    }),
    suppliedBy: ['add-activity', 'declare-activities-later'],
    missing: (plan, { orLater = false }) => {
      if (activitiesOf(plan).some((activity) => activity.status !== 'stopped')) return [];
      if (!orLater) return [{ code: 'activities-missing', verb: 'add-activity' }];
      return draftOf(plan).activitiesLater ? [] : [{ code: 'activities-missing-or-later', verb: 'add-activity' }];
    },
  }),
  'activities-settled': criterionKind({
    name: {
      sv: 'Varje aktivitet är klar, avbruten eller överlämnad',
      en: 'Each activity is done, stopped or handed over',
    },
    suppliedBy: ['complete-activity', 'stop-activity', 'hand-over-activity'],
    holdsAtFirst: true,
    missing: (plan) => {
      const activities = activitiesOf(plan);
      // What was promised for implementation is asked for there.
      if (activities.length === 0 && draftOf(plan).activitiesLater)
        return [{ code: 'activities-never-set', verb: 'add-activity' }];
      // Imported history that names no activity is silent about them, not done with them (INV-26).
      if (activities.length === 0 && plan.imported) return [{ code: 'activities-missing', verb: 'add-activity' }];
      return activities.filter(isOpen).map(({ key, title, owner, status }) => ({
        code: status === 'unknown' ? 'activity-not-told' : 'activity-open',
        verb: 'complete-activity',
        params: { activity: key, title },
        ...(owner ? { by: { organisation: owner.organisation } } : {}),
      }));
    },
  }),
};
