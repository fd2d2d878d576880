import { given, openTemplate } from '../../given.js';
import { recordedOf, trialsOf } from './facts.js';
import { accepted, bulk, judgedBy, lesson, planned, failed, data, anchor } from './given-trial.js';

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
    expect(anchor('trial-due', told)).toEqual([{ record: 'trial-1', at: null, imported: true }]);
    const history = { on: '2012', imported: true };
    const terms = { key: 'trial-1', trialRound: 1, title: 'Bulk buying', status: 'failed', imported: true };
    const made = { stage: 'begin', attempt: 1, round: 1 };
    // Nothing is kept of what was not told, not even that it was not.
    expect(trialsOf(ended.plan)).toStrictEqual([{ ...terms, ...made, started: history, evaluated: history }]);
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
