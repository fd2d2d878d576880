// The body of every verb that this slice serves, by verb.
import { activitiesBodies } from './activities.bodies.js';
import { adoptionBodies } from './adoption.bodies.js';
import { areasBodies } from './areas.bodies.js';
import { attachmentsBodies } from './attachments.bodies.js';
import { checklistBodies } from './checklist.bodies.js';
import { commitmentsBodies } from './commitments.bodies.js';
import { descriptionsBodies } from './descriptions.bodies.js';
import { dialoguesBodies } from './dialogues.bodies.js';
import { directionBodies } from './direction.bodies.js';
import { ideasBodies } from './ideas.bodies.js';
import { insightsBodies } from './insights.bodies.js';
import { lifecycleBodies } from './lifecycle.bodies.js';
import { logBodies } from './log.bodies.js';
import { mandateBodies } from './mandate.bodies.js';
import { meetingsBodies } from './meetings.bodies.js';
import { networkBodies } from './network.bodies.js';
import { ownershipBodies } from './ownership.bodies.js';
import { partiesBodies } from './parties.bodies.js';
import { potentialsBodies } from './potentials.bodies.js';
import { prioritiesBodies } from './priorities.bodies.js';
import { problemBodies } from './problem.bodies.js';
import { registrationBodies } from './registration.bodies.js';
import { researchNotesBodies } from './research-notes.bodies.js';
import { reAnchoringBodies } from './re-anchoring.bodies.js';
import { roleAgreementsBodies } from './role-agreements.bodies.js';
import { roleMapBodies } from './role-map.bodies.js';
import { rolesBodies } from './roles.bodies.js';
import { spreadBodies } from './spread.bodies.js';
import { steeringGroupBodies } from './steering-group.bodies.js';
import { strategiesBodies } from './strategies.bodies.js';
import { teamBodies } from './team.bodies.js';
import { trialsBodies } from './trials.bodies.js';
import { versionsBodies } from './versions.bodies.js';
import { workgroupsBodies } from './workgroups.bodies.js';

export const planVerbBodies = {
  ...lifecycleBodies,
  ...partiesBodies,
  ...mandateBodies,
  ...commitmentsBodies,
  ...rolesBodies,
  ...reAnchoringBodies,
  ...roleMapBodies,
  ...roleAgreementsBodies,
  ...areasBodies,
  ...meetingsBodies,
  ...descriptionsBodies,
  ...dialoguesBodies,
  ...insightsBodies,
  ...problemBodies,
  ...ideasBodies,
  ...potentialsBodies,
  ...directionBodies,
  ...strategiesBodies,
  ...workgroupsBodies,
  ...teamBodies,
  ...versionsBodies,
  ...adoptionBodies,
  ...steeringGroupBodies,
  ...trialsBodies,
  ...activitiesBodies,
  ...prioritiesBodies,
  ...networkBodies,
  ...ownershipBodies,
  ...spreadBodies,
  ...checklistBodies,
  ...researchNotesBodies,
  ...logBodies,
  ...attachmentsBodies,
  ...registrationBodies,
};
