import { stands } from '../../engine/plan.js';
import { given, openTemplate } from '../../given.js';
import { meetings } from './index.js';

const template = openTemplate();
const stages = template.stages.map((stage) =>
  stage.key === 'begin'
    ? {
        ...stage,
        criteria: [{ key: 'held', kind: 'meeting-held', name: stage.name }],
      }
    : stage,
);
const gated = { ...template, stages };

describe('meetings', () => {
  it('a meeting that is planned and held lets the plan go on', () => {
    const planned = given(gated).did('plan-meeting', { title: 'Kick off', on: '2026-02-01' });
    expect(planned.refused('advance')[0]).toMatchObject({ criterion: 'held', state: 'unmet' });
    const held = planned.did('hold-meeting', { represented: ['RKL'] });
    expect(held.types).toEqual(['meeting.held']);
    expect(held.did('advance').plan.stage).toBe('finish');
  });

  it('another round asks for another meeting (B72)', () => {
    const again = given(gated).did('hold-meeting', { title: 'Möte 1' }).did('repeat', { reason: 'För få kom' });
    expect(again.missing('meeting-held')).toMatchObject([{ code: 'meetings-too-few' }]);
    expect(again.did('hold-meeting', { title: 'Möte 2' }).did('advance').plan.stage).toBe('finish');
  });

  it('a deciding party counts as represented by written input', () => {
    const parties = given().did('add-party', { organisation: 'RKL' }).did('add-party', { organisation: 'HOGSBY' });
    const held = parties.did('hold-meeting', { title: 'Kick off', represented: ['RKL'] });
    expect(held.missing('parties-represented')).toMatchObject([{ by: { organisation: 'HOGSBY' } }]);
    const both = held.did('hold-meeting', { title: 'Mer', represented: ['RKL'], writtenInput: ['HOGSBY'] });
    expect(both.missing('parties-represented')).toEqual([]);
  });

  it('notes keep their prose out of the event', () => {
    const held = given().did('hold-meeting', { title: 'Kick off', notes: 'Kommunchefen berättade.' });
    expect(JSON.stringify(held.last?.events)).not.toContain('Kommunchefen');
    expect(held.last?.texts).toMatchObject([{ key: 'text-1', field: 'notes', text: 'Kommunchefen berättade.' }]);
    expect(held.missing('notes-recorded')).toEqual([]);
  });

  it('a cancelled meeting is not held, and an unknown one is unknown', () => {
    const cancelled = given()
      .did('plan-meeting', { title: 'Kick off' })
      .did('cancel-meeting', { meeting: 'meeting-1' });
    expect(cancelled.refused('hold-meeting', { meeting: 'meeting-1' })).toMatchObject([
      { code: 'meeting-not-planned' },
    ]);
    expect(cancelled.refused('hold-meeting', { meeting: 'meeting-9' })).toMatchObject([{ code: 'unknown-record' }]);
  });

  it('the day of a meeting held in the next cycle belongs to that cycle', () => {
    const again = template.stages.map((one) => (one.key === 'finish' ? { ...one, cycle: { to: 'begin' } } : one));
    const one = given({ ...template, stages: again }).did('hold-meeting', { title: 'Möte 1' });
    const two = one.did('advance').did('advance', { to: 'begin' }).did('hold-meeting', { title: 'Möte 2' });
    const days = meetings.anchors?.['meeting-held']?.(two.plan) ?? [];
    expect(days.map(({ made }) => made && stands(two.plan, made))).toEqual([false, true]);
  });
});
