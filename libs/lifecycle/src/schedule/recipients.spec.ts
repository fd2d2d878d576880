import type { Given } from '../given.js';
import { ANNA, begun, BO, CILLA, DAN } from './given-rules.js';
import { recipientsOf } from './recipients.js';

const day = '2026-02-01';
const because = { from: 'entered', day, missing: [] };
const plan = begun({});
const has = (state: Given, role: string, person: string, more: object = {}) =>
  state.did('assign-role', { role, person, organisation: 'RKL', ...more });
const asked = (state: Given, due: object, on = day) => {
  const found = recipientsOf(state.plan, state.template, { to: [], because, ...due }, on);
  return [found.asked.map(({ person, role, as }) => [person, role, as]), found.vacant];
};
const led = has(plan, 'process-leader', ANNA);

describe('whom a reminder goes to', () => {
  it('every holder of each role, and nobody twice', () => {
    const board = has(has(led, 'board', BO), 'board', CILLA);
    const two = has(board, 'chair', ANNA);
    expect(asked(two, { to: ['process-leader', 'chair', 'board'] })).toEqual([
      [
        [ANNA, 'process-leader', 'holder'],
        [BO, 'board', 'holder'],
        [CILLA, 'board', 'holder'],
      ],
      [],
    ]);
  });

  it('INV-40 whoever answers for the stage in place of a role that is vacant, which is told', () => {
    expect(asked(led, { to: ['chair'] })).toEqual([[[ANNA, 'process-leader', 'accountable']], ['chair']]);
    expect(asked(plan, { to: ['chair', 'process-leader'] })).toEqual([[], ['chair', 'process-leader']]);
    expect(asked(has(led, 'chair', BO, { from: '2026-03-01' }), { to: ['chair'] })[1]).toEqual(['chair']);
  });

  it('INV-40 whoever stands in for the holder, once the last day of a role that must be held has passed', () => {
    const away = has(plan, 'process-leader', ANNA, { until: '2026-01-31', deputy: BO });
    expect(asked(away, { to: ['process-leader'] })).toEqual([[[BO, 'process-leader', 'deputy']], []]);
    expect(asked(away, { to: ['process-leader'] }, '2026-01-31')).toEqual([[[ANNA, 'process-leader', 'holder']], []]);
  });

  it('a role that stands for a party is asked in that party alone', () => {
    const boards = has(has(led, 'board', BO, { organisation: 'HOGSBY' }), 'board', CILLA);
    const ofParty = (organisation: string) => ({ to: ['board'], because: { ...because, organisation } });
    expect(asked(boards, ofParty('HOGSBY'))).toEqual([[[BO, 'board', 'holder']], []]);
    expect(asked(boards, ofParty('OSKARSHAMN'))).toEqual([[[ANNA, 'process-leader', 'accountable']], ['board']]);
    expect(asked(boards, { to: ['board'] })[0]).toHaveLength(2);
    // Whoever leads the work leads it for every party.
    expect(asked(boards, { ...ofParty('HOGSBY'), to: ['process-leader'] })[1]).toEqual([]);
  });

  it('what concerns one workgroup is none of the others', () => {
    const groups = ['Ett', 'Två'].reduce((state, name) => state.did('form-workgroup', { name, purpose: 'Driva' }), led);
    const one = has(groups, 'workgroup-lead', BO, { workgroup: 'workgroup-1' });
    const all = has(has(one, 'workgroup-lead', CILLA, { workgroup: 'workgroup-2' }), 'workgroup-lead', DAN);
    const of = { to: ['workgroup-lead'], because: { ...because, workgroup: 'workgroup-1' } };
    expect(asked(all, of)).toEqual([
      [
        [BO, 'workgroup-lead', 'holder'],
        [DAN, 'workgroup-lead', 'holder'],
      ],
      [],
    ]);
  });

  it('deputies, when a step asks them; where there are none, whoever answers for the stage', () => {
    const step = { deputiesOf: ['chair'] };
    const chaired = has(led, 'chair', BO, { deputy: CILLA });
    expect(asked(chaired, step)).toEqual([[[CILLA, 'chair', 'deputy']], []]);
    expect(asked(has(led, 'chair', BO), step)).toEqual([[[ANNA, 'process-leader', 'accountable']], []]);
    expect(asked(chaired, { ...step, to: ['chair'] })[0]).toEqual([
      [BO, 'chair', 'holder'],
      [CILLA, 'chair', 'deputy'],
    ]);
  });
});
