import { vocabulary } from '../../engine.js';
import { given, openTemplate, type Given } from '../../given.js';
import { activitiesOf } from './facts.js';

const routines = { title: 'Ta fram rutiner för allmänna dialoger', code: 'S-A5' };
const one = () =>
  given().did('add-activity', {
    ...routines,
    owner: { organisation: 'HOGSBY', role: 'kommunchef' },
    due: '2026-05-01',
  });
const of = { activity: 'activity-1' };
const due = (plan: Given) => vocabulary.anchors.get('activity-due')?.(plan.plan);
const status = (plan: Given) => activitiesOf(plan.plan).map((activity) => activity.status);

describe('activities', () => {
  it('what the Högsby plans say is enough: a title and a code, nothing due', () => {
    const plan = given().did('add-activity', routines, { imported: true, occurredAt: null });
    expect(activitiesOf(plan.plan)).toMatchObject([
      { key: 'activity-1', code: 'S-A5', due: null, status: 'unknown', imported: true },
    ]);
    expect(due(plan)).toEqual([{ record: 'activity-1', at: null, imported: true }]);
    expect(plan.refused('add-activity', routines)).toMatchObject([{ code: 'activity-code-taken', field: '/code' }]);
  });

  it('INV-25 a due date is kept as precise as it was told', () => {
    const plan = given().did('add-activity', { title: 'Ungdomsdialog', due: '2026-23' });
    expect(due(plan)).toMatchObject([{ at: '2026-23' }]);
    expect(due(plan.did('reschedule-activity', { ...of, due: '2026-11-02' }))).toMatchObject([{ at: '2026-11-02' }]);
  });

  it.each([
    ['complete-activity', { result: 'Rutin antagen' }, 'activity.completed', 'done'],
    ['stop-activity', { reason: 'Ingen tid' }, 'activity.stopped', 'stopped'],
    ['hand-over-activity', { to: 'HOGSBY' }, 'activity.moved-to-regular-operations', 'moved'],
  ])('%s settles an activity, planned or started, and only once', (verb, body, type, settled) => {
    expect(one().missing('activities-settled')).toMatchObject([
      { code: 'activity-open', params: { activity: 'activity-1' }, by: { organisation: 'HOGSBY' } },
    ]);
    for (const plan of [one(), one().did('start-activity', of)]) {
      const after = plan.did(verb, { ...of, ...body });
      expect(after.types).toEqual([type]);
      expect(status(after)).toEqual([settled]);
      expect(after.missing('activities-settled')).toEqual([]);
      expect(due(after)).toEqual([]);
      expect(after.open(verb)).toBe(false);
      const other = after.did('add-activity', { title: 'Något annat' });
      expect(other.refused(verb, { ...of, ...body })).toMatchObject([{ code: 'activity-settled' }]);
    }
  });

  it('prose stays out of the events', () => {
    const stopped = one().did('stop-activity', { ...of, reason: 'Pengarna tog slut' });
    expect(JSON.stringify(stopped.last?.events)).not.toContain('Pengarna');
    expect(stopped.last?.texts).toMatchObject([{ field: 'reason', text: 'Pengarna tog slut' }]);
  });

  it('refuses the unknown and the already started', () => {
    const started = one().did('start-activity', of).did('add-activity', { title: 'Något annat' });
    expect(started.refused('start-activity', of)).toMatchObject([{ code: 'activity-already-started' }]);
    expect(started.refused('complete-activity', { activity: 'activity-9' })).toMatchObject([
      { code: 'unknown-record' },
    ]);
    expect(given().refused('reschedule-activity', { ...of, due: '2026' })).toMatchObject([
      { code: 'no-open-activity' },
    ]);
  });

  it('activities are listed, or stated to be set in implementation where the template allows it', () => {
    expect(given().missing('activities-listed')).toMatchObject([{ code: 'activities-missing' }]);
    const later = given().did('declare-activities-later');
    expect(later.missing('activities-listed')).toHaveLength(1);
    expect(given().missing('activities-listed', { orLater: true })).toHaveLength(1);
    expect(later.missing('activities-listed', { orLater: true })).toEqual([]);
    expect(one().missing('activities-listed')).toEqual([]);
    expect(
      one()
        .did('stop-activity', { ...of, reason: 'x' })
        .missing('activities-listed'),
    ).toHaveLength(1);
  });

  it('what was left for implementation is asked for there', () => {
    const later = given().did('declare-activities-later');
    expect(later.missing('activities-settled')).toMatchObject([{ code: 'activities-never-set', verb: 'add-activity' }]);
    expect(given().missing('activities-settled')).toEqual([]);
  });

  it('INV-26 imported history that names no activity has not settled them', () => {
    const silent = given().did('write-section', { section: 'purpose', text: 'x' }, { imported: true });
    expect(silent.missing('activities-settled')).toMatchObject([{ code: 'activities-missing' }]);
  });

  it('INV-26 of an imported activity it is not known how it stands, until somebody says so', () => {
    const told = given().did('add-activity', routines, { imported: true });
    expect(status(told)).toEqual(['unknown']);
    expect(told.missing('activities-settled')).toMatchObject([{ code: 'activity-not-told' }]);
    expect(status(told.did('start-activity', of))).toEqual(['ongoing']);
    expect(told.did('complete-activity', of).missing('activities-settled')).toEqual([]);
  });

  it('INV-05 a restart of the stage in which it was done makes it planned again', () => {
    const open = openTemplate();
    const stages = open.stages.map((stage) => ({ ...stage, restart: true }));
    const done = given({ ...open, stages })
      .did('add-activity', routines)
      .did('advance')
      .did('complete-activity', of);
    const again = done.did('restart', { reason: 'Det höll inte', to: 'finish' });
    expect(status(again)).toEqual(['planned']);
    const anew = done.did('restart', { reason: 'Idén höll inte', to: 'begin' });
    expect(status(anew)).toEqual([]);
    expect(anew.did('add-activity', routines).last?.events[0]?.data).toMatchObject({ activity: 'activity-2' });
  });
});
