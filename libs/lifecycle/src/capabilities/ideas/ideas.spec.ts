import { vocabulary } from '../../engine.js';
import { given, openTemplate } from '../../given.js';
import { existingSolutionsOf, ideasOf, pickedIdeaOf, recordedOf } from './facts.js';

const made = { stage: 'begin', attempt: 1, round: 1 };
const three = () =>
  ['Bytesbod', 'Matbutik', 'Odling'].reduce((plan, title) => plan.did('propose-idea', { title }), given());

describe('ideas', () => {
  it('an idea has a title, perhaps more words and somebody whose it is', () => {
    const bare = given().did('propose-idea', { title: 'Bytesbod' });
    expect(bare.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['idea.proposed', { idea: 'idea-1', title: 'Bytesbod' }],
    ]);
    const whole = bare.did('propose-idea', {
      title: 'Matbutik',
      description: 'De boende handlar ihop.',
      organisation: 'MALMO',
    });
    expect(whole.last?.events[0]?.data).toEqual({
      idea: 'idea-2',
      title: 'Matbutik',
      organisation: 'MALMO',
      descriptionText: 'text-1',
    });
    expect(ideasOf(whole.plan)).toEqual([
      { key: 'idea-1', title: 'Bytesbod', status: 'proposed', ...made },
      {
        key: 'idea-2',
        title: 'Matbutik',
        organisation: 'MALMO',
        description: 'text-1',
        status: 'proposed',
        ...made,
      },
    ]);
  });

  it('one idea is not an overview: a template says how many, and the same one twice does not count', () => {
    const template = openTemplate();
    const criterion = { key: 'many', kind: 'ideas-proposed', name: template.name, with: { min: 2 } };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const one = given({ ...template, stages }).did('propose-idea', { title: 'Bytesbod' });
    expect(one.refused('propose-idea', { title: 'Bytesbod' })).toEqual([
      { code: 'idea-already-proposed', field: '/title', params: { idea: 'Bytesbod' } },
    ]);
    expect(one.missing('ideas-proposed', { min: 2 })).toEqual([
      { code: 'ideas-too-few', verb: 'propose-idea', params: { min: 2, have: 1 } },
    ]);
    expect(one.open('advance')).toBe(false);
    expect(one.did('propose-idea', { title: 'Odling' }).did('advance').plan.stage).toBe('finish');
    expect(given().missing('ideas-proposed')).toEqual([
      { code: 'ideas-too-few', verb: 'propose-idea', params: { min: 1, have: 0 } },
    ]);
    expect(one.missing('ideas-proposed')).toEqual([]);
  });

  it('one is picked with a reason; another pick lets it go', () => {
    expect(given().open('pick-idea')).toBe(false);
    expect(given().refused('pick-idea', { idea: 'idea-1', reason: 'Nära' })).toEqual([{ code: 'no-ideas-to-pick' }]);
    expect(three().missing('idea-picked')).toEqual([{ code: 'idea-not-picked', verb: 'pick-idea' }]);
    const picked = three().did('pick-idea', { idea: 'idea-2', reason: 'Nära de boende' });
    expect(picked.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['idea.picked', { idea: 'idea-2', reasonText: 'text-1' }],
    ]);
    expect(picked.missing('idea-picked')).toEqual([]);
    expect(pickedIdeaOf(picked.plan)).toEqual({
      key: 'idea-2',
      title: 'Matbutik',
      status: 'picked',
      why: 'text-1',
      ...made,
    });
    expect(picked.refused('pick-idea', { idea: 'idea-2', reason: 'Igen' })).toEqual([
      { code: 'idea-already-picked', field: '/idea', params: { idea: 'Matbutik' } },
    ]);
    const other = picked.did('pick-idea', { idea: 'idea-3', reason: 'Billigare' });
    expect(ideasOf(other.plan).map(({ key, status, why }) => [key, status, why])).toEqual([
      ['idea-1', 'proposed', undefined],
      ['idea-2', 'proposed', undefined],
      ['idea-3', 'picked', 'text-2'],
    ]);
    expect('why' in (ideasOf(other.plan)[1] ?? {})).toBe(false);
  });

  it('a parked idea is kept, still counts, and may be picked later', () => {
    expect(given().open('park-idea')).toBe(false);
    expect(given().refused('park-idea', { idea: 'idea-1' })).toEqual([{ code: 'no-ideas-to-park' }]);
    const picked = three().did('pick-idea', { idea: 'idea-1', reason: 'Nära' });
    const parked = picked.did('park-idea', { idea: 'idea-1', because: 'Ingen lokal' });
    expect(parked.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['idea.parked', { idea: 'idea-1', reasonText: 'text-2' }],
    ]);
    expect(ideasOf(parked.plan).map(({ status, why }) => [status, why])).toEqual([
      ['parked', 'text-2'],
      ['proposed', undefined],
      ['proposed', undefined],
    ]);
    expect(parked.missing('idea-picked')).toHaveLength(1);
    expect(parked.missing('ideas-proposed', { min: 3 })).toEqual([]);
    expect(parked.refused('park-idea', { idea: 'idea-1' })).toEqual([
      { code: 'idea-already-parked', field: '/idea', params: { idea: 'Bytesbod' } },
    ]);
    const silent = parked.did('park-idea', { idea: 'idea-2' });
    expect(silent.last?.events[0]?.data).toEqual({ idea: 'idea-2' });
    expect(silent.open('park-idea')).toBe(true);
    expect(silent.did('park-idea', { idea: 'idea-3' }).open('park-idea')).toBe(false);
    const back = parked.did('pick-idea', { idea: 'idea-1', reason: 'Nu finns det' });
    expect(pickedIdeaOf(back.plan)).toMatchObject({ key: 'idea-1', why: 'text-3' });
  });

  it('when the only idea is picked there is none left to pick', () => {
    const only = given().did('propose-idea', { title: 'Odling' }).did('pick-idea', { idea: 'idea-1', reason: 'x' });
    expect(only.open('pick-idea')).toBe(false);
    expect(only.open('park-idea')).toBe(true);
  });

  it('an idea that the plan has not is refused', () => {
    for (const verb of ['park-idea', 'pick-idea'])
      expect(three().refused(verb, { idea: 'idea-9', reason: 'x' })).toEqual([
        { code: 'unknown-record', field: '/idea', params: { value: 'idea-9' } },
      ]);
  });

  it('what exists already is looked at before something new is tried', () => {
    expect(given().missing('existing-solutions-looked-at')).toEqual([
      { code: 'existing-solutions-too-few', verb: 'look-at-existing', params: { min: 1, have: 0 } },
    ]);
    const bare = given().did('look-at-existing', { title: 'Fritidsbank' });
    expect(bare.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['existing-solution.looked-at', { solution: 'existing-solution-1', title: 'Fritidsbank' }],
    ]);
    expect(bare.missing('existing-solutions-looked-at')).toEqual([]);
    const more = bare.did('look-at-existing', {
      title: 'Bulk buying',
      where: 'Kent',
      learnt: 'De boende tog över under tiden.',
    });
    expect(more.last?.events[0]?.data).toEqual({
      solution: 'existing-solution-2',
      title: 'Bulk buying',
      where: 'Kent',
      learntText: 'text-1',
    });
    expect(existingSolutionsOf(more.plan)).toEqual([
      { key: 'existing-solution-1', title: 'Fritidsbank', ...made },
      { key: 'existing-solution-2', title: 'Bulk buying', where: 'Kent', learnt: 'text-1', ...made },
    ]);
    expect(more.missing('existing-solutions-looked-at', { min: 2 })).toEqual([]);
    expect(more.missing('existing-solutions-looked-at', { min: 3 })).toEqual([
      { code: 'existing-solutions-too-few', verb: 'look-at-existing', params: { min: 3, have: 2 } },
    ]);
    const { ideas, existing } = recordedOf(more.did('propose-idea', { title: 'Odling' }).plan);
    expect([ideas.length, existing.length]).toEqual([1, 2]);
  });

  it('INV-05 a restart sets them aside, unchanged; INV-26 imported ones are marked', () => {
    const told = given()
      .did('propose-idea', { title: 'Odling' }, { imported: true })
      .did('look-at-existing', { title: 'Kent' }, { imported: true })
      .did('pick-idea', { idea: 'idea-1', reason: 'x' });
    expect(recordedOf(told.plan)).toMatchObject({ ideas: [{ imported: true }], existing: [{ imported: true }] });
    const again = told.did('restart', { reason: 'Fel idéer' });
    expect(recordedOf(again.plan)).toEqual(recordedOf(told.plan));
    expect(again.missing('ideas-proposed')).toHaveLength(1);
    expect(again.missing('idea-picked')).toHaveLength(1);
    expect(again.missing('existing-solutions-looked-at')).toHaveLength(1);
    expect(again.open('pick-idea')).toBe(false);
    const anew = again.did('propose-idea', { title: 'Odling' }).did('look-at-existing', { title: 'Kent' });
    expect(recordedOf(anew.plan).ideas.map(({ key }) => key)).toEqual(['idea-1', 'idea-2']);
    expect(recordedOf(anew.plan).existing.map(({ key }) => key)).toEqual([
      'existing-solution-1',
      'existing-solution-2',
    ]);
  });

  it('a template that asks for them opens what supplies them', () => {
    const supplied = ['ideas-proposed', 'existing-solutions-looked-at', 'idea-picked'].map(
      (kind) => vocabulary.criteria.get(kind)?.suppliedBy,
    );
    expect(supplied).toEqual([['propose-idea'], ['look-at-existing'], ['pick-idea']]);
  });
});
