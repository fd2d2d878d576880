import { sayMissing, vocabulary } from '../../engine.js';
import { given, openTemplate } from '../../given.js';
import { insightsOf, standingInsightsOf, summaryOf } from './facts.js';

const saw = { insight: 'Hon väntar hellre i trapphuset.', from: 'residents', how: 'observation' };
const officer = { ...saw, from: 'officers', how: 'talk' };

/** The process may go on from its first stage when the criterion holds. */
function asking(kind: string, asked: object = {}) {
  const template = openTemplate();
  const criterion = { key: 'asked', kind, name: template.name, with: { ...asked } };
  const stages = template.stages.map((stage) => (stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage));
  return given({ ...template, stages });
}

describe('insights', () => {
  it('an insight says from whom and how, where and by whom; what it says is kept apart', () => {
    const bare = given().did('record-insight', saw);
    expect(bare.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['insight.recorded', { insight: 'insight-1', from: 'residents', how: 'observation', wordsText: 'text-1' }],
    ]);
    expect(bare.last?.texts).toMatchObject([{ key: 'text-1', field: 'words', text: saw.insight }]);
    const whole = bare.did('record-insight', { ...officer, place: 'Seved', organisation: 'MALMO' });
    expect(whole.last?.events[0]?.data).toEqual({
      insight: 'insight-2',
      from: 'officers',
      how: 'talk',
      place: 'Seved',
      organisation: 'MALMO',
      wordsText: 'text-2',
    });
    const made = { stage: 'begin', attempt: 1, round: 1 };
    expect(insightsOf(whole.plan)).toEqual([
      { key: 'insight-1', insight: 'text-1', from: 'residents', how: 'observation', ...made },
      {
        key: 'insight-2',
        insight: 'text-2',
        from: 'officers',
        how: 'talk',
        place: 'Seved',
        organisation: 'MALMO',
        ...made,
      },
    ]);
  });

  it('officers alone are not enough: residents, users or those who will carry it out are heard (B83)', () => {
    const none = asking('insights-recorded');
    expect(none.missing('insights-recorded')).toMatchObject([
      { code: 'insights-too-few', verb: 'record-insight', params: { min: 1, have: 0 } },
      { code: 'insights-not-heard', verb: 'record-insight', params: { from: 'residents, users, doers' } },
    ]);
    const desk = none.did('record-insight', officer).did('record-insight', { ...officer, from: 'others' });
    expect(desk.missing('insights-recorded')).toMatchObject([
      { code: 'insights-not-heard', verb: 'record-insight', params: { from: 'residents, users, doers' } },
    ]);
    expect(desk.open('advance')).toBe(false);
    for (const from of ['residents', 'users', 'doers'])
      expect(desk.did('record-insight', { ...saw, from }).open('advance')).toBe(true);
  });

  it('a template says how many, and who are to be heard', () => {
    const two = given().did('record-insight', saw).did('record-insight', officer);
    expect(two.missing('insights-recorded', { min: 2 })).toEqual([]);
    expect(two.missing('insights-recorded', { min: 3 })).toEqual([
      { code: 'insights-too-few', verb: 'record-insight', params: { min: 3, have: 2 } },
    ]);
    expect(two.missing('insights-recorded', { from: ['officers'] })).toEqual([]);
    const missing = two.missing('insights-recorded', { from: ['users', 'doers'] }) ?? [];
    expect(missing).toMatchObject([
      { code: 'insights-not-heard', verb: 'record-insight', params: { from: 'users, doers' } },
    ]);
    expect(sayMissing(missing, 'en')[0]?.message).toBe(
      'None of the insights comes from those who are to be heard: those who use it (users) or those who carry it out (doers).',
    );
    expect(sayMissing(missing, 'sv')[0]?.message).toContain(
      'de som använder det (users) eller de som utför det (doers)',
    );
  });

  it('the summary comes after the insights, and the latest counts (B81)', () => {
    const none = given();
    expect(none.open('summarise-insights')).toBe(false);
    expect(none.refused('summarise-insights', { summary: 'Kort' })).toEqual([{ code: 'no-insights' }]);
    const told = none.did('record-insight', saw);
    expect(told.open('summarise-insights')).toBe(true);
    expect(told.missing('insights-summarised')).toEqual([
      { code: 'insights-summary-missing', verb: 'summarise-insights' },
    ]);
    const summed = told.did('summarise-insights', { summary: 'Ingen vet var man kan sitta.' });
    expect(summed.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['insights.summarised', { summaryText: 'text-2' }],
    ]);
    expect(summed.missing('insights-summarised')).toEqual([]);
    const again = summed.did('summarise-insights', { summary: 'Och ingen frågar.' });
    expect(summaryOf(again.plan)).toBe('text-3');
    expect(insightsOf(again.plan)).toHaveLength(1);
    expect(again.did('record-insight', saw).missing('insights-summarised')).toEqual([]);
  });

  it('INV-05 a restart asks again, and the old insights are kept', () => {
    const again = given()
      .did('record-insight', saw)
      .did('summarise-insights', { summary: 'Kort' })
      .did('restart', { reason: 'Fel plats' });
    expect(again.missing('insights-recorded')).toHaveLength(2);
    expect(again.missing('insights-summarised')).toHaveLength(1);
    expect(standingInsightsOf(again.plan)).toEqual([]);
    expect(insightsOf(again.plan)).toHaveLength(1);
    expect(again.open('summarise-insights')).toBe(false);
    expect(again.did('record-insight', saw).last?.events[0]?.data).toMatchObject({ insight: 'insight-2' });
  });

  it('INV-26 a source may tell of the summary alone', () => {
    const imported = given().did('summarise-insights', { summary: 'Kort' }, { imported: true, occurredAt: '2011' });
    expect(imported.missing('insights-summarised')).toEqual([]);
    expect(imported.missing('insights-recorded')).toHaveLength(2);
    const told = imported.did('record-insight', saw, { imported: true });
    expect(insightsOf(told.plan)).toMatchObject([{ imported: true }]);
  });

  it('a template that asks for them opens what supplies them', () => {
    expect(vocabulary.criteria.get('insights-recorded')?.suppliedBy).toEqual(['record-insight']);
    expect(vocabulary.criteria.get('insights-summarised')?.suppliedBy).toEqual(['summarise-insights']);
  });
});
