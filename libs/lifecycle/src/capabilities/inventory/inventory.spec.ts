import { given } from '../../given.js';
import { sayReason } from '../../engine.js';
import type { Given } from '../../given.js';
import { ACTOR_GROUPS } from './facts.js';

const effort = { group: 'civil-society', title: 'Språkkafé', source: 'Workshop om metoder' };
const groupsMissing = (plan: Given) => plan.missing('inventory-complete')?.map((one) => one.params?.['group']);

describe('inventory', () => {
  it('INV-16 is complete only when every group has an effort or a stated "none found"', () => {
    const some = given()
      .did('register-effort', effort)
      .did('register-effort', { group: 'region', title: 'Stöd till byalag' })
      .did('declare-none-found', { group: 'others' });
    expect(groupsMissing(given())).toEqual([...ACTOR_GROUPS]);
    expect(groupsMissing(some)).toEqual(['municipality']);
    expect(groupsMissing(some.did('declare-none-found', { group: 'municipality' }))).toEqual([]);
  });

  it('INV-16 asks only the groups that the template asks', () => {
    const one = given().did('register-effort', effort);
    expect(one.missing('inventory-complete', { groups: ['civil-society'] })).toEqual([]);
    expect(one.missing('inventory-complete', { groups: ['civil-society', 'others'] })).toMatchObject([
      { code: 'group-not-inventoried-others', verb: 'register-effort' },
    ]);
  });

  it('a group with efforts is not empty, and an effort ends its emptiness', () => {
    const registered = given().did('register-effort', effort);
    expect(registered.refused('declare-none-found', { group: 'civil-society' })).toMatchObject([
      { code: 'group-has-efforts', field: '/group' },
    ]);
    const found = given().did('declare-none-found', { group: 'civil-society' }).did('register-effort', effort);
    expect(found.plan.facts['inventory']).toMatchObject({ noneFound: [], efforts: [{ title: 'Språkkafé' }] });
  });

  it('INV-26 imported history without answers has named no sources', () => {
    expect(given().missing('inventory-sources-named')).toEqual([]);
    const silent = given().did('record-inventory-activity', { title: 'x', kind: 'other' }, { imported: true });
    expect(silent.missing('inventory-sources-named')).toHaveLength(4);
  });

  it('sources are named for what was found and for what was not; a lacking one can be told afterwards', () => {
    const sourceless = given()
      .did('register-effort', { group: 'region', title: 'Stöd till byalag', how: 'Bidrag en gång om året.' })
      .did('declare-none-found', { group: 'others' });
    expect(sourceless.missing('inventory-sources-named')).toMatchObject([
      { code: 'effort-source-missing', verb: 'register-effort', params: { effort: 'effort-1' } },
      { code: 'none-found-source-missing-others', verb: 'declare-none-found' },
    ]);
    const again = { effort: 'effort-1', group: 'region', title: 'Stöd till byalag', source: 'Kartläggning' };
    const named = sourceless
      .did('register-effort', again)
      .did('declare-none-found', { group: 'others', source: 'Intervjuer' });
    expect(named.missing('inventory-sources-named')).toEqual([]);
    expect(named.plan.facts['inventory']).toMatchObject({ efforts: [{ key: 'effort-1', howText: 'text-1' }] });
    expect(named.refused('declare-none-found', { group: 'others', source: 'Igen' })).toMatchObject([
      { code: 'group-already-empty' },
    ]);
    expect(named.refused('register-effort', { ...again, effort: 'effort-2' })).toMatchObject([{ field: '/effort' }]);
  });

  it('how an effort is done is prose, kept out of the event', () => {
    const told = given().did('register-effort', { ...effort, how: 'Varje tisdag i församlingshemmet.' });
    expect(JSON.stringify(told.last?.events)).not.toContain('tisdag');
    expect(told.last?.texts).toMatchObject([{ field: 'how', text: 'Varje tisdag i församlingshemmet.' }]);
  });

  it('INV-27 a workshop keeps how many took part, with its unit and how sure it is', () => {
    const participants = { value: 15, unit: 'persons', qualifier: 'exact' };
    const held = given()
      .did('record-inventory-activity', { title: 'Workshop om framsyn', kind: 'workshop', participants })
      .did('record-inventory-activity', { title: 'Intervjuer', kind: 'interview', organisations: ['KOMFB', 'HSSL'] });
    expect(held.types).toEqual(['inventory-activity.recorded']);
    expect(held.plan.facts['inventory']).toMatchObject({
      activities: [{ key: 'inventory-activity-1', participants }, { key: 'inventory-activity-2' }],
    });
  });

  it('INV-05 an attempt that takes the inventory up again makes it anew', () => {
    const again = given()
      .did('register-effort', effort)
      .did('declare-none-found', { group: 'others' })
      .did('restart', { reason: 'Det blev ett skrivbordsprojekt', to: 'begin' });
    expect(groupsMissing(again)).toEqual([...ACTOR_GROUPS]);
    const fresh = again.did('register-effort', effort);
    expect(fresh.plan.facts['inventory']).toMatchObject({ efforts: [{ key: 'effort-1' }, { key: 'effort-2' }] });
  });

  it('names the group in the language of the reader', () => {
    const missing = given().missing('inventory-complete', { groups: ['civil-society'] }) ?? [];
    const said = sayReason({ code: 'criterion-not-met', missing }, 'sv');
    expect(said.missing[0]?.message).toContain('civilsamhället');
  });
});
