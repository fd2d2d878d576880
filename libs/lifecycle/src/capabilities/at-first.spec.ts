// What the check of templates takes from the kinds of criterion: which hold while nothing is recorded, and which a fork leaves behind.
import { vocabulary } from '../engine.js';
import { given } from '../given.js';

/** Of these it hangs on their parameters, or on the plans below. */
const ENGINES = ['any-of', 'plans-ended', 'plans-in-stage', 'day-reached'];
const kinds = [...vocabulary.criteria].filter(([kind]) => !ENGINES.includes(kind));

describe('the criteria, for the check of templates', () => {
  it.each(kinds)('%s tells whether it holds while nothing is recorded', (_kind, { missing, holdsAtFirst }) => {
    const empty = given();
    expect(missing(empty.plan, {}, empty.template, empty.setting().now).length === 0).toBe(holdsAtFirst === true);
  });

  it('what is recorded anew in each plan is told only of capabilities of which a fork takes something along', () => {
    for (const { criteria, inherit } of vocabulary.capabilities)
      for (const [kind, { ofItsPlan }] of Object.entries(criteria))
        expect([kind, ofItsPlan === true && inherit === undefined]).toEqual([kind, false]);
  });
});
