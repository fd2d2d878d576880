// The body of every verb that this slice serves, by verb.
import { lifecycleBodies } from './lifecycle.bodies.js';
import { meetingsBodies } from './meetings.bodies.js';
import { partiesBodies } from './parties.bodies.js';

export const planVerbBodies = {
  ...lifecycleBodies,
  ...partiesBodies,
  ...meetingsBodies,
};
