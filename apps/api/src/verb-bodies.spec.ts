import { LIFECYCLE_VERBS, vocabulary } from '#libs/lifecycle';
import { verbBodies } from './verb-bodies.js';

it('every verb of the engine and the capabilities has a body, and no body is without its verb', () => {
  const verbs = [...Object.keys(LIFECYCLE_VERBS), ...vocabulary.verbs.keys()];
  expect(Object.keys(verbBodies).sort()).toEqual(verbs.sort());
});
