import { given } from '../../given.js';
import { trialsOf } from './facts.js';
import { accepted, bulk, judgedBy, lesson, planned, running, worked, failed, data } from './given-trial.js';

describe('trials', () => {
  it('INV-47 a trial starts only with an accepted risk, a cost ceiling and a scale', () => {
    const bare = given().did('plan-trial', { title: 'Gemensamma inköp' });
    expect(data(bare)).toEqual({ trial: 'trial-1', trialRound: 1, title: 'Gemensamma inköp' });
    expect(bare.open('start-trial')).toBe(false);
    const about = { trial: 'trial-1', title: 'Gemensamma inköp' };
    const noRisk = { code: 'trial-without-risk', missing: [{ code: 'risk-missing', verb: 'accept-risk' }] };
    const ceiling = { code: 'trial-without-ceiling', verb: 'set-trial-terms', params: about };
    const scale = { code: 'trial-without-scale', verb: 'set-trial-terms', params: about };
    expect(bare.refused('start-trial', { trial: 'trial-1' })).toEqual([
      noRisk,
      { code: 'trial-without-terms', missing: [ceiling, scale] },
    ]);
    const scaled = bare.did('set-trial-terms', { trial: 'trial-1', scale: 'ett kvarter' }).did('accept-risk', accepted);
    expect(scaled.refused('start-trial', { trial: 'trial-1' })).toEqual([
      { code: 'trial-without-terms', missing: [ceiling] },
    ]);
    const free = scaled.did('set-trial-terms', { trial: 'trial-1', ceilingSek: 0 });
    expect(free.open('start-trial')).toBe(true);
    const started = free.did('start-trial', { trial: 'trial-1' });
    expect(started.last?.events).toMatchObject([{ type: 'trial.started', data: { trial: 'trial-1' } }]);
    expect(trialsOf(started.plan)).toEqual([
      {
        key: 'trial-1',
        trialRound: 1,
        title: 'Gemensamma inköp',
        scale: 'ett kvarter',
        ceilingSek: 0,
        status: 'running',
        started: { on: started.plan.recordedAt },
        imported: false,
        stage: 'begin',
        attempt: 1,
        round: 1,
      },
    ]);
  });

  it('INV-47 of several planned trials the one that lacks its terms waits, and the other starts', () => {
    const two = planned().did('plan-trial', { title: 'Odling' });
    expect(two.open('start-trial')).toBe(true);
    expect(two.refused('start-trial', { trial: 'trial-2' })).toEqual([
      {
        code: 'trial-without-terms',
        field: '/trial',
        missing: [
          { code: 'trial-without-ceiling', verb: 'set-trial-terms', params: { trial: 'trial-2', title: 'Odling' } },
          { code: 'trial-without-scale', verb: 'set-trial-terms', params: { trial: 'trial-2', title: 'Odling' } },
        ],
      },
    ]);
    expect(two.did('start-trial', { trial: 'trial-1' }).types).toEqual(['trial.started']);
  });

  it('INV-47 a solution is scaled up only after it is judged to work, one step at a time', () => {
    expect(given().refused('scale-up', { trial: 'trial-1', scale: 'stadsdelen' })).toEqual([
      { code: 'no-working-trial' },
    ]);
    const other = worked(failed().did('plan-trial', bulk).did('start-trial', { trial: 'trial-2' }), 'trial-2');
    expect(failed().open('scale-up')).toBe(false);
    expect(other.open('scale-up')).toBe(true);
    expect(other.refused('scale-up', { trial: 'trial-1', scale: 'stadsdelen' })).toEqual([
      { code: 'trial-not-working', field: '/trial', params: { trial: 'Gemensamma inköp' } },
    ]);
    const up = { trial: 'trial-2', scale: 'hela stadsdelen' };
    const scaled = other.did('scale-up', up);
    expect(scaled.types).toEqual(['solution.scaled-up']);
    expect(data(scaled)).toEqual(up);
    expect(trialsOf(scaled.plan)[1]).toMatchObject({ status: 'working', scaledUpTo: 'hela stadsdelen' });
    expect(scaled.refused('scale-up', up)).toEqual([
      {
        code: 'already-scaled-so',
        field: '/scale',
        params: { trial: 'Gemensamma inköp', scale: 'hela stadsdelen' },
      },
    ]);
    const wider = scaled.did('scale-up', { ...up, scale: 'staden' });
    expect(trialsOf(wider.plan)[1]).toMatchObject({ scaledUpTo: 'staden' });
  });

  it('INV-48 a failed trial is a result: it needs a lesson, and opens the next round', () => {
    const evaluation = { trial: 'trial-1', outcome: 'failed', judgedBy };
    for (const none of [evaluation, { ...evaluation, lesson: '' }])
      expect(running().refused('evaluate-trial', none)).toEqual([
        { code: 'failed-trial-without-lesson', field: '/lesson', params: { trial: 'Gemensamma inköp' } },
      ]);
    const result = failed();
    expect(result.last?.events.map(({ type, data: told }) => [type, told])).toEqual([
      ['trial.evaluated', { trial: 'trial-1', outcome: 'failed', judgedBy, lesson: 'lesson-1' }],
      ['lesson.recorded', { lesson: 'lesson-1', organisation: 'RKL', worked: false, lessonText: 'text-1' }],
    ]);
    expect(result.last?.texts).toMatchObject([{ field: 'lesson', text: lesson }]);
    expect(result.missing('lessons-recorded')).toEqual([]);
    expect(result.missing('trials-evaluated')).toEqual([]);
    const next = result.did('plan-trial', { ...bulk, title: 'Utan kylvaror' });
    expect(data(next)).toMatchObject({ trial: 'trial-2', trialRound: 2 });
    expect(next.did('start-trial', { trial: 'trial-2' }).types).toEqual(['trial.started']);
  });

  it('a lesson may be told of any trial, and says whether it worked only when that is known', () => {
    const end = (outcome: string) =>
      running().did('evaluate-trial', { trial: 'trial-1', outcome, judgedBy, lesson }).last?.events[1]?.data;
    expect(end('working')).toMatchObject({ worked: true });
    expect(end('inconclusive')).toEqual({ lesson: 'lesson-1', organisation: 'RKL', lessonText: 'text-1' });
    expect(worked().types).toEqual(['trial.evaluated']);
    expect(data(worked())).toEqual({ trial: 'trial-1', outcome: 'working', judgedBy });
  });

  it('is judged by those concerned, and tells when', () => {
    const nobody = { code: 'trial-judged-by-nobody', field: '/judgedBy', params: { trial: 'Gemensamma inköp' } };
    expect(running().refused('evaluate-trial', { trial: 'trial-1', outcome: 'working' })).toEqual([nobody]);
    expect(running().refused('evaluate-trial', { trial: 'trial-1', outcome: 'working', judgedBy: [] })).toEqual([
      nobody,
    ]);
    const twice = running().did('evaluate-trial', {
      trial: 'trial-1',
      outcome: 'inconclusive',
      judgedBy: ['MALMO', 'MALMO'],
    });
    expect(trialsOf(twice.plan)).toMatchObject([
      { status: 'inconclusive', judgedBy: ['MALMO'], evaluated: { on: twice.plan.recordedAt } },
    ]);
  });

  it('a cost over the ceiling is told as such, beside the sum of what all trials have cost', () => {
    const first = failed({ costSek: 20_500 });
    expect(data(first)).toEqual({
      trial: 'trial-1',
      outcome: 'failed',
      judgedBy,
      costSek: 20_500,
      overCeilingSek: 500,
      total: { costSek: 20_500, ceilingSek: 20_000, withoutCost: 0 },
      lesson: 'lesson-1',
    });
    const second = first.did('plan-trial', bulk).did('start-trial', { trial: 'trial-2' });
    expect(data(second.did('stop-trial', { trial: 'trial-2', reason: 'Taket är nått', costSek: 20_000 }))).toEqual({
      trial: 'trial-2',
      costSek: 20_000,
      total: { costSek: 40_500, ceilingSek: 40_000, withoutCost: 0 },
      reasonText: 'text-2',
    });
    const silent = failed().did('plan-trial', bulk).did('start-trial', { trial: 'trial-2' });
    expect(data(silent.did('stop-trial', { trial: 'trial-2', reason: 'X', costSek: 1 }))).toMatchObject({
      total: { costSek: 1, ceilingSek: 20_000, withoutCost: 1 },
    });
  });

  it('keeping to the ceilings: an overrun is told until somebody raises the ceiling', () => {
    expect(given().missing('trials-within-ceiling')).toEqual([]);
    expect(failed({ costSek: 20_000 }).missing('trials-within-ceiling')).toEqual([]);
    const over = failed({ costSek: 20_500 });
    expect(over.missing('trials-within-ceiling')).toEqual([
      {
        code: 'trial-over-ceiling',
        verb: 'set-trial-terms',
        params: { trial: 'trial-1', title: 'Gemensamma inköp', cost: 20_500, ceiling: 20_000, over: 500 },
      },
    ]);
    const raised = over.did('set-trial-terms', { trial: 'trial-1', ceilingSek: 21_000 });
    expect(data(raised)).toEqual({ trial: 'trial-1', ceilingSek: 21_000 });
    expect(raised.missing('trials-within-ceiling')).toEqual([]);
  });

  it('sets terms while a trial is open, and only the ceiling once it has ended', () => {
    const terms = { trial: 'trial-1', scale: 'två kvarter', due: '2026-06-01' };
    expect(given().open('set-trial-terms')).toBe(false);
    expect(given().refused('set-trial-terms', terms)).toEqual([{ code: 'no-trial-for-terms' }]);
    for (const open of [planned(), running()]) {
      const set = open.did('set-trial-terms', terms);
      expect(data(set)).toEqual(terms);
      expect(trialsOf(set.plan)).toMatchObject([{ scale: 'två kvarter', due: '2026-06-01', ceilingSek: 20_000 }]);
    }
    const unchanged = { code: 'trial-terms-unchanged', params: { trial: 'Gemensamma inköp' } };
    expect(planned().refused('set-trial-terms', { trial: 'trial-1' })).toEqual([unchanged]);
    expect(planned().refused('set-trial-terms', { ...bulk, trial: 'trial-1' })).toEqual([unchanged]);
    const ended = (field: string) => ({ code: 'trial-has-ended', field, params: { trial: 'Gemensamma inköp' } });
    expect(failed().refused('set-trial-terms', terms)).toEqual([ended('/scale')]);
    expect(failed().refused('set-trial-terms', { trial: 'trial-1', due: '2026-06-01', ceilingSek: 1 })).toEqual([
      ended('/due'),
    ]);
    const stopped = planned().did('stop-trial', { trial: 'trial-1', reason: 'Ingen ville' });
    expect(stopped.open('set-trial-terms')).toBe(false);
    const other = stopped.did('plan-trial', bulk);
    expect(other.refused('set-trial-terms', { trial: 'trial-1', ceilingSek: 1 })).toEqual([ended('/trial')]);
  });

  it('stops before or after the start, with a reason, and not once it has ended', () => {
    expect(given().refused('stop-trial', { trial: 'trial-1', reason: 'X' })).toEqual([{ code: 'no-open-trial' }]);
    for (const open of [planned(), running()]) {
      expect(open.open('stop-trial')).toBe(true);
      const stopped = open.did('stop-trial', { trial: 'trial-1', reason: 'Ingen ville' });
      expect(stopped.types).toEqual(['trial.stopped']);
      expect(data(stopped)).toEqual({ trial: 'trial-1', reasonText: 'text-1' });
      expect(stopped.last?.texts).toMatchObject([{ field: 'reason', text: 'Ingen ville' }]);
      expect(trialsOf(stopped.plan)).toMatchObject([{ status: 'stopped' }]);
      expect(stopped.open('stop-trial')).toBe(false);
    }
    const two = failed().did('plan-trial', bulk);
    expect(two.refused('stop-trial', { trial: 'trial-1', reason: 'X' })).toEqual([
      { code: 'trial-has-ended', field: '/trial', params: { trial: 'Gemensamma inköp' } },
    ]);
    const told = running().did('stop-trial', { trial: 'trial-1', reason: 'X', costSek: 7 });
    expect(trialsOf(told.plan)).toMatchObject([{ status: 'stopped', costSek: 7 }]);
  });

  it('starts and is judged once, in that order', () => {
    expect(given().refused('start-trial', { trial: 'trial-1' })).toEqual([
      { code: 'no-planned-trial', missing: [{ code: 'trial-missing', verb: 'plan-trial' }] },
    ]);
    expect(running().open('start-trial')).toBe(false);
    const two = running().did('plan-trial', bulk);
    expect(two.refused('start-trial', { trial: 'trial-1' })).toEqual([
      { code: 'trial-already-started', field: '/trial', params: { trial: 'Gemensamma inköp' } },
    ]);
    expect(planned().open('evaluate-trial')).toBe(false);
    expect(planned().refused('evaluate-trial', { trial: 'trial-1', outcome: 'working', judgedBy })).toEqual([
      { code: 'no-running-trial' },
    ]);
    expect(two.open('evaluate-trial')).toBe(true);
    expect(two.refused('evaluate-trial', { trial: 'trial-2', outcome: 'working', judgedBy })).toEqual([
      { code: 'trial-not-running', field: '/trial', params: { trial: 'Gemensamma inköp' } },
    ]);
    expect(worked().open('evaluate-trial')).toBe(false);
  });

  it('trials run side by side, numbered in the order of planning, with what they try', () => {
    const both = running()
      .did('plan-trial', { ...bulk, title: 'Odling', idea: 'I-2', due: '2026-05-01' })
      .did('start-trial', { trial: 'trial-2' });
    expect(trialsOf(both.plan)).toMatchObject([
      { status: 'running', trialRound: 1 },
      { status: 'running', trialRound: 2, idea: 'I-2', due: '2026-05-01' },
    ]);
    expect(worked(both, 'trial-2').open('evaluate-trial')).toBe(true);
  });

  it('refuses a trial that is not there', () => {
    const all = worked(
      running().did('plan-trial', bulk).did('plan-trial', bulk).did('start-trial', { trial: 'trial-3' }),
    );
    const body = { trial: 'trial-9', outcome: 'working', judgedBy, reason: 'X', scale: 'Y' };
    for (const verb of ['set-trial-terms', 'start-trial', 'evaluate-trial', 'stop-trial', 'scale-up'])
      expect(all.refused(verb, body)).toEqual([
        { code: 'unknown-record', field: '/trial', params: { value: 'trial-9' } },
      ]);
  });
});
