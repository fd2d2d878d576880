import { vocabulary } from '../../engine.js';
import { given, openTemplate } from '../../given.js';
import { knowledge } from './index.js';

const report = { title: 'Kalmar län: Nutid och framtid', kind: 'report', code: 'AN-4' };
const study = { title: 'Civilsamhällets drivkrafter', kind: 'study', code: 'AN-5', on: '2021-21' };
const two = () => given().did('add-party', { organisation: 'RKL' }).did('add-party', { organisation: 'HOGSBY' });

describe('knowledge', () => {
  it('INV-17 carried out and anchored are separate, and anchored is per organisation', () => {
    const registered = two().did('register-knowledge-item', { ...report, carriedOut: true });
    expect(registered.types).toEqual(['knowledge-item.registered', 'analysis.carried-out']);
    expect(registered.missing('analyses-anchored')).toMatchObject([
      { code: 'analysis-not-anchored', verb: 'confirm-anchoring', by: { organisation: 'RKL' } },
      { code: 'analysis-not-anchored', verb: 'confirm-anchoring', by: { organisation: 'HOGSBY' } },
    ]);
    const one = registered.did('confirm-anchoring', { item: 'knowledge-item-1', organisation: 'RKL' });
    expect(one.missing('analyses-anchored')).toMatchObject([
      { params: { item: 'knowledge-item-1' }, by: { organisation: 'HOGSBY' } },
    ]);
    const both = one.did('confirm-anchoring', { item: 'knowledge-item-1', organisation: 'HOGSBY' });
    expect(both.missing('analyses-anchored')).toEqual([]);
  });

  it('INV-17 anchored everywhere does not make it carried out', () => {
    const anchored = two()
      .did('register-knowledge-item', report)
      .did('confirm-anchoring', { item: 'knowledge-item-1', organisation: 'RKL' })
      .did('confirm-anchoring', { item: 'knowledge-item-1', organisation: 'HOGSBY' });
    expect(anchored.missing('analyses-anchored')).toMatchObject([{ code: 'analysis-not-carried-out' }]);
    const done = anchored.did('mark-carried-out', { item: 'knowledge-item-1' });
    expect(done.missing('analyses-anchored')).toEqual([]);
    expect(done.missing('analyses-anchored', { min: 2 })).toMatchObject([
      { code: 'analyses-too-few', params: { min: 2, have: 1 } },
    ]);
  });

  it('INV-17 holds nowhere when there is no party to anchor in', () => {
    const alone = given().did('register-knowledge-item', { ...report, carriedOut: true });
    expect(alone.missing('analyses-anchored')).toMatchObject([{ code: 'no-parties', verb: 'add-party' }]);
    expect(alone.open('confirm-anchoring')).toBe(false);
  });

  it('asks only for the analyses that lack least, and only of the kinds that count', () => {
    const bonus = { title: 'Framtidshopp', kind: 'degree-project', carriedOut: true };
    const several = two()
      .did('register-knowledge-item', report)
      .did('register-knowledge-item', { ...study, carriedOut: true })
      .did('register-knowledge-item', bonus)
      .did('confirm-anchoring', { item: 'knowledge-item-3', organisation: 'RKL' });
    const titles = several.missing('analyses-anchored')?.map((one) => one.params?.['title']);
    expect(titles).toEqual([study.title, study.title]);
    expect(several.missing('knowledge-registered', { min: 3 })).toEqual([]);
    expect(several.missing('knowledge-registered', { min: 2, kinds: ['study'] })).toMatchObject([
      { params: { min: 2, have: 1 } },
    ]);
  });

  it('INV-18 the plan cites items that it knows, each counted once', () => {
    const known = given().did('register-knowledge-item', report).did('register-knowledge-item', study);
    expect(known.missing('knowledge-cited')).toMatchObject([{ code: 'citations-too-few', verb: 'cite' }]);
    const cited = known
      .did('cite', { item: 'knowledge-item-1' })
      .did('cite', { item: 'knowledge-item-1', section: 'goal' });
    expect(cited.missing('knowledge-cited')).toEqual([]);
    expect(cited.missing('knowledge-cited', { min: 2 })).toMatchObject([{ params: { min: 2, have: 1 } }]);
    expect(cited.refused('cite', { item: 'knowledge-item-1' })).toMatchObject([{ code: 'already-cited' }]);
    expect(cited.refused('cite', { item: 'knowledge-item-9' })).toMatchObject([
      { code: 'unknown-record', field: '/item' },
    ]);
  });

  it('INV-05 a new attempt cites anew, but knows what was known', () => {
    const cited = two().did('register-knowledge-item', report).did('cite', { item: 'knowledge-item-1' });
    const again = cited.did('restart', { reason: 'Vi tar nya tag', to: 'begin' });
    expect(again.missing('knowledge-cited')).toMatchObject([{ code: 'citations-too-few' }]);
    expect(again.missing('knowledge-registered')).toEqual([]);
    expect(again.did('cite', { item: 'knowledge-item-1' }).missing('knowledge-cited')).toEqual([]);
  });

  it('a plan forked out of an initiative inherits the items, not the citations', () => {
    const [begin, finish] = openTemplate().stages;
    const forks = openTemplate({ stages: [{ ...begin!, fork: { to: 'finish' } }, finish!] });
    const cited = given(forks).did('register-knowledge-item', report).did('cite', { item: 'knowledge-item-1' });
    const child = cited.did('fork', { plans: [{ title: 'Hälsolots' }] }).last?.births[0]?.plan;
    expect(child?.facts['knowledge']).toMatchObject({ items: [{ code: 'AN-4' }], citations: [] });
  });

  it('refuses what is already so, and what it does not know', () => {
    const known = two().did('register-knowledge-item', { ...report, carriedOut: true });
    const anchoring = { item: 'knowledge-item-1', organisation: 'RKL' };
    expect(known.refused('mark-carried-out', { item: 'knowledge-item-1' })).toMatchObject([
      { code: 'already-carried-out' },
    ]);
    expect(known.refused('register-knowledge-item', report)).toMatchObject([
      { code: 'knowledge-code-taken', field: '/code' },
    ]);
    expect(known.did('confirm-anchoring', anchoring).refused('confirm-anchoring', anchoring)).toMatchObject([
      { code: 'already-anchored' },
    ]);
    expect(known.refused('confirm-anchoring', { ...anchoring, organisation: 'SLU' })).toMatchObject([
      { code: 'unknown-record', field: '/organisation' },
    ]);
    for (const verb of ['mark-carried-out', 'confirm-anchoring'])
      expect(known.refused(verb, { ...anchoring, item: 'knowledge-item-9' })).toMatchObject([{ field: '/item' }]);
  });

  it('buttons are closed until there is something to act on', () => {
    expect(given().open('cite')).toBe(false);
    expect(given().open('mark-carried-out')).toBe(false);
    expect(given().did('register-knowledge-item', study).open('cite')).toBe(true);
  });

  it('criteria name only verbs that exist', () => {
    const supplied = Object.values(knowledge.criteria).flatMap((criterion) => criterion.suppliedBy);
    expect(supplied.filter((name) => !vocabulary.verbs.has(name))).toEqual([]);
  });

  it('stops a stage and lets it go on', () => {
    const name = { sv: 'Analys', en: 'Analysis' };
    const [begin, finish] = openTemplate().stages;
    const criteria = [{ key: 'cited', kind: 'knowledge-cited', name }];
    const gated = openTemplate({ stages: [{ ...begin!, criteria }, finish!] });
    const known = given(gated).did('register-knowledge-item', report);
    expect(known.refused('advance')).toMatchObject([{ code: 'criterion-not-met', criterion: 'cited' }]);
    expect(known.did('cite', { item: 'knowledge-item-1' }).did('advance').plan.stage).toBe('finish');
  });
});
