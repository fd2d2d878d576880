import { vocabulary } from '../../engine.js';
import { given, openTemplate } from '../../given.js';
import { judgementOf, judgementsOf } from './facts.js';

const made = { stage: 'begin', attempt: 1, round: 1 };
const yes = { verdict: 'spread', reason: 'Fler områden har samma fråga.' };
const no = { verdict: 'not-spread', reason: 'Den bygger på just den här gården.' };

describe('spread', () => {
  it('a yes says to whom, each once', () => {
    const whole = given().did('judge-spread', { ...yes, what: 'Bytesboden', to: ['ROSENGARD', 'Holma', 'Holma'] });
    expect(whole.last?.events.map(({ type, data }) => [type, data])).toEqual([
      [
        'solution.spread',
        {
          judgement: 'judgement-1',
          what: 'Bytesboden',
          receivers: ['ROSENGARD', 'Holma'],
          reasonText: 'text-1',
        },
      ],
    ]);
    expect(judgementsOf(whole.plan)).toEqual([
      {
        key: 'judgement-1',
        verdict: 'spread',
        what: 'Bytesboden',
        receivers: ['ROSENGARD', 'Holma'],
        reason: 'text-1',
        ...made,
      },
    ]);
    const bare = given().did('judge-spread', yes);
    expect(bare.last?.events[0]?.data).toEqual({ judgement: 'judgement-1', receivers: [], reasonText: 'text-1' });
  });

  it('a no is as good an answer, and names nobody', () => {
    const judged = given().did('judge-spread', no);
    expect(judged.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['solution.not-spread', { judgement: 'judgement-1', reasonText: 'text-1' }],
    ]);
    expect(judgementsOf(judged.plan)).toEqual([
      { key: 'judgement-1', verdict: 'not-spread', receivers: [], reason: 'text-1', ...made },
    ]);
    expect(given().refused('judge-spread', { ...no, to: ['HOLMA'] })).toEqual([
      { code: 'not-spread-to-anybody', field: '/to' },
    ]);
    expect(given().did('judge-spread', { ...no, to: [] }).types).toEqual(['solution.not-spread']);
  });

  it.each([yes, no])('$verdict lets the plan go on', (body) => {
    const template = openTemplate();
    const criterion = { key: 'judged', kind: 'spread-judged', name: template.name };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const none = given({ ...template, stages });
    expect(none.missing('spread-judged')).toEqual([{ code: 'spread-not-judged', verb: 'judge-spread' }]);
    expect(none.open('advance')).toBe(false);
    expect(none.did('judge-spread', body).did('advance').plan.stage).toBe('finish');
    expect(vocabulary.criteria.get('spread-judged')?.suppliedBy).toEqual(['judge-spread']);
  });

  it('judged again, the latest counts and the first is kept; INV-26 imported ones are marked', () => {
    const again = given().did('judge-spread', no, { imported: true }).did('judge-spread', yes);
    expect(judgementOf(again.plan)).toMatchObject({ key: 'judgement-2', verdict: 'spread' });
    expect(judgementsOf(again.plan).map(({ imported }) => imported)).toEqual([true, undefined]);
  });

  it('INV-05 a restart asks again', () => {
    const again = given().did('judge-spread', yes).did('restart', { reason: 'Ny lösning' });
    expect(judgementOf(again.plan)).toBeUndefined();
    expect(again.missing('spread-judged')).toHaveLength(1);
    expect(again.did('judge-spread', no).last?.events[0]?.data).toMatchObject({ judgement: 'judgement-2' });
  });
});
