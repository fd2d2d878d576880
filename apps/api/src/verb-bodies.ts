// The body of every verb, of all slices.
import { learningBodies } from '#libs/learning';
import { planVerbBodies, type VerbBodies } from '#libs/plans';

export const verbBodies: VerbBodies = { ...planVerbBodies, ...learningBodies };
