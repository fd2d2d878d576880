import { sayReason, vocabulary } from '../../engine.js';
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
      { record: 'decision-1', at: '2026-02-20', imported: false, organisation: 'HOGSBY' },
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

  it('tells each step by its codes, to whom it belongs and what comes before it', () => {
    const who = { params: { organisation: 'HOGSBY' }, by: { organisation: 'HOGSBY' } };
    const adjusted = adopted().after(60).did('record-adjusted-minutes', on('2026-01'));
    const vague = adjusted.did('announce-decision', on('2026-02'));
    expect([adopted(), adjusted, vague, announced()].map((plan) => plan.missing('decisions-final'))).toEqual([
      [{ code: 'minutes-to-adjust', verb: 'record-adjusted-minutes', ...who }],
      [{ code: 'decision-to-announce', verb: 'announce-decision', ...who }],
      [{ code: 'appeal-period-to-set', verb: 'set-appeal-period', ...who }],
      [
        {
          code: 'decision-to-become-final',
          verb: 'record-finality',
          params: { organisation: 'HOGSBY', until: '2026-02-11' },
          by: { organisation: 'HOGSBY' },
        },
      ],
    ]);
    const appealed = announced().did('record-finality', { organisation: 'HOGSBY', final: false });
    expect(appealed.missing('decisions-final')).toEqual([
      { code: 'decision-under-appeal', verb: 'record-finality', ...who },
    ]);
    expect(step(appealed)).toBe('appealed');
  });

  const two = () =>
    given()
      .did('add-party', { organisation: 'HOGSBY' })
      .did('add-party', { organisation: 'RKL' })
      .did('submit-version', {}, { imported: true })
      .did('record-decision', { organisation: 'RKL', decision: 'yes' })
      .did('record-decision', { organisation: 'HOGSBY', decision: 'yes' })
      .after(60)
      .did('record-adjusted-minutes', on('2026-01-20'));
  const before = (verb: string, organisation = 'RKL') => {
    const names = { step: vocabulary.verbs.get(verb)?.verb.name };
    return {
      params: { organisation },
      missing: [{ code: 'step-before', params: { organisation }, names, verb, by: { organisation } }],
    };
  };

  it('each decision goes its own way: what one body has done does not serve another', () => {
    const rkl = { organisation: 'RKL' };
    expect(two().refused('announce-decision', rkl)).toEqual([
      { code: 'minutes-not-adjusted', ...before('record-adjusted-minutes') },
    ]);
    const one = two().did('announce-decision', on('2026-01-21'));
    expect(one.refused('set-appeal-period', { ...rkl, until: '2026-05-01' })).toEqual([
      { code: 'decision-not-announced', ...before('announce-decision') },
    ]);
    expect(one.refused('record-finality', { ...rkl, final: true })).toEqual([
      { code: 'minutes-not-adjusted', ...before('record-adjusted-minutes') },
    ]);
    const final = one.did('record-finality', { organisation: 'HOGSBY', final: true, on: '2026-02-12' });
    expect(latestDecision(final.plan, 'HOGSBY')).toMatchObject({ final: { on: '2026-02-12' } });
    expect(latestDecision(final.plan, 'RKL')).not.toHaveProperty('adjusted');
    expect(final.refused('record-adjusted-minutes', on('2026-01-22'))).toEqual([
      { code: 'decision-already-final', params: { organisation: 'HOGSBY' } },
    ]);
    expect(final.refused('record-adjusted-minutes', { organisation: 'SLU' })).toEqual([
      { code: 'unknown-record', field: '/organisation', params: { value: 'SLU' } },
    ]);
  });

  it('finality waits for the notice board, and says so before anybody tries, in words', () => {
    const adjusted = adopted().after(20).did('record-adjusted-minutes', on('2026-01-20'));
    const [reason] = adjusted.refused('record-finality', { organisation: 'HOGSBY', final: false });
    expect(reason).toEqual({ code: 'decision-not-announced', ...before('announce-decision', 'HOGSBY') });
    expect(reason && sayReason(reason, 'en').missing[0]?.message).toBe(
      'The step before is missing for HOGSBY: Announce the decision.',
    );
    const open = [adopted(), adjusted, two(), announced(), adopted({ association: true })];
    expect(open.map((plan) => plan.open('record-finality'))).toEqual([false, false, false, true, true]);
    const final = announced().after(40).did('record-finality', { organisation: 'HOGSBY', final: true });
    expect(final.refused('record-finality', { organisation: 'HOGSBY', final: true })).toEqual([
      { code: 'no-open-decision' },
    ]);
  });

  it('a body that has not decided has no steps to take', () => {
    const late = two().did('announce-decision', on('2026-01-21')).did('add-party', { organisation: 'SLU' });
    expect(late.refused('record-finality', { organisation: 'SLU', final: true })).toEqual([
      { code: 'party-has-not-decided', ...before('record-decision', 'SLU') },
    ]);
    expect(late.missing('decisions-final')?.map(({ params }) => params?.['organisation'])).toEqual(['HOGSBY', 'RKL']);
  });

  it('no step comes before the one that it rests on, and the last day to appeal is over before it is final', () => {
    const early = (verb: string, plan: Given, day: string, since: string, field = '/on') =>
      expect(plan.refused(verb, { ...on(day), until: day, final: false })).toEqual([
        { code: 'step-too-early', field, params: { day, before: since } },
      ]);
    const decided = adopted().after(60);
    early('record-adjusted-minutes', decided, '2026-01-11', '2026-01-12');
    const adjusted = decided.did('record-adjusted-minutes', on('2026-01-20'));
    early('announce-decision', adjusted, '2026-01-19', '2026-01-20');
    const board = adjusted.did('announce-decision', on('2026-01-21'));
    early('set-appeal-period', board, '2026-01-20', '2026-01-21', '/until');
    early('record-finality', board, '2026-01-20', '2026-01-21');
    expect(decided.refused('record-adjusted-minutes', on('2027-01-01'))).toEqual([
      { code: 'lies-ahead', field: '/on', params: { when: '2027-01-01' } },
    ]);
    const onLastDay = announced().after(10);
    expect(onLastDay.setting().now.slice(0, 10)).toBe('2026-02-11');
    expect(onLastDay.refused('record-finality', { organisation: 'HOGSBY', final: true })).toEqual([
      { code: 'appeal-period-open', params: { organisation: 'HOGSBY', until: '2026-02-11' } },
    ]);
    const dayAfter = onLastDay.after(1).did('record-finality', { organisation: 'HOGSBY', final: true });
    expect(dayAfter.types).toEqual(['decision.became-final']);
  });

  it('a no can be appealed too, and is announced as a yes is', () => {
    const no = given()
      .did('add-party', { organisation: 'HOGSBY' })
      .did('submit-version', {}, { imported: true })
      .did('record-decision', { organisation: 'HOGSBY', decision: 'no' })
      .after(20)
      .did('record-adjusted-minutes', on('2026-01-20'))
      .did('announce-decision', on('2026-01-21'));
    expect(no.types).toEqual(['decision.announced', 'appeal-period.set']);
    expect(no.missing('decisions-final')).toEqual([{ code: 'version-not-adopted', verb: 'record-decision' }]);
  });

  it('INV-26 imported history may tell of any step without those before it, and sets no last day by itself', () => {
    const imported = { imported: true, occurredAt: '2021-05' };
    const told = adopted().did('announce-decision', { organisation: 'HOGSBY' }, { imported: true, occurredAt: null });
    expect(told.types).toEqual(['decision.announced']);
    expect(latestDecision(told.plan, 'HOGSBY')?.announced).toEqual({ on: null });
    const until = { organisation: 'HOGSBY', until: '2021-06-01' };
    expect(adopted().did('set-appeal-period', until, imported).types).toEqual(['appeal-period.set']);
    const final = adopted().did('record-finality', { organisation: 'HOGSBY', final: true }, imported);
    expect(step(final)).toBe('final');
  });
});
