import { vocabulary } from '../../engine.js';
import { given, openTemplate, type Given } from '../../given.js';
import { accepted, bulk, judgedBy, lesson, planned, running, worked, failed } from './given-trial.js';

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
    const unsure = running().did('evaluate-trial', { trial: 'trial-1', outcome: 'inconclusive', judgedBy });
    expect(unsure.missing('trials-evaluated')).toEqual([]);
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
    expect(kind('trials-within-ceiling')).toMatchObject({ suppliedBy: ['set-trial-terms'] });
    for (const name of ['risk-accepted', 'trials-within-ceiling']) expect(kind(name)).not.toHaveProperty('with');
  });
});
