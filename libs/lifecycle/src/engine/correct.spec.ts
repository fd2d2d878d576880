// A correction says the step again: what it writes down, and when it is refused.
import { given, type Given } from '../given.js';

const [rkl, hogsby] = [{ organisation: 'RKL' }, { organisation: 'HOGSBY' }];
const reason = 'Fel namn';
const asked = () =>
  given()
    .did('add-party', rkl, { occurredAt: '2026-01-05' })
    .did('add-party', hogsby)
    .did('hold-meeting', { title: 'Möte', notes: 'Vi sågs.' });
const event = (plan: Given, sequence: number) => `${plan.plan.id}-${sequence}`;

describe('a correction', () => {
  it('of the day alone leaves the rest of the step as it was', () => {
    const plan = asked().did('correct', { event: event(asked(), 3), happened: '2025-12', reason });
    expect(plan.last?.events[0]?.data).toEqual({
      version: 2,
      events: [{ id: event(plan, 3) }],
      happened: '2025-12',
      reasonText: expect.any(String),
    });
  });

  it('of what was said takes the new words for each event, and keeps the day that was told', () => {
    const body = { title: 'Mötet', notes: 'Vi hördes.' };
    const plan = asked().did('correct', { event: event(asked(), 6), verb: 'hold-meeting', body, reason });
    const events = plan.last?.events[0]?.data['events'] as { id: string; data: object }[];
    expect(events.map(({ id }) => id)).toEqual([event(plan, 5), event(plan, 6)]);
    expect(events[0]?.data).toMatchObject({ meeting: 'meeting-1', title: 'Mötet' });
    expect(plan.last?.events[0]?.data).not.toHaveProperty('happened');
    expect(plan.last?.texts.map(({ field, text }) => [field, text])).toEqual([
      ['reason', reason],
      ['1.notes', 'Vi hördes.'],
    ]);
  });

  it.each<[code: string, sequence: number, body: object, rest?: object]>([
    ['unknown-record', 9, {}, { field: '/event' }],
    ['nothing-to-correct', 3, {}],
    ['lies-ahead', 3, { happened: '2027' }, { field: '/happened', params: { when: '2027' } }],
    ['correct-by-moving', 3, { verb: 'advance' }, { field: '/verb', params: { verb: 'advance' } }],
    ['unknown-verb', 3, { verb: 'no-verb' }, { field: '/verb', params: { verb: 'no-verb' } }],
    ['correct-by-moving', 1, { verb: 'add-party', body: rkl }, { field: '/event', params: { verb: 'add-party' } }],
    ['party-already-there', 4, { verb: 'add-party', body: rkl }, { field: '/body/organisation', params: rkl }],
    ['correction-changes-the-course', 5, { verb: 'hold-meeting', body: { title: 'Möte' } }, { field: '/body' }],
    ['correction-changes-the-course', 5, { verb: 'plan-meeting', body: { title: 'Möte' } }, { field: '/body' }],
    ['correction-changes-the-course', 3, { verb: 'plan-meeting', body: { title: 'Möte' } }, { field: '/body' }],
    ['mandate-empty', 3, { verb: 'record-mandate' }],
  ])('%s', (code, sequence, body, rest = {}) => {
    const [refused, ...others] = asked().refused('correct', { event: event(asked(), sequence), reason, ...body });
    expect(others).toEqual([]);
    expect(refused).toMatchObject({ code, ...rest });
    if (!('field' in rest)) expect(refused).not.toHaveProperty('field');
  });
});
