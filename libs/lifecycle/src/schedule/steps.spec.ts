import { begun, daysOf, duesOf, ruled } from './given-rules.js';
import { given } from '../given.js';

const to = ['process-leader'];
const escalate = [
  { after: 'P3D', to: ['deputy'] },
  { after: 'P1W', to: ['accountable', 'chair'] },
];
const late = { key: 'late', when: { entered: 'P14D' }, to, until: 'meeting-held', escalate };
const reason = { reason: 'Sommar' };

describe('an escalation', () => {
  it('goes on step by step from the day of the reminder, each with a key of its own (INV-38)', () => {
    const dues = duesOf(begun({ reminders: [late] }));
    const [first, deputy, chair] = dues;
    expect(dues.map(({ dueOn, step }) => [dueOn, step])).toEqual([
      ['2026-01-26', undefined],
      ['2026-01-29', 1],
      ['2026-02-02', 2],
    ]);
    expect([deputy?.key, chair?.key]).toEqual([`${first?.key}+1`, `${first?.key}+2`]);
    expect(deputy).toMatchObject({ occurrence: first?.occurrence, to: [], deputiesOf: to, because: first?.because });
    expect(chair).toMatchObject({ to: ['process-leader', 'chair'] });
    expect(chair).not.toHaveProperty('deputiesOf');
    const earlier = [first, deputy].map((one) => ({ key: one?.key, dueOn: one?.dueOn }));
    expect([first?.earlier, deputy?.earlier, chair?.earlier]).toEqual([undefined, earlier.slice(0, 1), earlier]);
  });

  it('tells of each step whether its own day has passed', () => {
    expect(duesOf(begun({ reminders: [late] }), 18).map(({ overdue }) => overdue)).toEqual([true, true, false]);
  });

  it('INV-39 ends with the reminder, as soon as the thing is done', () => {
    expect(daysOf(begun({ reminders: [late] }).did('hold-meeting', { title: 'Kick off' }))).toEqual([]);
  });

  it('of each occurrence goes its own way', () => {
    const notes = { key: 'notes', when: { after: 'meeting-held', by: 'P7D' }, to, until: 'notes-recorded', escalate };
    const held = begun({ reminders: [notes] })
      .did('hold-meeting', { title: 'Ett' })
      .did('hold-meeting', { title: 'Två' });
    expect(new Set(duesOf(held).map(({ key }) => key)).size).toBe(6);
  });

  it('INV-07 moves by the days paused, also when the pause came between the reminder and the step', () => {
    const before = begun({ reminders: [late] });
    const early = before.after(4).did('pause', reason).after(10).did('resume');
    expect(daysOf(early)).toEqual(['late 2026-02-05', 'late+1 2026-02-08', 'late+2 2026-02-12']);
    const between = before.after(16).did('pause', reason).after(10).did('resume');
    expect(daysOf(between)).toEqual(['late 2026-01-26', 'late+1 2026-02-08', 'late+2 2026-02-12']);
    const after = before.after(60).did('pause', reason).after(10).did('resume');
    expect(daysOf(after)).toEqual(['late 2026-01-26', 'late+1 2026-01-29', 'late+2 2026-02-02']);
  });

  it('before a fixed day stays where it is over a pause, and ends with the day', () => {
    const invite = { ...late, key: 'invite', when: { before: 'meeting-planned', by: 'P5D' } };
    const planned = begun({ reminders: [invite] }).did('plan-meeting', { title: 'Kick off', on: '2026-03-01' });
    // The second step would come after the meeting.
    expect(daysOf(planned)).toEqual(['invite 2026-02-24', 'invite+1 2026-02-27']);
    expect(duesOf(planned).map(({ latest }) => latest)).toEqual(['2026-03-01', '2026-03-01']);
    const resumed = planned.after(2).did('pause', reason).after(30).did('resume');
    expect(daysOf(resumed)).toEqual(['invite 2026-02-24', 'invite+1 2026-02-27']);
    expect(daysOf(planned, 49)).toEqual([]);
  });

  it('from the day that something falls on goes on after it', () => {
    const decide = { ...late, key: 'decide', when: { on: 'meeting-planned' } };
    const planned = begun({ reminders: [decide] }).did('plan-meeting', { title: 'Nämnden', on: '2026-03-01' });
    expect(daysOf(planned, 60)).toEqual(['decide 2026-03-01', 'decide+1 2026-03-04', 'decide+2 2026-03-08']);
    expect(duesOf(planned).map(({ latest }) => latest)).toEqual(['2026-03-01', undefined, undefined]);
  });

  it('asks the role that answers for the stage', () => {
    const { stages, ...rest } = ruled({ reminders: [late] });
    const owned = { ...rest, stages: stages.map((stage) => ({ ...stage, accountable: 'workgroup-lead' })) };
    expect(duesOf(given(owned)).at(-1)?.to).toEqual(['workgroup-lead', 'chair']);
  });

  it('asks nobody twice in one step, however they are named', () => {
    const twice = { ...late, escalate: [{ after: 'P3D', to: ['accountable', 'process-leader'] }] };
    expect(duesOf(begun({ reminders: [twice] })).at(-1)?.to).toEqual(['process-leader']);
  });

  it('of a paused plan goes on in the pause', () => {
    const review = { key: 'review', when: { entered: 'P30D' }, to, until: 'notes-recorded', escalate };
    const held = given(ruled({}, { rules: { whilePaused: [review] } })).did('hold-meeting', { title: 'Kick off' });
    expect(daysOf(held.did('pause', { ...reason, reviewOn: '2026-08-15' }))).toEqual([
      'review 2026-08-15',
      'review+1 2026-08-18',
      'review+2 2026-08-22',
    ]);
  });
});
