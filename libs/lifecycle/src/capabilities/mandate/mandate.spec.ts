import type { Plan } from '../../engine/plan.js';
import { given, openTemplate } from '../../given.js';
import { mandatesOf } from './facts.js';
import { mandate } from './index.js';

const accountable = { role: 'process-leader', organisation: 'RKL' };

function gated(fields?: string[]) {
  const template = openTemplate();
  const criterion = {
    key: 'mandate',
    kind: 'mandate-recorded',
    name: template.name,
    ...(fields ? { with: { fields } } : {}),
  };
  const stages = template.stages.map((stage) => (stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage));
  return { ...template, stages };
}

describe('mandate', () => {
  it('is recorded part by part, and the plan goes on when what was asked for is there', () => {
    const first = given(gated()).did('record-mandate', { purpose: 'Motverka ensamhet', goal: 'Fler sammanhang' });
    expect(first.types).toEqual(['mandate.recorded']);
    const codes = first.refused('advance')[0]?.missing?.map((one) => one.code);
    expect(codes).toEqual(['mandate-accountable-missing', 'mandate-evaluation-plan-missing']);
    const whole = first.did('record-mandate', { accountable, evaluationPlan: 'Följeforskning' });
    expect(whole.did('advance').plan.stage).toBe('finish');
  });

  it('asks for the parts that the template names, each with words of its own', () => {
    const fields = ['purpose', 'goal', 'background', 'giver', 'evaluation-plan', 'financing', 'accountable', 'period'];
    const codes =
      given()
        .missing('mandate-recorded', { fields })
        ?.map((one) => one.code) ?? [];
    expect(codes).toHaveLength(8);
    expect(codes.filter((code) => !(code in mandate.words))).toEqual([]);
    const giver = given(gated(['giver'])).did('record-mandate', { giver: 'Regionstyrelsen' });
    expect(giver.open('advance')).toBe(true);
  });

  it('INV-54 keeps the prose out of the event', () => {
    const recorded = given().did('record-mandate', { purpose: 'Motverka ensamhet', financing: 'ERUF' });
    expect(JSON.stringify(recorded.last?.events)).not.toContain('ensamhet');
    expect(recorded.last?.texts.map(({ key, field }) => [key, field])).toEqual([
      ['text-1', 'purpose'],
      ['text-2', 'financing'],
    ]);
  });

  it('a part written anew replaces its text, and the mandate keeps its first day', () => {
    const twice = given()
      .did('record-mandate', { purpose: 'Ett' }, { occurredAt: '2021' })
      .did('record-mandate', { purpose: 'Två', goal: 'Mål' });
    expect(mandatesOf(twice.plan)).toMatchObject([{ at: '2021', written: { purpose: 'text-2', goal: 'text-3' } }]);
    expect(mandate.anchors?.['mandate-recorded']?.(twice.plan)).toMatchObject([{ record: 'mandate-1', at: '2021' }]);
  });

  it('an empty one is refused; INV-26 imported history may know no more than that there was one', () => {
    expect(given().refused('record-mandate')).toMatchObject([{ code: 'mandate-empty' }]);
    const known = given().did('record-mandate', {}, { imported: true, occurredAt: null });
    expect(known.missing('mandate-recorded', { fields: ['purpose'] })).toHaveLength(1);
  });

  it('INV-05 a restart asks for the mandate again and keeps the old one', () => {
    const again = given(gated(['purpose']))
      .did('record-mandate', { purpose: 'Ett' })
      .did('restart', { reason: 'Nytt läge' });
    expect(again.open('advance')).toBe(false);
    const second = again.did('record-mandate', { purpose: 'Två' });
    expect(second.open('advance')).toBe(true);
    expect(mandatesOf(second.plan).map((one) => one.key)).toEqual(['mandate-1', 'mandate-2']);
    expect(mandate.anchors?.['mandate-recorded']?.(second.plan)).toMatchObject([{ record: 'mandate-2' }]);
  });

  it('B58 is given for a period, as precisely as it was told, and the period is reminded of by its last day', () => {
    const period = { from: '2026-22', until: '2029-12-31' };
    const none = given(gated(['period']));
    expect(none.refused('advance')[0]?.missing).toMatchObject([
      { code: 'mandate-period-missing', verb: 'record-mandate' },
    ]);
    expect(ends(none.did('record-mandate', { goal: 'Service' }).plan)).toEqual([]);
    const recorded = none.did('record-mandate', { period });
    expect(recorded.last?.events[0]?.data).toEqual({ mandate: 'mandate-1', period });
    expect(recorded.open('advance')).toBe(true);
    expect(ends(recorded.plan)).toEqual([{ record: 'mandate-1', at: '2029-12-31', imported: false }]);
  });

  it('a mandate that is prolonged keeps the day from which it was given', () => {
    const longer = given()
      .did('record-mandate', { period: { from: '2026-01-01', until: '2029-12-31' } })
      .did('record-mandate', { goal: 'Service' })
      .did('record-mandate', { period: { until: '2031-12-31' } });
    expect(mandatesOf(longer.plan)[0]?.period).toEqual({ from: '2026-01-01', until: '2031-12-31', imported: false });
    expect(ends(longer.did('record-mandate', { period: { from: '2026' } }).plan)).toMatchObject([{ at: '2031-12-31' }]);
  });

  it('INV-26 nothing falls due from a period that was brought in from elsewhere, until somebody tells it anew', () => {
    const known = given().did('record-mandate', { period: { until: '2029-12-31' } }, { imported: true });
    expect(ends(known.plan)).toEqual([{ record: 'mandate-1', at: '2029-12-31', imported: true }]);
    expect(ends(known.did('record-mandate', { goal: 'Service' }).plan)).toMatchObject([{ imported: true }]);
    const told = known.did('record-mandate', { period: { until: '2029-12-31' } });
    expect(ends(told.plan)).toMatchObject([{ imported: false }]);
    expect(ends(told.did('restart', { reason: 'Nytt läge' }).plan)).toEqual([]);
  });

  it('refuses a period without an end and a beginning, and one that ends before it begins', () => {
    expect(given().refused('record-mandate', { period: {} })).toEqual([
      { code: 'mandate-period-empty', field: '/period' },
    ]);
    const params = { from: '2027-01-02', until: '2027-01-01' };
    expect(given().refused('record-mandate', { period: params })).toEqual([
      { code: 'mandate-period-ends-first', field: '/period/until', params },
    ]);
    const until = given().did('record-mandate', { period: { until: '2027-01-01' } });
    expect(until.refused('record-mandate', { period: { from: '2027-01-02' } })).toMatchObject([
      { field: '/period/from', params },
    ]);
    const from = given().did('record-mandate', { period: { from: '2027-01-02' } });
    expect(from.refused('record-mandate', { period: { until: '2027-01-01' } })).toMatchObject([
      { field: '/period/until', params },
    ]);
  });

  it('INV-25 compares days alone: a year may hold both ends, and a day is a whole one', () => {
    const taken = [
      { from: '2027-01-01', until: '2027-01-01' },
      { from: '2027-06-01', until: '2027' },
      { from: '2027', until: '2027-01-01' },
      { from: '2027-01-01T09:00:00+01:00', until: '2027-01-01' },
    ];
    for (const period of taken) expect(given().did('record-mandate', { period }).types).toEqual(['mandate.recorded']);
  });

  it('INV-26 a mandate that was brought in from elsewhere is not reminded of, whatever is added to it', () => {
    const known = given().did('record-mandate', { goal: 'Service' }, { imported: true, occurredAt: '2021' });
    const days = (plan: Plan) => mandate.anchors?.['mandate-recorded']?.(plan);
    expect(days(known.did('record-mandate', { purpose: 'Nära' }).plan)).toEqual([
      { record: 'mandate-1', at: '2021', imported: true },
    ]);
    const own = given().did('record-mandate', { goal: 'Service' }, { occurredAt: '2021' });
    expect(days(own.plan)).toEqual([{ record: 'mandate-1', at: '2021', imported: false }]);
  });

  it('says what supplies the criterion, and takes the parts that there are', () => {
    const { suppliedBy, with: taken } = mandate.criteria['mandate-recorded'] ?? {};
    const written = ['purpose', 'goal', 'background', 'giver', 'evaluation-plan', 'financing'];
    expect(suppliedBy).toEqual(['record-mandate']);
    expect(taken).toMatchObject({ properties: { fields: { items: { enum: [...written, 'accountable', 'period'] } } } });
  });

  it('a mandate of an earlier attempt stays as it was', () => {
    const second = given()
      .did('record-mandate', { purpose: 'Ett', accountable })
      .did('restart', { reason: 'Nytt läge' })
      .did('record-mandate', { purpose: 'Två' })
      .did('record-mandate', { goal: 'Mål' });
    expect(mandatesOf(second.plan)).toMatchObject([
      { key: 'mandate-1', written: { purpose: 'text-1' }, accountable },
      { key: 'mandate-2', written: { purpose: 'text-3', goal: 'text-4' } },
    ]);
    expect(mandatesOf(second.plan)[1]).not.toHaveProperty('accountable');
  });
});

function ends(plan: Plan) {
  return mandate.anchors?.['mandate-ends']?.(plan);
}
