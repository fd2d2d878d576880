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
    const fields = ['purpose', 'goal', 'background', 'giver', 'evaluation-plan', 'financing', 'accountable'];
    const codes =
      given()
        .missing('mandate-recorded', { fields })
        ?.map((one) => one.code) ?? [];
    expect(codes).toHaveLength(7);
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
});
