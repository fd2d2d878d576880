// Learning: what is known, counted, measured and learnt on the way. What the apps and the other slices may use of it.
import { indicatorsBodies } from './bodies/indicators.bodies.js';
import { inventoryBodies } from './bodies/inventory.bodies.js';
import { knowledgeActivitiesBodies } from './bodies/knowledge-activities.bodies.js';
import { knowledgeBodies } from './bodies/knowledge.bodies.js';
import { lessonsBodies } from './bodies/lessons.bodies.js';
import { methodsBodies } from './bodies/methods.bodies.js';

/** Every learning verb's body, by the verb. */
export const learningBodies = {
  ...inventoryBodies,
  ...knowledgeBodies,
  ...knowledgeActivitiesBodies,
  ...indicatorsBodies,
  ...lessonsBodies,
  ...methodsBodies,
};
