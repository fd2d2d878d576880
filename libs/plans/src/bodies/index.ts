// The body of every verb that this slice serves, by verb.
import { activitiesBodies } from './activities.bodies.js';
import { adoptionBodies } from './adoption.bodies.js';
import { checklistBodies } from './checklist.bodies.js';
import { lifecycleBodies } from './lifecycle.bodies.js';
import { logBodies } from './log.bodies.js';
import { meetingsBodies } from './meetings.bodies.js';
import { partiesBodies } from './parties.bodies.js';
import { versionsBodies } from './versions.bodies.js';

export const planVerbBodies = {
  ...lifecycleBodies,
  ...partiesBodies,
  ...meetingsBodies,
  ...versionsBodies,
  ...adoptionBodies,
  ...activitiesBodies,
  ...checklistBodies,
  ...logBodies,
};
