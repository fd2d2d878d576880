// Learning: what is known, counted, measured and learnt on the way. What the apps and the other slices may use of it.
import { knowledgeBodies } from './bodies/knowledge.bodies.js';

/** Every learning verb's body, by the verb. */
export const learningBodies = { ...knowledgeBodies };
