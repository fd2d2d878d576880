import { given } from '../../given.js';
import { partiesOf } from './facts.js';

const consents = (plan: { plan: Parameters<typeof partiesOf>[0] }) =>
  partiesOf(plan.plan).map(({ consent }) => consent);

describe('parties', () => {
  it('a party that is added is asked, and each answer counts until another', () => {
    const asked = given().did('add-party', { organisation: 'RKL' }).did('add-party', { organisation: 'HOGSBY' });
    expect(asked.missing('parties-consented')).toMatchObject([
      { code: 'consent-missing', by: { organisation: 'RKL' } },
      { code: 'consent-missing', by: { organisation: 'HOGSBY' } },
    ]);
    const answered = asked
      .did('consent', { organisation: 'RKL' })
      .did('decline-consent', { organisation: 'HOGSBY', reason: 'Inte nu' });
    expect(answered.missing('parties-consented')).toMatchObject([{ code: 'consent-declined' }]);
    expect(answered.refused('consent', { organisation: 'RKL' })).toMatchObject([{ code: 'consent-already-so' }]);
    expect(answered.did('consent', { organisation: 'HOGSBY' }).missing('parties-consented')).toEqual([]);
  });

  it('a party that is added again is refused, unless it says otherwise whether the party decides', () => {
    const two = given().did('add-party', { organisation: 'RKL' }).did('add-party', { organisation: 'HOGSBY' });
    for (const again of [{}, { deciding: true }, { light: true }])
      expect(two.refused('add-party', { organisation: 'RKL', ...again })).toMatchObject([
        { code: 'party-already-there', field: '/organisation' },
      ]);
    const changed = two.did('add-party', { organisation: 'RKL', deciding: false });
    expect(partiesOf(changed.plan).map(({ deciding }) => deciding)).toEqual([false, true]);
    expect(changed.did('undo').plan.facts).toEqual(two.plan.facts);
  });

  it('INV-26 of an imported party it is not said whether it was asked, until somebody says what it answered', () => {
    const told = given().did('add-party', { organisation: 'RKL' }, { imported: true });
    expect(consents(told)).toEqual(['unknown']);
    expect(told.missing('parties-consented', { min: 1 })).toMatchObject([{ code: 'consent-not-told' }]);
    expect(told.did('consent', { organisation: 'RKL' }).missing('parties-consented', { min: 1 })).toEqual([]);
  });
});
