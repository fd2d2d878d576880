import { given, openTemplate } from '../../given.js';
import { areaLinksOf, areasOf } from './facts.js';
import { areas } from './index.js';

const two = () =>
  given()
    .did('register-area', { code: 'CHILDREN_YOUTH', name: 'Barn och unga' })
    .did('register-area', { code: 'CIVIL_SOCIETY', name: 'Civilsamhället' });

describe('areas', () => {
  it('are kept in the order they were told, each code once', () => {
    expect(areasOf(two().plan).map((area) => area.code)).toEqual(['CHILDREN_YOUTH', 'CIVIL_SOCIETY']);
    expect(two().refused('register-area', { code: 'CIVIL_SOCIETY', name: 'Igen' })).toMatchObject([
      { code: 'area-already-there', field: '/code' },
    ]);
  });

  it('area-registered counts them', () => {
    const template = openTemplate();
    const criterion = { key: 'areas', kind: 'area-registered', name: template.name };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const none = given({ ...template, stages });
    expect(none.open('advance')).toBe(false);
    expect(none.did('register-area', { code: 'A', name: 'A' }).open('advance')).toBe(true);
    expect(two().missing('area-registered', { min: 3 })).toMatchObject([{ params: { min: 3, have: 2 } }]);
  });

  it('INV-15 a plan links to none, one or several areas', () => {
    expect(areaLinksOf(two().plan)).toEqual([]);
    expect(two().missing('area-registered')).toEqual([]);
    const linked = two().did('link-area', { area: 'CIVIL_SOCIETY' }).did('link-area', { area: 'CHILDREN_YOUTH' });
    expect(areaLinksOf(linked.plan)).toEqual(['CIVIL_SOCIETY', 'CHILDREN_YOUTH']);
    const fewer = linked.did('unlink-area', { area: 'CIVIL_SOCIETY' });
    expect(areaLinksOf(fewer.plan)).toEqual(['CHILDREN_YOUTH']);
  });

  it('a link is to a known area, once', () => {
    expect(given().open('link-area')).toBe(false);
    expect(given().refused('link-area', { area: 'X' })).toMatchObject([{ code: 'no-areas' }]);
    expect(two().refused('link-area', { area: 'X' })).toMatchObject([{ code: 'unknown-record', field: '/area' }]);
    const linked = two().did('link-area', { area: 'CIVIL_SOCIETY' });
    expect(linked.refused('link-area', { area: 'CIVIL_SOCIETY' })).toMatchObject([{ code: 'area-already-linked' }]);
    expect(two().open('unlink-area')).toBe(false);
    expect(linked.refused('unlink-area', { area: 'CHILDREN_YOUTH' })).toMatchObject([{ code: 'area-not-linked' }]);
    expect(linked.refused('unlink-area', { area: 'X' })).toMatchObject([{ code: 'unknown-record' }]);
  });

  it('a forked plan knows the areas, but its links are its own', () => {
    const linked = two().did('link-area', { area: 'CIVIL_SOCIETY' });
    const facts = { areas: areasOf(linked.plan), links: areaLinksOf(linked.plan) };
    expect(areas.inherit?.(facts, {}, linked.plan)).toEqual({ areas: facts.areas, links: [] });
  });
});
