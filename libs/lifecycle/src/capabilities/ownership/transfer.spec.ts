import { vocabulary } from '../../engine.js';
import { given, openTemplate, type Given } from '../../given.js';
import { ownership } from './index.js';
import { everySolutionOf, offersOf, ownersOf, ownershipsOf, solutionsOf, transfersOf } from './facts.js';

const what = 'Matbutiken';
const made = { stage: 'begin', attempt: 1, round: 1 };
const reason = 'Vi har ingen lokal';
const told = (plan: Given) => plan.last?.events.map(({ type, data }) => [type, data]);

/** The core team has it, and offers it to the residents. */
const owned = () =>
  given().did('name-owner', { what, organisation: 'SILK' }).did('accept-ownership', { ownership: 'ownership-1' });
const offered = () => owned().did('transfer-ownership', { what, to: 'BOENDE', role: 'föreningens styrelse' });

describe('ownership that changes hands in the midst of the work', () => {
  it('INV-50 an offer changes nothing until the receiver has accepted (B76)', () => {
    const plan = offered();
    expect(told(plan)).toEqual([
      [
        'ownership.offered',
        { ownership: 'ownership-2', what, organisation: 'BOENDE', role: 'föreningens styrelse', from: 'SILK' },
      ],
    ]);
    expect(ownersOf(plan.plan)).toMatchObject([{ key: 'ownership-1', organisation: 'SILK' }]);
    expect(ownershipsOf(plan.plan)[1]).toEqual({
      key: 'ownership-2',
      what,
      organisation: 'BOENDE',
      role: 'föreningens styrelse',
      accepted: false,
      offer: { from: 'SILK', at: '2026-01-12T08:03:00.000Z' },
      ...made,
    });
    expect(plan.missing('ownership-named')).toEqual([]);
    const accepted = plan.did('accept-ownership', { ownership: 'ownership-2' });
    expect(told(accepted)).toEqual([
      ['ownership.accepted', { ownership: 'ownership-2' }],
      [
        'ownership.transferred',
        { ownership: 'ownership-2', what, from: 'SILK', to: 'BOENDE', role: 'föreningens styrelse' },
      ],
    ]);
    expect(ownersOf(accepted.plan)).toMatchObject([{ key: 'ownership-2', organisation: 'BOENDE', accepted: true }]);
    expect(ownershipsOf(accepted.plan)).toHaveLength(2);
    expect(offersOf(accepted.plan)).toEqual([]);
    expect(transfersOf(accepted.plan)).toHaveLength(1);
    expect(accepted.open('accept-ownership')).toBe(false);
    expect(accepted.refused('accept-ownership', { ownership: 'ownership-1' })).toEqual([
      { code: 'no-ownership-to-accept' },
    ]);
  });

  it('the plan goes on when the receiver has answered', () => {
    const template = openTemplate();
    const criterion = { key: 'taken-over', kind: 'ownership-transferred', name: template.name };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const none = given({ ...template, stages });
    expect(none.missing('ownership-transferred')).toEqual([
      { code: 'ownership-not-offered', verb: 'transfer-ownership', params: { min: 1, have: 0 } },
    ]);
    const waiting = none.did('transfer-ownership', { what, to: 'BOENDE' });
    expect(told(waiting)).toEqual([['ownership.offered', { ownership: 'ownership-1', what, organisation: 'BOENDE' }]]);
    expect(ownershipsOf(waiting.plan)[0]?.offer).toEqual({ at: '2026-01-12T08:01:00.000Z' });
    expect(waiting.missing('ownership-transferred')).toEqual([
      {
        code: 'ownership-not-accepted',
        verb: 'accept-ownership',
        params: { ownership: 'ownership-1', organisation: 'BOENDE', what },
        by: { organisation: 'BOENDE' },
      },
    ]);
    expect(waiting.missing('ownership-transferred', { min: 2 })).toMatchObject([
      { code: 'ownership-not-accepted' },
      { code: 'ownership-not-offered', params: { min: 2, have: 0 } },
    ]);
    expect(waiting.open('advance')).toBe(false);
    const accepted = waiting.did('accept-ownership', { ownership: 'ownership-1' });
    expect(told(accepted)?.[1]).toEqual(['ownership.transferred', { ownership: 'ownership-1', what, to: 'BOENDE' }]);
    expect(accepted.did('advance').plan.stage).toBe('finish');
    expect(accepted.missing('ownership-transferred', { min: 2 })).toEqual([
      { code: 'ownership-not-offered', verb: 'transfer-ownership', params: { min: 2, have: 1 } },
    ]);
    const more = accepted.did('transfer-ownership', { what: 'Bloggen', to: 'BOENDE' });
    expect(more.missing('ownership-transferred', { min: 2 })).toMatchObject([
      { code: 'ownership-not-accepted', params: { ownership: 'ownership-2' } },
    ]);
    expect(more.missing('ownership-transferred')).toEqual([]);
  });

  it('what is only offered has an owner to be: its answer is missing, not its name', () => {
    const waiting = given().did('transfer-ownership', { what, to: 'BOENDE' });
    expect(waiting.missing('ownership-named')).toMatchObject([
      { code: 'ownership-not-accepted', params: { ownership: 'ownership-1' } },
    ]);
    expect(waiting.missing('ownership-named', { accepted: false })).toEqual([]);
    const other = waiting.did('name-owner', { what: 'Bloggen', organisation: 'SILK' });
    expect(other.missing('ownership-named')?.map(({ params }) => params?.['what'])).toEqual(['Bloggen', what]);
  });

  it('whoever declines says why, and the one who had it has it still', () => {
    expect(given().open('decline-ownership')).toBe(false);
    expect(given().refused('decline-ownership', { ownership: 'ownership-1', reason })).toEqual([
      { code: 'no-ownership-to-accept' },
    ]);
    const plan = offered();
    expect(plan.open('decline-ownership')).toBe(true);
    expect(plan.refused('decline-ownership', { ownership: 'ownership-9', reason })).toEqual([
      { code: 'unknown-record', field: '/ownership', params: { value: 'ownership-9' } },
    ]);
    expect(plan.refused('decline-ownership', { ownership: 'ownership-1', reason })).toEqual([
      {
        code: 'ownership-already-accepted',
        field: '/ownership',
        params: { organisation: 'SILK', what },
      },
    ]);
    const declined = plan.did('decline-ownership', { ownership: 'ownership-2', reason });
    expect(told(declined)).toEqual([['ownership.declined', { ownership: 'ownership-2', reasonText: 'text-1' }]]);
    expect(ownershipsOf(declined.plan)[1]).toMatchObject({ declined: true, accepted: false });
    expect(ownersOf(declined.plan)).toMatchObject([{ organisation: 'SILK' }]);
    expect(offersOf(declined.plan)).toEqual([]);
    expect(declined.missing('ownership-transferred')).toHaveLength(1);
    expect(declined.open('accept-ownership')).toBe(false);
    const again = declined.did('transfer-ownership', { what, to: 'BOENDE', role: 'föreningens styrelse' });
    expect(offersOf(again.plan)).toMatchObject([{ key: 'ownership-3' }]);
  });

  it('one who was named may decline too: then nobody owns it', () => {
    const named = given().did('name-owner', { what, organisation: 'MALMO' });
    const declined = named.did('decline-ownership', { ownership: 'ownership-1', reason });
    expect(ownersOf(declined.plan)).toEqual([]);
    expect(declined.missing('ownership-named')).toEqual([{ code: 'owner-missing', verb: 'name-owner' }]);
    expect(declined.did('name-owner', { what, organisation: 'MALMO' }).types).toEqual(['ownership.named']);
  });

  it('an offer to another takes the place of the one that waits, for good', () => {
    const another = offered().did('transfer-ownership', { what, to: 'IDROTT' });
    expect(offersOf(another.plan)).toMatchObject([{ key: 'ownership-3', organisation: 'IDROTT' }]);
    expect(another.refused('accept-ownership', { ownership: 'ownership-2' })).toMatchObject([
      { code: 'unknown-record' },
    ]);
    const declined = another.did('decline-ownership', { ownership: 'ownership-3', reason });
    expect(offersOf(declined.plan)).toEqual([]);
    const named = offered().did('name-owner', { what, organisation: 'MALMO' });
    expect(offersOf(named.plan)).toEqual([]);
    const elsewhere = offered().did('transfer-ownership', { what: 'Bloggen', to: 'IDROTT' });
    expect(offersOf(elsewhere.plan).map(({ key }) => key)).toEqual(['ownership-2', 'ownership-3']);
  });

  it('nobody offers what another owns, nor to the one who has it or has been asked', () => {
    expect(owned().refused('transfer-ownership', { what, from: 'MALMO', to: 'BOENDE' })).toEqual([
      { code: 'ownership-not-theirs', field: '/from', params: { organisation: 'SILK', what } },
    ]);
    expect(owned().refused('transfer-ownership', { what, to: 'SILK' })).toEqual([
      { code: 'owner-already-named', field: '/to', params: { organisation: 'SILK', what } },
    ]);
    expect(owned().did('transfer-ownership', { what, to: 'SILK', role: 'chef' }).types).toEqual(['ownership.offered']);
    expect(given().refused('transfer-ownership', { what, from: 'SILK', to: 'SILK' })).toMatchObject([
      { code: 'owner-already-named' },
    ]);
    expect(given().did('transfer-ownership', { what, from: 'SILK', to: 'BOENDE' }).last?.events[0]?.data).toMatchObject(
      { from: 'SILK' },
    );
    expect(offered().refused('transfer-ownership', { what, to: 'BOENDE', role: 'föreningens styrelse' })).toEqual([
      { code: 'ownership-already-offered', field: '/to', params: { organisation: 'BOENDE', what } },
    ]);
    expect(offered().did('transfer-ownership', { what, to: 'BOENDE' }).types).toEqual(['ownership.offered']);
  });

  it('reminders may hang on an offer that waits; none on one that is imported', () => {
    const of = (plan: Given) => ownership.anchors?.['ownership-offered']?.(plan.plan);
    expect(of(offered())).toEqual([{ record: 'ownership-2', at: '2026-01-12T08:03:00.000Z', imported: false }]);
    expect(of(offered().did('accept-ownership', { ownership: 'ownership-2' }))).toEqual([]);
    const imported = given().did('transfer-ownership', { what, to: 'BOENDE' }, { imported: true, occurredAt: '2011' });
    expect(of(imported)).toEqual([{ record: 'ownership-1', at: '2011', imported: true }]);
  });

  it('INV-05 a restart sets offers and transfers aside', () => {
    const again = offered().did('restart', { reason });
    expect(offersOf(again.plan)).toEqual([]);
    expect(again.open('decline-ownership')).toBe(false);
    const after = offered().did('accept-ownership', { ownership: 'ownership-2' }).did('restart', { reason });
    expect(transfersOf(after.plan)).toEqual([]);
    expect(after.missing('ownership-transferred')).toHaveLength(1);
  });
});

describe('a solution in use', () => {
  it('is put in use, and later becomes a part of regular operations (B82)', () => {
    expect(given().missing('solution-in-use')).toEqual([{ code: 'solution-not-in-use', verb: 'put-in-use' }]);
    const used = given().did('put-in-use', { what });
    expect(told(used)).toEqual([['solution.put-in-use', { solution: 'solution-1', what }]]);
    expect(solutionsOf(used.plan)).toEqual([
      { key: 'solution-1', what, regularOperations: false, since: '2026-01-12T08:01:00.000Z', ...made },
    ]);
    expect(used.missing('solution-in-use')).toEqual([]);
    expect(used.missing('solution-in-use', { regularOperations: false })).toEqual([]);
    expect(used.missing('solution-in-use', { regularOperations: true })).toEqual([
      { code: 'solution-beside-regular-operations', verb: 'put-in-use' },
    ]);
    const refusal = [{ code: 'solution-already-in-use', field: '/what', params: { what } }];
    expect(used.refused('put-in-use', { what })).toEqual(refusal);
    expect(used.refused('put-in-use', { what, regularOperations: false })).toEqual(refusal);
    const moved = used.did('put-in-use', { what, organisation: 'MALMO', regularOperations: true });
    expect(told(moved)).toEqual([
      ['solution.moved-to-regular-operations', { solution: 'solution-1', what, organisation: 'MALMO' }],
    ]);
    expect(solutionsOf(moved.plan)).toMatchObject([{ regularOperations: true, organisation: 'MALMO' }]);
    expect(moved.missing('solution-in-use', { regularOperations: true })).toEqual([]);
    expect(moved.refused('put-in-use', { what, regularOperations: true })).toEqual(refusal);
  });

  it('may go into regular operations at once, and keeps whose it is', () => {
    const at = given().did('put-in-use', { what, organisation: 'MALMO', regularOperations: true });
    expect(told(at)).toEqual([
      ['solution.put-in-use', { solution: 'solution-1', what, organisation: 'MALMO' }],
      ['solution.moved-to-regular-operations', { solution: 'solution-1', what, organisation: 'MALMO' }],
    ]);
    const two = given()
      .did('put-in-use', { what, organisation: 'MALMO' })
      .did('put-in-use', { what: 'Bloggen', regularOperations: true })
      .did('put-in-use', { what, regularOperations: true });
    expect(solutionsOf(two.plan).map(({ key, organisation }) => [key, organisation])).toEqual([
      ['solution-1', 'MALMO'],
      ['solution-2', undefined],
    ]);
    expect('organisation' in (solutionsOf(two.plan)[1] ?? {})).toBe(false);
  });

  it('one of several in regular operations is enough', () => {
    const two = given().did('put-in-use', { what, regularOperations: true }).did('put-in-use', { what: 'Bloggen' });
    expect(two.missing('solution-in-use', { regularOperations: true })).toEqual([]);
    expect(ownershipsOf(two.plan)).toEqual([]);
  });

  it('owners and solutions leave each other alone', () => {
    const both = offered().did('put-in-use', { what }).did('accept-ownership', { ownership: 'ownership-2' });
    expect(solutionsOf(both.plan)).toHaveLength(1);
    expect(solutionsOf(both.did('name-owner', { what: 'Bloggen', organisation: 'MALMO' }).plan)).toHaveLength(1);
    const after = both.did('transfer-ownership', { what, to: 'MALMO' });
    expect(solutionsOf(after.did('decline-ownership', { ownership: 'ownership-3', reason }).plan)).toHaveLength(1);
    expect(ownershipsOf(after.did('put-in-use', { what, regularOperations: true }).plan)).toHaveLength(3);
  });

  it('a plan of before, which knows of no solutions, reads on', () => {
    const before = offered();
    expect(before.plan.facts['ownership']).not.toHaveProperty('solutions');
    expect(solutionsOf(before.plan)).toEqual([]);
    expect(everySolutionOf(before.plan)).toEqual([]);
    expect(ownership.nothing).toEqual({ ownerships: [] });
  });

  it('what follows may hang on the day it was put in use', () => {
    const of = (plan: Given) => ownership.anchors?.['solution-put-in-use']?.(plan.plan);
    expect(of(given())).toEqual([]);
    expect(of(given().did('put-in-use', { what }))).toEqual([
      { record: 'solution-1', at: '2026-01-12T08:01:00.000Z', imported: false },
    ]);
    expect(of(given().did('put-in-use', { what }, { imported: true, occurredAt: null }))).toEqual([
      { record: 'solution-1', at: null, imported: true },
    ]);
  });

  it('INV-05 a restart asks again, and the key is a new one', () => {
    const again = given().did('put-in-use', { what }).did('restart', { reason });
    expect(again.missing('solution-in-use')).toHaveLength(1);
    const anew = again.did('put-in-use', { what });
    expect(anew.last?.events[0]?.data).toMatchObject({ solution: 'solution-2' });
    expect(everySolutionOf(anew.plan)).toHaveLength(2);
    expect(solutionsOf(anew.plan)).toHaveLength(1);
  });

  it('templates that ask open what supplies it', () => {
    const supplied = ['ownership-named', 'ownership-transferred', 'solution-in-use'].map(
      (kind) => vocabulary.criteria.get(kind)?.suppliedBy,
    );
    expect(supplied).toEqual([
      ['name-owner', 'transfer-ownership', 'accept-ownership'],
      ['transfer-ownership', 'accept-ownership'],
      ['put-in-use'],
    ]);
  });
});
