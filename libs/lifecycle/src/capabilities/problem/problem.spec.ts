import { vocabulary } from '../../engine.js';
import { given, openTemplate, type Given } from '../../given.js';
import { wordingOf, wordingsOf } from './facts.js';

const stated = { statement: 'Unga vuxna i Seved saknar väg till arbete.' };
const both = ['MALMO', 'REGION'];

const withParties = (from: Given = given()) =>
  both.reduce((plan, organisation) => plan.did('add-party', { organisation }), from);

describe('problem', () => {
  it('is stated in prose, with whom it concerns and what is wanted instead', () => {
    const whole = given().did('state-problem', {
      ...stated,
      targetGroup: '18–25 år, utan arbete',
      futurePicture: 'Alla har någonstans att gå',
    });
    expect(whole.last?.events.map(({ type, data }) => [type, data])).toEqual([
      [
        'problem.stated',
        {
          wording: 'wording-1',
          statementText: 'text-1',
          targetGroupText: 'text-2',
          futurePictureText: 'text-3',
        },
      ],
    ]);
    const made = { stage: 'begin', attempt: 1, round: 1 };
    expect(wordingsOf(whole.plan)).toEqual([
      {
        key: 'wording-1',
        statement: 'text-1',
        targetGroup: 'text-2',
        futurePicture: 'text-3',
        agreedBy: [],
        ...made,
      },
    ]);
    const bare = given().did('state-problem', stated);
    expect(bare.last?.events[0]?.data).toEqual({ wording: 'wording-1', statementText: 'text-1' });
    expect(wordingsOf(bare.plan)).toEqual([{ key: 'wording-1', statement: 'text-1', agreedBy: [], ...made }]);
  });

  it('every party that has not declined stands behind it before the plan goes on', () => {
    const template = openTemplate();
    const criterion = { key: 'shared', kind: 'problem-agreed', name: template.name };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const none = withParties(given({ ...template, stages }));
    expect(none.missing('problem-agreed')).toEqual([{ code: 'problem-not-stated', verb: 'state-problem' }]);
    expect(none.open('agree-problem')).toBe(false);
    expect(none.refused('agree-problem', { organisation: 'MALMO' })).toEqual([{ code: 'problem-not-stated' }]);
    const said = none.did('state-problem', stated);
    expect(said.missing('problem-agreed')).toEqual(
      both.map((organisation) => ({
        code: 'problem-not-agreed',
        verb: 'agree-problem',
        params: { organisation },
        by: { organisation },
      })),
    );
    const one = said.did('agree-problem', { organisation: 'MALMO' });
    expect(one.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['problem.agreed', { wording: 'wording-1', organisation: 'MALMO' }],
    ]);
    expect(one.refused('agree-problem', { organisation: 'MALMO' })).toEqual([
      { code: 'problem-already-agreed', field: '/organisation', params: { organisation: 'MALMO' } },
    ]);
    expect(one.missing('problem-agreed')).toMatchObject([{ params: { organisation: 'REGION' } }]);
    expect(one.open('advance')).toBe(false);
    expect(one.did('decline-consent', { organisation: 'REGION' }).did('advance').plan.stage).toBe('finish');
    const all = one.did('agree-problem', { organisation: 'REGION' });
    expect(wordingOf(all.plan)?.agreedBy).toEqual(both);
    expect(all.open('agree-problem')).toBe(false);
    expect(all.refused('agree-problem', { organisation: 'REGION' })).toEqual([{ code: 'problem-agreed-by-all' }]);
    expect(all.did('advance').plan.stage).toBe('finish');
  });

  it('a new wording is agreed to anew, and the old one is kept', () => {
    const first = withParties().did('state-problem', stated).did('agree-problem', { organisation: 'MALMO' });
    const again = first.did('state-problem', { statement: 'Vägen till arbete är för lång.' });
    expect(again.missing('problem-agreed')).toHaveLength(2);
    expect(wordingsOf(again.plan).map(({ key, agreedBy }) => [key, agreedBy])).toEqual([
      ['wording-1', ['MALMO']],
      ['wording-2', []],
    ]);
    const agreed = again.did('agree-problem', { organisation: 'MALMO' });
    expect(agreed.last?.events[0]?.data).toEqual({ wording: 'wording-2', organisation: 'MALMO' });
    expect(wordingsOf(agreed.plan).map(({ agreedBy }) => agreedBy)).toEqual([['MALMO'], ['MALMO']]);
  });

  it('a template may ask whom it concerns (B88: different definitions of the target group)', () => {
    const said = given().did('state-problem', stated).did('agree-problem', { organisation: 'MALMO' });
    expect(said.missing('problem-agreed')).toEqual([]);
    expect(said.missing('problem-agreed', { targetGroup: false })).toEqual([]);
    expect(said.missing('problem-agreed', { targetGroup: true })).toEqual([
      { code: 'problem-without-target-group', verb: 'state-problem' },
    ]);
    const whom = said.did('state-problem', { ...stated, targetGroup: 'Unga vuxna' });
    expect(whom.missing('problem-agreed', { targetGroup: true })).toEqual([
      { code: 'problem-agreed-by-nobody', verb: 'agree-problem' },
    ]);
  });

  it('parties alone agree, and none that has declined; where there are none, anybody', () => {
    const said = withParties().did('state-problem', stated);
    expect(said.refused('agree-problem', { organisation: 'KENT' })).toEqual([
      { code: 'unknown-record', field: '/organisation', params: { value: 'KENT' } },
    ]);
    const less = said.did('decline-consent', { organisation: 'REGION' });
    expect(less.refused('agree-problem', { organisation: 'REGION' })).toEqual([
      { code: 'consent-declined', field: '/organisation', params: { organisation: 'REGION' } },
    ]);
    const alone = given().did('state-problem', stated);
    expect(alone.missing('problem-agreed')).toEqual([{ code: 'problem-agreed-by-nobody', verb: 'agree-problem' }]);
    const agreed = alone.did('agree-problem', { organisation: 'KENT' });
    expect(agreed.missing('problem-agreed')).toEqual([]);
    expect(agreed.refused('agree-problem', { organisation: 'KENT' })).toMatchObject([
      { code: 'problem-already-agreed' },
    ]);
    expect(agreed.open('agree-problem')).toBe(true);
  });

  it('where no parties are told of, the organisations of the team agree, each once', () => {
    const team = given()
      .did('form-team', { lead: { organisation: 'MALMO' }, deputy: { organisation: 'REGION', role: 'chef' } })
      .did('fill-seat', { group: 'doer', organisation: 'MALMO' })
      .did('fill-seat', { group: 'user', organisation: 'KENT' })
      .did('fill-seat', { group: 'resident', role: 'granne' })
      .did('state-problem', stated);
    const lacks = (plan: Given) => plan.missing('problem-agreed')?.map(({ params }) => params?.['organisation']);
    expect(lacks(team)).toEqual(['MALMO', 'REGION', 'KENT']);
    expect(lacks(team.did('leave-seat', { seat: 'seat-2' }))).toEqual(['MALMO', 'REGION']);
    expect(lacks(withParties(team))).toEqual(both);
    const all = ['MALMO', 'REGION', 'KENT'].reduce(
      (plan, organisation) => plan.did('agree-problem', { organisation }),
      team,
    );
    expect(lacks(all)).toEqual([]);
    expect(all.did('agree-problem', { organisation: 'BOENDE' }).types).toEqual(['problem.agreed']);
  });

  it('where every party has declined, nobody has agreed', () => {
    const nobody = both.reduce(
      (plan, organisation) => plan.did('decline-consent', { organisation }),
      withParties().did('state-problem', stated),
    );
    expect(nobody.missing('problem-agreed')).toEqual([{ code: 'problem-agreed-by-nobody', verb: 'agree-problem' }]);
    expect(nobody.open('agree-problem')).toBe(false);
  });

  it('INV-05 a restart asks again; INV-26 imported wordings are marked', () => {
    const told = withParties().did('state-problem', stated, { imported: true, occurredAt: null });
    expect(wordingsOf(told.plan)).toMatchObject([{ imported: true }]);
    const again = told.did('restart', { reason: 'Fel fråga' });
    expect(again.missing('problem-agreed')).toEqual([{ code: 'problem-not-stated', verb: 'state-problem' }]);
    expect(again.open('agree-problem')).toBe(false);
    expect(wordingsOf(again.plan)).toEqual(wordingsOf(told.plan));
    expect(again.did('state-problem', stated).last?.events[0]?.data).toMatchObject({ wording: 'wording-2' });
  });

  it('a template that asks for it opens what supplies it', () => {
    expect(vocabulary.criteria.get('problem-agreed')?.suppliedBy).toEqual(['state-problem', 'agree-problem']);
  });
});
