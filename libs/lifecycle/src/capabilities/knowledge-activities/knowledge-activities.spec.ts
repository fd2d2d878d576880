import { vocabulary } from '../../engine.js';
import { given, type Given } from '../../given.js';
import type { KnowledgeActivities } from './facts.js';
import { knowledgeActivities } from './index.js';

const count = (value: number, qualifier = 'exact', unit = 'persons') => ({ value, unit, qualifier });

/** As a plan's reader has them, beside what was recorded. */
const sums = ({ plan }: Given) =>
  knowledgeActivities.reckoned?.(
    (plan.facts['knowledge-activities'] ?? knowledgeActivities.nothing) as KnowledgeActivities,
  )['sums'];

/** What the pilot tells: 2 persons, 2 persons, 3 operations, over 30 persons, and "a little over 60" in all. */
const hogsby = () =>
  given()
    .did('hold-knowledge-activity', { title: 'Barnrättskoordinatorer', code: 'KA-1', participants: count(2) })
    .did('hold-knowledge-activity', { title: 'Civila samhället', code: 'KA-2', participants: count(2), credits: 7.5 })
    .did('hold-knowledge-activity', { title: 'Hbtq+', code: 'KA-3', participants: count(3, 'exact', 'operations') })
    .did('hold-knowledge-activity', { title: 'Under planen', code: 'KA-4', participants: count(30, 'more-than') });

describe('knowledge activities', () => {
  it('INV-28 a stated total is a fact of its own, and no total is made up out of parts', () => {
    expect(sums(hogsby())).toEqual([]);
    const stated = hogsby().did('count-participation', { total: true, count: count(60, 'more-than') });
    expect(stated.last?.events).toMatchObject([{ type: 'participation.counted', data: { total: true } }]);
    expect(stated.plan.facts['knowledge-activities']).toMatchObject({ totals: [count(60, 'more-than')] });
    expect(sums(stated)).toEqual([]);
  });

  it('INV-28 parts that are flagged as distinct are added, until the total is stated', () => {
    const distinct = given()
      .did('hold-knowledge-activity', { title: 'A', participants: count(2), distinct: true })
      .did('hold-knowledge-activity', { title: 'B', participants: count(30, 'more-than'), distinct: true });
    expect(sums(distinct)).toEqual([count(32, 'more-than')]);
    const overlapping = distinct.did('hold-knowledge-activity', { title: 'C', participants: count(5) });
    expect(sums(overlapping)).toEqual([]);
    const other = distinct.did('count-participation', { total: true, count: count(9, 'exact', 'operations') });
    expect(sums(other)).toEqual([count(32, 'more-than')]);
    expect(sums(distinct.did('count-participation', { total: true, count: count(31) }))).toEqual([]);
  });

  it('INV-27 counts keep their unit and are never added over units', () => {
    const hold = (title: string, value: number, unit: string) =>
      ['hold-knowledge-activity', { title, participants: count(value, 'exact', unit), distinct: true }] as const;
    const one = given()
      .did(...hold('Hbtq+', 3, 'operations'))
      .did(...hold('Barnrätt', 2, 'persons'));
    expect(sums(one)).toEqual([]);
    const both = one.did('count-participation', {
      activity: 'knowledge-activity-1',
      count: count(40, 'about'),
      distinct: true,
    });
    expect(sums(both)).toEqual([count(42, 'about')]);
  });

  it('a new count in the same unit takes the place of the old, in parts and in totals', () => {
    const again = given()
      .did('hold-knowledge-activity', { title: 'A', participants: count(2), distinct: true })
      .did('hold-knowledge-activity', { title: 'B', participants: count(4), distinct: true })
      .did('count-participation', { activity: 'knowledge-activity-1', count: count(3), distinct: true });
    expect(sums(again)).toEqual([count(7)]);
    const totals = again
      .did('count-participation', { total: true, count: count(50) })
      .did('count-participation', { total: true, count: count(60, 'more-than') });
    expect(totals.plan.facts['knowledge-activities']).toMatchObject({ totals: [count(60, 'more-than')] });
  });

  it('what is planned is held, and then counted', () => {
    const planned = given().did('plan-knowledge-activity', { title: 'Demokratiutbildning', on: '2026-22' });
    expect(planned.missing('knowledge-activity-counted')).toEqual([]);
    const held = planned.did('hold-knowledge-activity', { activity: 'knowledge-activity-1' });
    expect(held.types).toEqual(['knowledge-activity.held']);
    expect(held.missing('knowledge-activity-counted')).toMatchObject([
      { code: 'participation-not-counted', verb: 'count-participation', params: { title: 'Demokratiutbildning' } },
    ]);
    const done = held.did('count-participation', { activity: 'knowledge-activity-1', count: count(12) });
    expect(done.missing('knowledge-activity-counted')).toEqual([]);
  });

  it('what was not planned is held under its title, and hangs a reminder on its day', () => {
    const held = given().did('hold-knowledge-activity', { title: 'Studiebesök', participants: count(9) });
    expect(held.types).toEqual(['knowledge-activity.held', 'participation.counted']);
    const anchors = vocabulary.anchors.get('knowledge-activity-held')?.(held.plan);
    expect(anchors).toEqual([{ record: 'knowledge-activity-1', at: held.plan.recordedAt, imported: false }]);
  });

  it('a count is of one held activity or of all, not of both or neither', () => {
    const planned = given().did('plan-knowledge-activity', { title: 'Cirkulär ekonomi' });
    const of = (body: object) => planned.refused('count-participation', { count: count(1), ...body });
    expect(of({})).toMatchObject([{ code: 'count-of-one-or-all' }]);
    expect(of({ activity: 'knowledge-activity-1', total: true })).toMatchObject([{ code: 'count-of-one-or-all' }]);
    expect(of({ activity: 'knowledge-activity-1' })).toMatchObject([{ code: 'knowledge-activity-not-held' }]);
    expect(of({ activity: 'knowledge-activity-9' })).toMatchObject([{ code: 'unknown-record', field: '/activity' }]);
  });

  it('refuses to hold what is held, unknown or unnamed', () => {
    const held = given().did('hold-knowledge-activity', { title: 'A' });
    const hold = (body: object) => held.refused('hold-knowledge-activity', body);
    expect(hold({ activity: 'knowledge-activity-1' })).toMatchObject([{ code: 'knowledge-activity-already-held' }]);
    expect(hold({ activity: 'knowledge-activity-9' })).toMatchObject([{ code: 'unknown-record' }]);
    expect(hold({})).toMatchObject([{ code: 'which-knowledge-activity' }]);
  });
});
