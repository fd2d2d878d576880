import { given } from '../../given.js';
import { dependencyOf } from './dependency.js';
import { ANNA, BO, CILLA, led, leads, withRoles as template } from './given-roles.js';

const of = ({ plan }: ReturnType<typeof led>, day = '2026-02-01') => dependencyOf(plan, template, day);
const alone = { role: 'process-leader', holding: 'holding-1', person: ANNA, organisation: 'RKL' };

describe('how much a plan hangs on single people', () => {
  it('a role that one person has without a deputy; of several who have it, nobody is alone', () => {
    expect(of(led()).alone).toEqual([alone]);
    expect(of(led({ deputy: BO })).alone).toEqual([]);
    const member = { ...leads, role: 'member' };
    const one = led({ deputy: BO }).did('assign-role', member);
    expect(of(one).alone).toMatchObject([{ role: 'member' }]);
    const two = one.did('assign-role', { ...member, person: CILLA });
    expect(of(two).alone).toEqual([]);
    expect(of(two.did('end-role', { holding: 'holding-2' })).alone).toMatchObject([{ role: 'member', person: CILLA }]);
  });

  it('the same role in a workgroup is another one', () => {
    const group = led().did('form-workgroup', { name: 'Hälsa', purpose: 'Fler sammanhang' });
    const both = group
      .did('assign-role', { ...leads, role: 'member' })
      .did('assign-role', { ...leads, role: 'member', person: BO, workgroup: 'workgroup-1' });
    expect(of(both).alone).toMatchObject([{}, { person: ANNA }, { person: BO, workgroup: 'workgroup-1' }]);
  });

  it('a role that ends within 90 days, unless somebody follows', () => {
    const short = led({ until: '2026-05-02' });
    expect(of(short, '2026-02-01').ending).toEqual([{ ...alone, until: '2026-05-02' }]);
    expect(of(short, '2026-01-31').ending).toEqual([]);
    expect(of(short, '2026-05-03').ending).toEqual([]);
    const next = short.did('assign-role', { ...leads, person: BO, from: '2026-05-03' });
    expect(of(next).ending).toEqual([]);
    const gap = short.did('assign-role', { ...leads, person: BO, from: '2026-05-04' });
    expect(of(gap).ending).toHaveLength(1);
  });

  it('a required role that nobody has, with who stands in and what is being handed over', () => {
    expect(of(given(template)).vacant).toEqual([{ role: 'process-leader' }]);
    expect(of(led()).vacant).toEqual([]);
    const left = led({ deputy: CILLA })
      .did('start-hand-over', { holding: 'holding-1', to: BO, why: 'Så är det' })
      .did('end-role', { holding: 'holding-1' });
    expect(of(left).vacant).toEqual([{ role: 'process-leader', deputy: CILLA, handingOver: 'holding-1' }]);
    expect(of(led({ until: '2026-01-31', deputy: BO })).vacant).toEqual([{ role: 'process-leader', deputy: BO }]);
  });

  it('INV-46 the end of the mandate, the next elections, and what waits to be anchored anew', () => {
    expect(of(led())).toMatchObject({ mandateEnds: null, election: { on: '2026-09-13', days: 224 }, reAnchorings: [] });
    const until = (day: string) => of(led().did('record-mandate', { period: { until: day } })).mandateEnds;
    expect(until('2026-05-02')).toEqual({ at: '2026-05-02', soon: true });
    expect(until('2026-05-03')).toEqual({ at: '2026-05-03', soon: false });
    expect(until('2026')).toEqual({ at: '2026', soon: false });
    const changed = led().did('note-leadership-change', { kind: 'chief', what: 'Ny chef', organisation: 'HOGSBY' });
    expect(of(changed).reAnchorings).toEqual([{ task: 're-anchoring-1', organisation: 'HOGSBY', on: '2026-01-12' }]);
  });
});
