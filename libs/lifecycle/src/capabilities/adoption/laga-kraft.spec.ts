import { vocabulary } from '../../engine.js';
import { given, type Given } from '../../given.js';
import { lastDayToAppeal } from './appeal.js';
import { latestDecision, stepOf } from './ledger.js';

// The clock of `given` begins on 12 January 2026.
const adopted = (party: { light?: boolean; association?: boolean } = {}) =>
  given()
    .did('add-party', { organisation: 'HOGSBY', ...party })
    .did('submit-version', {}, { imported: true })
    .did('record-decision', { organisation: 'HOGSBY', decision: 'yes' });

const on = (day: string) => ({ organisation: 'HOGSBY', on: day });
const announced = () =>
  adopted().after(20).did('record-adjusted-minutes', on('2026-01-20')).did('announce-decision', on('2026-01-21'));
const step = (plan: Given) => stepOf(latestDecision(plan.plan, 'HOGSBY'));
const missing = (plan: Given) => plan.missing('decisions-final')?.[0];

describe('from a decision to laga kraft', () => {
  it('goes by minutes, notice board and appeal period, and says at each step what comes next', () => {
    expect(missing(adopted())).toMatchObject({ verb: 'record-adjusted-minutes', by: { organisation: 'HOGSBY' } });
    const adjusted = adopted().after(20).did('record-adjusted-minutes', on('2026-01-20'));
    expect(missing(adjusted)).toMatchObject({ verb: 'announce-decision' });
    const board = adjusted.did('announce-decision', on('2026-01-21'));
    expect(missing(board)).toMatchObject({ verb: 'record-finality', params: { until: '2026-02-11' } });
    const final = board.after(40).did('record-finality', { organisation: 'HOGSBY', final: true });
    expect(missing(final)).toBeUndefined();
    expect([adopted(), adjusted, board, final].map(step)).toEqual(['yes', 'adjusted', 'announced', 'final']);
  });

  it('the last day to appeal follows from an exact day on the notice board, and a person may set another', () => {
    expect(announced().types).toEqual(['decision.announced', 'appeal-period.set']);
    expect(announced().last?.events[1]?.data).toMatchObject({ until: '2026-02-11', proposed: true });
    const set = announced().did('set-appeal-period', { organisation: 'HOGSBY', until: '2026-02-20' });
    expect(set.last?.events[0]?.data).toMatchObject({ proposed: false });
    expect(vocabulary.anchors.get('appeal-period-ends')?.(set.plan)).toEqual([
      { record: 'decision-1', at: '2026-02-20', imported: false },
    ]);
    expect(set.refused('set-appeal-period', { organisation: 'HOGSBY', until: '2026-01-20' })).toMatchObject([
      { code: 'step-too-early' },
    ]);
  });

  it('INV-25 no last day follows from a day that is not exact', () => {
    const vague = adopted()
      .after(60)
      .did('record-adjusted-minutes', on('2026-01'))
      .did('announce-decision', on('2026-02'));
    expect(vague.types).toEqual(['decision.announced']);
    expect(missing(vague)).toMatchObject({ verb: 'set-appeal-period' });
    expect(vague.refused('record-finality', { organisation: 'HOGSBY', final: true })).toMatchObject([
      { code: 'appeal-period-not-set', missing: [{ verb: 'set-appeal-period' }] },
    ]);
  });

  it.each([
    ['2026-01-21', '2026-02-11'],
    ['2026-02-28', '2026-03-23'], // 21 March is a Saturday
    ['2026-03-13', '2026-04-07'], // Good Friday to Easter Monday
    ['2026-12-03', '2026-12-28'], // Christmas Eve, two days of Christmas and a Sunday
    ['2026-05-29', '2026-06-22'], // Midsummer's Eve
    ['2024-02-15', '2024-03-07'], // over a leap day
  ])('announced on %s it can be appealed until %s (KL 13 kap. 5 §)', (day, last) => {
    expect(lastDayToAppeal(day)).toBe(last);
  });

  it('an instant counts by its day in Sweden (INV-42)', () => {
    const late = adopted().after(20).did('record-adjusted-minutes', on('2026-01-20'));
    const board = late.did('announce-decision', on('2026-01-21T23:30:00Z'));
    expect(board.last?.events[1]?.data).toMatchObject({ until: '2026-02-12' });
  });

  it('refuses what comes before the step that it rests on', () => {
    expect(adopted().refused('announce-decision', on('2026-01-12'))).toMatchObject([{ code: 'no-adjusted-minutes' }]);
    expect(adopted().refused('record-adjusted-minutes', on('2026-01-11'))).toMatchObject([
      { code: 'step-too-early', field: '/on' },
    ]);
    expect(adopted().refused('record-adjusted-minutes', on('2026-02-01'))).toMatchObject([
      { code: 'lies-ahead', field: '/on' },
    ]);
    expect(adopted().refused('set-appeal-period', { organisation: 'HOGSBY', until: '2026-02-01' })).toMatchObject([
      { code: 'nothing-announced' },
    ]);
    expect(announced().refused('record-finality', { organisation: 'HOGSBY', final: true })).toMatchObject([
      { code: 'appeal-period-open' },
    ]);
    const two = adopted().did('add-party', { organisation: 'RKL' });
    expect(two.refused('record-adjusted-minutes', { organisation: 'RKL' })).toMatchObject([
      { code: 'party-has-not-decided' },
    ]);
    expect(two.refused('record-adjusted-minutes', { organisation: 'SLU' })).toMatchObject([{ code: 'unknown-record' }]);
  });

  it('an appealed decision becomes final when the court has had its say', () => {
    const appealed = announced().did('record-finality', { organisation: 'HOGSBY', final: false });
    expect(appealed.types).toEqual(['decision.appealed']);
    expect(missing(appealed)).toMatchObject({ code: 'decision-under-appeal' });
    expect(vocabulary.anchors.get('appeal-period-ends')?.(appealed.plan)).toEqual([]);
    expect(appealed.refused('record-finality', { organisation: 'HOGSBY', final: false })).toMatchObject([
      { code: 'decision-already-appealed' },
    ]);
    const final = appealed.after(200).did('record-finality', { organisation: 'HOGSBY', final: true });
    expect(step(final)).toBe('final');
    expect(final.open('record-finality')).toBe(false);
    expect(final.refused('announce-decision', on('2026-02-01'))).toMatchObject([{ code: 'no-adjusted-minutes' }]);
  });

  it("an association decides by its board: its yes needs no notice board; a small municipality's does", () => {
    const association = adopted({ association: true });
    expect(association.missing('decisions-final')).toEqual([]);
    expect(step(association.did('record-finality', { organisation: 'HOGSBY', final: true }))).toBe('final');
    const announcing = adopted({ association: true }).after(20).did('announce-decision', on('2026-01-21'));
    expect(announcing.types).toEqual(['decision.announced']);
    const small = adopted({ light: true });
    expect(missing(small)).toMatchObject({ verb: 'record-adjusted-minutes' });
    expect(small.open('announce-decision')).toBe(false);
  });

  it('what only prepares cannot be appealed (KL 13 kap. 2 §): no last day follows for a deferral or a sending back', () => {
    for (const decision of ['deferred', 'sent-back']) {
      const { types } = given()
        .did('add-party', { organisation: 'HOGSBY' })
        .did('submit-version', {}, { imported: true })
        .did('record-decision', { organisation: 'HOGSBY', decision })
        .after(20)
        .did('record-adjusted-minutes', on('2026-01-20'))
        .did('announce-decision', on('2026-01-21'));
      expect(types).toEqual(['decision.announced']);
    }
  });

  it('a step said again corrects its day', () => {
    const corrected = announced().did('announce-decision', on('2026-01-22'));
    expect(latestDecision(corrected.plan, 'HOGSBY')).toMatchObject({
      announced: { on: '2026-01-22' },
      appealUntil: '2026-02-12',
    });
  });
});
