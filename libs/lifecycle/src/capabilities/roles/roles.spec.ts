import { given, openTemplate, type Given } from '../../given.js';
import { holdingsOf } from './facts.js';
import { isHeldOn, rolesOf, whoFor } from './held.js';

const ANNA = '11111111-1111-4111-8111-111111111111';
const BO = '22222222-2222-4222-8222-222222222222';
const CILLA = '33333333-3333-4333-8333-333333333333';

const name = { sv: 'roll', en: 'role' };
const template = openTemplate({
  roles: [
    { key: 'process-leader', name: { sv: 'processledare', en: 'process leader' }, required: true },
    { key: 'member', name },
    { key: 'chair', name },
  ],
});
const lead = { role: 'process-leader', person: ANNA, organisation: 'RKL' };
const led = () => given(template).did('assign-role', lead);
const data = (after: Given) => after.last?.events.map((event) => event.data);

describe('assign-role', () => {
  it('gives a person a role from today on, and what it is for stays out of the event', () => {
    const one = given(template).did('assign-role', {
      ...lead,
      deputy: BO.toUpperCase(),
      share: 50,
      until: '2026-12-31',
      mandate: 'Leder arbetet',
    });
    expect(one.types).toEqual(['role.assigned']);
    const told = { role: 'process-leader', person: ANNA, organisation: 'RKL', deputy: BO, share: 50 };
    const days = { from: '2026-01-12', until: '2026-12-31' };
    expect(data(one)).toEqual([{ holding: 'holding-1', ...told, ...days, mandateText: 'text-1' }]);
    expect(holdingsOf(one.plan)).toEqual([
      { key: 'holding-1', ...told, ...days, mandateText: 'text-1', imported: false },
    ]);
  });

  it('INV-43 a required role has one holder at a time; others may have several', () => {
    const params = { role: 'process-leader', from: '2026-01-12' };
    expect(led().refused('assign-role', { ...lead, person: BO })).toMatchObject([
      { code: 'role-has-holder', field: '/role', params },
    ]);
    const member = { ...lead, role: 'member' };
    const several = led()
      .did('assign-role', member)
      .did('assign-role', { ...member, person: BO });
    expect(several.refused('assign-role', member)).toMatchObject([{ code: 'role-held-already', field: '/person' }]);
  });

  it('refuses a role that the template lacks, a deputy for oneself, and an end before the beginning', () => {
    const refused = (body: object) => given(template).refused('assign-role', { ...lead, ...body });
    expect(refused({ role: 'king' })).toEqual([{ code: 'unknown-record', field: '/role', params: { value: 'king' } }]);
    expect(refused({ workgroup: 'workgroup-1' })).toMatchObject([{ code: 'unknown-record', field: '/workgroup' }]);
    expect(refused({ deputy: ANNA.toUpperCase() })).toMatchObject([{ code: 'deputy-for-oneself' }]);
    expect(refused({ until: '2026-01-11' })).toMatchObject([{ code: 'role-ends-first', field: '/until' }]);
  });
});

describe('who has it', () => {
  it('INV-40 the holder, then the deputy, then whoever answers for the stage', () => {
    const plan = led().plan;
    const who = { person: ANNA, organisation: 'RKL', role: 'process-leader' };
    expect(whoFor(plan, template, 'process-leader', '2026-02-01')).toEqual({ ...who, as: 'holder' });
    expect(whoFor(plan, template, 'chair', '2026-02-01')).toEqual({ ...who, as: 'accountable' });
    expect(whoFor(plan, template, 'chair', '2026-01-11')).toBeNull();
    const short = given(template).did('assign-role', { ...lead, until: '2026-03-31', deputy: BO }).plan;
    expect(whoFor(short, template, 'process-leader', '2026-04-01')).toMatchObject({ person: BO, as: 'deputy' });
    expect(rolesOf(short, BO, '2026-02-01')).toEqual([{ role: 'process-leader', organisation: 'RKL', as: 'deputy' }]);
    expect(rolesOf(short, ANNA, '2026-04-01')).toEqual([]);
    expect(rolesOf(short, CILLA, '2026-02-01')).toEqual([]);
  });

  it('from the first day to the last', () => {
    const [one] = holdingsOf(given(template).did('assign-role', { ...lead, until: '2026-03-31' }).plan);
    const held = ['2026-01-11', '2026-01-12', '2026-03-31', '2026-04-01'].map((day) => one && isHeldOn(one, day));
    expect(held).toEqual([false, true, true, false]);
  });
});
