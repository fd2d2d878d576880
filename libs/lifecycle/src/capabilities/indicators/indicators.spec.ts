import { given } from '../../given.js';

const confidence = {
  code: 'IND-1',
  name: 'Minst 65 % känner tilltro till samarbetet',
  target: { value: 65, unit: 'percent', operator: 'at-least' },
  population: 'de tillfrågade aktörerna',
};
const analyses = {
  code: 'IND-2',
  name: 'Minst 2 analyser är genomförda och förankrade',
  target: { value: 2, unit: 'analyses', operator: 'at-least', conditions: ['genomförda', 'förankrade'] },
};
const percent = (value: number) => ({ value, unit: 'percent', qualifier: 'about' });
const two = { value: 2, unit: 'analyses', qualifier: 'exact' };
const asked = 'tjänstepersoner på region och kommun';
const facts = (plan: { facts: Record<string, unknown> }) => plan.facts['indicators'];

describe('indicators', () => {
  it('INV-29 measuring gives the assessment with what it rests on', () => {
    const measured = given()
      .did('set-target', analyses)
      .did('measure-indicator', { indicator: 'IND-2', outcome: two, conditionsMet: ['genomförda'] });
    expect(measured.last?.events).toMatchObject([
      { type: 'indicator.measured' },
      {
        type: 'indicator.assessed',
        data: { target: 1, assessment: 'partly-evidenced', basis: { params: { conditions: 'förankrade' } } },
      },
    ]);
    expect(facts(measured.plan)).toMatchObject({ indicators: [{ assessed: { assessment: 'partly-evidenced' } }] });
  });

  it('INV-30 a target changed after the first measurement keeps both, with a reason, and is assessed anew', () => {
    const measured = given().did('set-target', analyses).did('measure-indicator', { indicator: 'IND-2', outcome: two });
    const three = { ...analyses, target: { value: 3, unit: 'analyses', operator: 'at-least' } };
    expect(measured.refused('set-target', three)).toMatchObject([
      { code: 'target-change-needs-reason', field: '/reason' },
    ]);
    const changed = measured.did('set-target', { ...three, reason: 'En analys till blev av' });
    expect(changed.types).toEqual(['indicator.target-set', 'indicator.assessed']);
    expect(facts(changed.plan)).toMatchObject({
      indicators: [
        { targets: [{ value: 2 }, { value: 3, reasonText: 'text-1' }], assessed: { target: 2, assessment: 'not-met' } },
      ],
    });
    expect(JSON.stringify(changed.last?.events)).not.toContain('blev av');
  });

  it('INV-30 before the first measurement a target may be changed without a reason, and both are kept', () => {
    const changed = given()
      .did('set-target', analyses)
      .did('set-target', { ...analyses, target: { ...analyses.target, value: 4 } });
    expect(changed.types).toEqual(['indicator.target-set']);
    expect(facts(changed.plan)).toMatchObject({ indicators: [{ targets: [{ value: 2 }, { value: 4 }] }] });
  });

  it('INV-27 an outcome in another unit is never held against the target', () => {
    const set = given().did('set-target', analyses);
    expect(set.refused('measure-indicator', { indicator: 'IND-2', outcome: percent(70) })).toMatchObject([
      { code: 'outcome-in-another-unit', field: '/outcome/unit' },
    ]);
    const inPlans = { ...analyses, target: { value: 1, unit: 'plans', operator: 'at-least' }, reason: 'Nytt mått' };
    const changed = set.did('measure-indicator', { indicator: 'IND-2', outcome: two }).did('set-target', inPlans);
    expect(changed.types).toEqual(['indicator.target-set']);
    expect(changed.missing('indicators-measured')).toMatchObject([{ params: { indicator: 'IND-2' } }]);
  });

  it('INV-31 a result names who was asked, with a note when that is not the population', () => {
    const set = given().did('set-target', confidence);
    const measure = { indicator: 'IND-1', outcome: percent(70) };
    expect(set.refused('measure-indicator', measure)).toMatchObject([{ code: 'asked-missing', field: '/asked' }]);
    expect(set.refused('measure-indicator', { ...measure, asked })).toMatchObject([
      { code: 'asked-others-needs-note', field: '/note', params: { asked, population: confidence.population } },
    ]);
    const noted = set.did('measure-indicator', { ...measure, asked, note: 'Civilsamhället tillfrågades inte.' });
    expect(noted.last?.texts).toMatchObject([{ field: 'note' }]);
    expect(set.did('measure-indicator', { ...measure, asked: 'De tillfrågade aktörerna ' }).types).toHaveLength(2);
  });

  it('INV-26 imported history that names no indicator has not measured them', () => {
    expect(given().missing('indicators-measured')).toEqual([]);
    const silent = given().did('record-lesson', { lesson: 'x' }, { imported: true });
    expect(silent.missing('indicators-measured')).toMatchObject([{ code: 'indicators-too-few' }]);
  });

  it('INV-26 imported results may be silent on who was asked', () => {
    const set = given().did('set-target', confidence, { imported: true });
    const measured = set.did(
      'measure-indicator',
      { indicator: 'IND-1', outcome: percent(70), asked },
      { imported: true },
    );
    expect(facts(measured.plan)).toMatchObject({ indicators: [{ assessed: { assessment: 'met-approximately' } }] });
    expect(measured.did('set-target', confidence, { imported: true }).types).toContain('indicator.assessed');
  });

  it('every indicator is measured, or said not to be and why', () => {
    const set = given().did('set-target', confidence).did('set-target', analyses);
    expect(set.missing('indicators-set', { min: 2 })).toEqual([]);
    expect(set.missing('indicators-set', { min: 3 })).toMatchObject([{ params: { min: 3, have: 2 } }]);
    expect(set.missing('indicators-measured')).toHaveLength(2);
    const one = set.did('measure-indicator', { indicator: 'IND-2', outcome: two });
    expect(one.missing('indicators-measured')).toMatchObject([
      { code: 'indicator-not-measured', verb: 'measure-indicator', params: { indicator: 'IND-1' } },
    ]);
    const none = one.did('declare-not-measured', { indicator: 'IND-1', reason: 'Ingen enkät skickades' });
    expect(none.types).toEqual(['indicator.declared-not-measured', 'indicator.assessed']);
    expect(none.missing('indicators-measured')).toEqual([]);
    const after = none.did('measure-indicator', { indicator: 'IND-1', outcome: percent(70), asked, note: 'Sent svar' });
    expect(after.refused('declare-not-measured', { indicator: 'IND-1', reason: 'X' })).toMatchObject([
      { code: 'indicator-already-measured' },
    ]);
    expect(facts(after.plan)).toMatchObject({ indicators: [{ assessed: { assessment: 'met-approximately' } }, {}] });
  });

  it('INV-05 a new attempt keeps the targets and measures anew', () => {
    const again = given()
      .did('set-target', analyses)
      .did('measure-indicator', { indicator: 'IND-2', outcome: two })
      .did('restart', { reason: 'Vi tar nya tag', to: 'begin' });
    expect(again.missing('indicators-set')).toEqual([]);
    expect(again.missing('indicators-measured')).toHaveLength(1);
    const declared = again.did('declare-not-measured', { indicator: 'IND-2', reason: 'Inga nya analyser' });
    expect(declared.missing('indicators-measured')).toEqual([]);
  });

  it('refuses an indicator or a condition that it does not know', () => {
    const set = given().did('set-target', analyses);
    const measure = { indicator: 'IND-2', outcome: two, conditionsMet: ['genomförda', 'finansierade'] };
    expect(set.refused('measure-indicator', measure)).toMatchObject([
      { code: 'no-such-condition', field: '/conditionsMet/1' },
    ]);
    for (const verb of ['measure-indicator', 'declare-not-measured'])
      expect(set.refused(verb, { ...measure, indicator: 'IND-9' })).toMatchObject([{ field: '/indicator' }]);
    expect(given().open('measure-indicator')).toBe(false);
    expect(given().open('declare-not-measured')).toBe(false);
    expect(set.open('measure-indicator')).toBe(true);
  });
});
