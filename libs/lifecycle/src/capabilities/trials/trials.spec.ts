import { given, openTemplate } from '../../given.js';
import { vocabulary } from '../../engine.js';
import type { Given } from '../../given.js';
import { recordedOf, risksOf, trialsOf } from './facts.js';

const accepted = { organisation: 'MALMO', role: 'möjliggörare', level: 'Försöket får misslyckas helt' };
const bulk = { title: 'Gemensamma inköp', scale: 'ett kvarter', ceilingSek: 20_000 };
const judgedBy = ['de boende i Gårdsten', 'MALMO'];
const lesson = 'Kylvaror gick inte att förvara.';

const planned = () => given().did('accept-risk', accepted).did('plan-trial', bulk);
const running = () => planned().did('start-trial', { trial: 'trial-1' });
const worked = (from: Given = running(), trial = 'trial-1') =>
  from.did('evaluate-trial', { trial, outcome: 'working', judgedBy });
const failed = (more: object = {}) =>
  running().did('evaluate-trial', { trial: 'trial-1', outcome: 'failed', judgedBy, lesson, ...more });
const data = (after: Given) => after.last?.events[0]?.data;
const anchor = (name: string, { plan }: Given) => vocabulary.anchors.get(name)?.(plan);

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

describe('the level of risk', () => {
  it('is accepted by an organisation in a role, and kept out of the event when it says why', () => {
    expect(given().missing('risk-accepted')).toEqual([{ code: 'risk-missing', verb: 'accept-risk' }]);
    const risk = given().did('accept-risk', { ...accepted, reason: 'Billigt att misslyckas' });
    expect(risk.types).toEqual(['risk.accepted']);
    expect(data(risk)).toEqual({ risk: 'risk-1', ...accepted, reasonText: 'text-1' });
    expect(risk.last?.texts).toMatchObject([{ field: 'reason', text: 'Billigt att misslyckas' }]);
    expect(risk.missing('risk-accepted')).toEqual([]);
    const made = { stage: 'begin', attempt: 1, round: 1 };
    expect(recordedOf(risk.plan).risks).toEqual([{ key: 'risk-1', ...accepted, ...made }]);
  });

  it('holds until the same organisation and role accepts another', () => {
    const once = given().did('accept-risk', accepted);
    expect(once.refused('accept-risk', accepted)).toEqual([
      {
        code: 'risk-already-accepted',
        field: '/level',
        params: { organisation: 'MALMO', level: 'Försöket får misslyckas helt' },
      },
    ]);
    const more = once
      .did('accept-risk', { ...accepted, organisation: 'RKL' })
      .did('accept-risk', { organisation: 'MALMO', level: accepted.level })
      .did('accept-risk', { ...accepted, level: 'Liten' });
    expect(risksOf(more.plan)).toMatchObject([
      { key: 'risk-2', organisation: 'RKL' },
      { key: 'risk-3', organisation: 'MALMO' },
      { key: 'risk-4', organisation: 'MALMO', role: 'möjliggörare', level: 'Liten' },
    ]);
    expect(more.did('accept-risk', accepted).types).toEqual(['risk.accepted']);
  });
});

describe('criteria of trials', () => {
  it('trials-evaluated counts every outcome, and no trial that was stopped', () => {
    const one = failed();
    expect(given().missing('trials-evaluated')).toEqual([
      { code: 'trials-evaluated-too-few', verb: 'evaluate-trial', params: { min: 1, have: 0 } },
    ]);
    expect(one.missing('trials-evaluated', { min: 2 })).toEqual([
      { code: 'trials-evaluated-too-few', verb: 'evaluate-trial', params: { min: 2, have: 1 } },
    ]);
    const two = worked(one.did('plan-trial', bulk).did('start-trial', { trial: 'trial-2' }), 'trial-2');
    expect(two.missing('trials-evaluated', { min: 2 })).toEqual([]);
    const stopped = planned().did('stop-trial', { trial: 'trial-1', reason: 'X' });
    expect(stopped.missing('trials-evaluated')).toHaveLength(1);
    expect(running().missing('trials-evaluated')).toHaveLength(1);
  });

  it('trial-judged-working tells how each trial stands, and that a next one is needed', () => {
    const about = { trial: 'trial-1', title: 'Gemensamma inköp', round: 1 };
    const next = { code: 'next-trial-missing', verb: 'plan-trial', params: { round: 2 } };
    const inconclusive = { trial: 'trial-1', outcome: 'inconclusive', judgedBy };
    const stopped = { trial: 'trial-1', reason: 'Ingen ville' };
    const missing = (plan: Given) => plan.missing('trial-judged-working');
    expect(missing(given())).toEqual([{ code: 'trial-missing', verb: 'plan-trial' }]);
    expect(missing(planned())).toEqual([{ code: 'trial-not-started', verb: 'start-trial', params: about }]);
    expect(missing(running())).toEqual([{ code: 'trial-not-judged', verb: 'evaluate-trial', params: about }]);
    expect(missing(failed())).toEqual([{ code: 'trial-failed', verb: 'plan-trial', params: about }, next]);
    expect(missing(running().did('evaluate-trial', inconclusive))).toEqual([
      { code: 'trial-inconclusive', verb: 'plan-trial', params: about },
      next,
    ]);
    expect(missing(running().did('stop-trial', stopped))).toEqual([
      { code: 'trial-stopped', verb: 'plan-trial', params: about },
      next,
    ]);
    expect(missing(worked())).toEqual([]);
    const second = failed().did('plan-trial', { ...bulk, title: 'Utan kylvaror' });
    expect(missing(second)).toEqual([
      { code: 'trial-failed', verb: 'plan-trial', params: about },
      {
        code: 'trial-not-started',
        verb: 'start-trial',
        params: { trial: 'trial-2', title: 'Utan kylvaror', round: 2 },
      },
    ]);
    expect(missing(worked(second.did('start-trial', { trial: 'trial-2' }), 'trial-2'))).toEqual([]);
  });

  it('trial-judged-working asks for as many as the template says', () => {
    expect(worked().missing('trial-judged-working', { min: 2 })).toEqual([
      { code: 'trials-working-too-few', verb: 'evaluate-trial', params: { min: 2, have: 1 } },
      { code: 'next-trial-missing', verb: 'plan-trial', params: { round: 2 } },
    ]);
    const again = worked().did('plan-trial', bulk).did('start-trial', { trial: 'trial-2' });
    expect(worked(again, 'trial-2').missing('trial-judged-working', { min: 2 })).toEqual([]);
  });

  it('guards the way on: a trial that failed keeps the stage, one that works lets go', () => {
    const template = openTemplate();
    const criterion = { key: 'works', kind: 'trial-judged-working', name: template.name };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const begun = given({ ...template, stages })
      .did('accept-risk', accepted)
      .did('plan-trial', bulk)
      .did('start-trial', { trial: 'trial-1' });
    const tried = begun.did('evaluate-trial', { trial: 'trial-1', outcome: 'failed', judgedBy, lesson });
    expect(tried.open('advance')).toBe(false);
    expect(worked(begun).did('advance').plan.stage).toBe('finish');
  });
});

describe('what a template may ask of trials', () => {
  it('a number of trials, and nothing of the accepted risk and the ceilings', () => {
    const min = { type: 'integer', minimum: 1, description: expect.any(String) };
    const kind = (name: string) => vocabulary.criteria.get(name);
    const counted = { type: 'object', properties: { min }, additionalProperties: false };
    expect(kind('trials-evaluated')).toMatchObject({ with: counted, suppliedBy: ['evaluate-trial'] });
    expect(kind('trial-judged-working')).toMatchObject({ with: counted, suppliedBy: ['evaluate-trial'] });
    expect(kind('risk-accepted')).toMatchObject({ suppliedBy: ['accept-risk'] });
    expect(kind('trials-within-ceiling')).toMatchObject({ suppliedBy: ['set-trial-terms', 'evaluate-trial'] });
    for (const name of ['risk-accepted', 'trials-within-ceiling']) expect(kind(name)).not.toHaveProperty('with');
  });
});

describe('the days of trials', () => {
  it('a trial is due while it is open; what was started and judged has its day', () => {
    const due = planned().did('set-trial-terms', { trial: 'trial-1', due: '2026-06-01' });
    expect(anchor('trial-due', due)).toEqual([{ record: 'trial-1', at: '2026-06-01', imported: false }]);
    expect(anchor('trial-due', planned())).toEqual([{ record: 'trial-1', at: null, imported: false }]);
    expect(anchor('trial-started', due)).toEqual([]);
    const started = due.did('start-trial', { trial: 'trial-1' }, { occurredAt: '2026-01-11' });
    expect(anchor('trial-due', started)).toHaveLength(1);
    expect(anchor('trial-started', started)).toEqual([{ record: 'trial-1', at: '2026-01-11', imported: false }]);
    expect(anchor('trial-evaluated', started)).toEqual([]);
    const evaluation = { trial: 'trial-1', outcome: 'working', judgedBy };
    const judged = started.did('evaluate-trial', evaluation, { occurredAt: '2026-01-12' });
    expect(anchor('trial-due', judged)).toEqual([]);
    expect(anchor('trial-started', judged)).toEqual([]);
    expect(anchor('trial-evaluated', judged)).toEqual([{ record: 'trial-1', at: '2026-01-12', imported: false }]);
    const stopped = started.did('stop-trial', { trial: 'trial-1', reason: 'X' });
    expect(['trial-due', 'trial-started', 'trial-evaluated'].map((name) => anchor(name, stopped))).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('trials over time', () => {
  it('INV-26 history may be silent on risk, terms, judges and lesson, and nothing falls due from it', () => {
    const at = { imported: true, occurredAt: '2012' };
    const told = given().did('plan-trial', { title: 'Bulk buying' }, at);
    expect(told.open('start-trial')).toBe(false);
    const started = told.did('start-trial', { trial: 'trial-1' }, at);
    const ended = started.did('evaluate-trial', { trial: 'trial-1', outcome: 'failed' }, at);
    expect(data(ended)).toEqual({ trial: 'trial-1', outcome: 'failed' });
    expect(ended.types).toEqual(['trial.evaluated']);
    expect(anchor('trial-evaluated', ended)).toEqual([{ record: 'trial-1', at: '2012', imported: true }]);
    const straight = told.did('evaluate-trial', { trial: 'trial-1', outcome: 'working', lesson }, at);
    expect(straight.last?.events[1]?.data).toEqual({ lesson: 'lesson-1', worked: true, lessonText: 'text-1' });
    expect(straight.refused('evaluate-trial', { trial: 'trial-1', outcome: 'failed' }, at)).toMatchObject([
      { code: 'no-running-trial' },
    ]);
    expect(given().refused('start-trial', { trial: 'trial-1' }, at)).toMatchObject([{ code: 'no-planned-trial' }]);
    const due = { trial: 'trial-1', due: '2026-06-01' };
    expect(anchor('trial-due', told.did('set-trial-terms', due, at))).toMatchObject([{ imported: true }]);
    const goesOn = started.did('set-trial-terms', due);
    expect(anchor('trial-due', goesOn)).toEqual([{ record: 'trial-1', at: '2026-06-01', imported: false }]);
    expect(anchor('trial-started', goesOn)).toEqual([{ record: 'trial-1', at: '2012', imported: true }]);
    const judged = goesOn.did('evaluate-trial', { trial: 'trial-1', outcome: 'working', judgedBy });
    expect(anchor('trial-evaluated', judged)).toMatchObject([{ at: judged.plan.recordedAt, imported: false }]);
  });

  it('INV-05 a restart asks anew: another risk, another first round, and new keys', () => {
    const again = failed().did('restart', { reason: 'Fel problem', to: 'begin' });
    expect(again.missing('risk-accepted')).toHaveLength(1);
    expect(again.missing('trial-judged-working')).toEqual([{ code: 'trial-missing', verb: 'plan-trial' }]);
    expect(again.refused('scale-up', { trial: 'trial-1', scale: 'X' })).toEqual([{ code: 'no-working-trial' }]);
    const anew = again.did('plan-trial', bulk).did('accept-risk', accepted);
    expect(data(anew)).toMatchObject({ risk: 'risk-2' });
    expect(trialsOf(anew.plan)).toMatchObject([{ key: 'trial-2', trialRound: 1 }]);
    expect(recordedOf(anew.plan).trials).toHaveLength(2);
  });

  it('a plan made out of this one has the accepted risk, and trials of its own', () => {
    const forking = openTemplate({
      stages: openTemplate().stages.map((one) => (one.key === 'begin' ? { ...one, fork: { to: 'finish' } } : one)),
    });
    const parent = given(forking)
      .did('accept-risk', accepted)
      .did('restart', { reason: 'X', to: 'begin' })
      .did('accept-risk', { ...accepted, level: 'Liten' })
      .did('plan-trial', bulk);
    const [child] = parent.did('fork', { plans: [{ title: 'Kirseberg' }] }).last?.births ?? [];
    expect(child && recordedOf(child.plan)).toMatchObject({ risks: [{ key: 'risk-2', level: 'Liten' }], trials: [] });
  });
});
