import { given, openTemplate } from '../../given.js';
import { ownersOf, ownershipsOf } from './facts.js';

const routines = { what: 'Rutiner för allmänna dialoger', organisation: 'HOGSBY' };

describe('ownership', () => {
  it('INV-50 ownership is named, and handed over only when the receiver has accepted', () => {
    const template = openTemplate();
    const criterion = { key: 'owned', kind: 'ownership-named', name: template.name };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const none = given({ ...template, stages });
    expect(none.missing('ownership-named')).toMatchObject([{ code: 'owner-missing', verb: 'name-owner' }]);
    expect(none.open('accept-ownership')).toBe(false);
    const named = none.did('name-owner', { ...routines, role: 'kommunchef' });
    expect(named.types).toEqual(['ownership.named']);
    expect(named.refused('advance')[0]?.missing).toMatchObject([
      { verb: 'accept-ownership', params: { ownership: 'ownership-1' }, by: { organisation: 'HOGSBY' } },
    ]);
    expect(named.missing('ownership-named', { accepted: false })).toEqual([]);
    expect(named.missing('ownership-named')).toEqual([
      {
        code: 'ownership-not-accepted',
        verb: 'accept-ownership',
        params: { ownership: 'ownership-1', organisation: 'HOGSBY', what: routines.what },
        by: { organisation: 'HOGSBY' },
      },
    ]);
    const accepted = named.did('accept-ownership', { ownership: 'ownership-1' });
    expect(accepted.types).toEqual(['ownership.accepted']);
    expect(accepted.missing('ownership-transferred')).toHaveLength(1);
    expect(accepted.did('advance').plan.stage).toBe('finish');
    expect(accepted.open('accept-ownership')).toBe(false);
  });

  it('refuses the same owner twice, an answer twice and an unknown ownership', () => {
    const named = given().did('name-owner', routines);
    expect(named.refused('name-owner', routines)).toMatchObject([{ code: 'owner-already-named' }]);
    expect(named.refused('accept-ownership', { ownership: 'ownership-9' })).toMatchObject([{ code: 'unknown-record' }]);
    const accepted = named
      .did('accept-ownership', { ownership: 'ownership-1' })
      .did('name-owner', { what: 'Hälsolotsen', organisation: 'RKL' });
    expect(accepted.refused('accept-ownership', { ownership: 'ownership-1' })).toMatchObject([
      { code: 'ownership-already-accepted' },
    ]);
  });

  it('the same organisation may own it in another role', () => {
    const named = given().did('name-owner', routines);
    expect(named.refused('name-owner', routines)).toEqual([
      { code: 'owner-already-named', field: '/organisation', params: { organisation: 'HOGSBY', what: routines.what } },
    ]);
    const other = named.did('name-owner', { ...routines, role: 'kommunchef' });
    expect(other.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['ownership.named', { ownership: 'ownership-2', ...routines, role: 'kommunchef' }],
    ]);
  });

  it('another owner of the same thing takes its place, and must accept anew', () => {
    const other = given()
      .did('name-owner', routines)
      .did('accept-ownership', { ownership: 'ownership-1' })
      .did('name-owner', { ...routines, organisation: 'RKL' });
    expect(ownersOf(other.plan)).toMatchObject([{ key: 'ownership-2', organisation: 'RKL', accepted: false }]);
    expect(ownershipsOf(other.plan)).toHaveLength(2);
    expect(other.missing('ownership-named')).toMatchObject([{ by: { organisation: 'RKL' } }]);
    expect(other.refused('accept-ownership', { ownership: 'ownership-1' })).toMatchObject([{ code: 'unknown-record' }]);
  });

  it('INV-05 a restart asks again', () => {
    const again = given().did('name-owner', routines).did('restart', { reason: 'För tidigt' });
    expect(again.missing('ownership-named')).toMatchObject([{ code: 'owner-missing' }]);
    expect(again.did('name-owner', routines).last?.events[0]?.data).toMatchObject({ ownership: 'ownership-2' });
  });
});
