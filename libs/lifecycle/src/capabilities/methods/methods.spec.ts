import { vocabulary } from '../../engine.js';
import { given, openTemplate } from '../../given.js';
import type { MethodCard } from '../../engine/template.js';
import { cardsIn, cardsOf } from './cards.js';
import { ownCardsOf, recordedOf, usesOf } from './facts.js';
import { methods } from './index.js';

const card = (key: string, sv: string, en: string): MethodCard => ({
  key,
  name: { sv, en },
  level: 'operative',
  summary: { sv, en },
});
const made = { stage: 'begin', attempt: 1, round: 1 };

/** Two cards; the first helps in the first stage. */
function withCards(cards = [card('prototype', 'Prototyp', 'Prototype'), card('workshop', 'Workshop', 'Workshop')]) {
  const template = openTemplate();
  const stages = template.stages.map((stage) => (stage.key === 'begin' ? { ...stage, methods: ['prototype'] } : stage));
  return { ...template, methods: cards, stages };
}

const keysIn = (plan: ReturnType<typeof given>, stage: string) =>
  cardsIn(plan.plan, plan.template, stage).map(({ key }) => key);

describe('methods', () => {
  it('the template’s cards help where it says', () => {
    const plan = given(withCards());
    expect(cardsIn(plan.plan, plan.template, 'begin')).toEqual([
      {
        key: 'prototype',
        name: { sv: 'Prototyp', en: 'Prototype' },
        level: 'operative',
        summary: { sv: 'Prototyp', en: 'Prototype' },
        own: false,
      },
    ]);
    expect(keysIn(plan, 'finish')).toEqual([]);
    expect(keysIn(plan, 'nowhere')).toEqual([]);
    expect(keysIn(given(), 'begin')).toEqual([]);
  });

  it('a plan adds cards of its own, and says where they help', () => {
    const added = given(withCards()).did('add-method-card', {
      title: 'Gårdspromenad',
      level: 'strategic',
      whenToUse: 'När ingen kommer till mötet',
      how: 'Gå en runda tillsammans.',
      stages: ['finish', 'finish'],
    });
    expect(added.last?.events.map(({ type, data }) => [type, data])).toEqual([
      [
        'method.added',
        {
          method: 'method-card-1',
          title: 'Gårdspromenad',
          level: 'strategic',
          stages: ['finish'],
          whenToUseText: 'text-1',
          howText: 'text-2',
        },
      ],
    ]);
    expect(recordedOf(added.plan).cards).toEqual([
      {
        key: 'method-card-1',
        title: 'Gårdspromenad',
        level: 'strategic',
        stages: ['finish'],
        whenToUse: 'text-1',
        how: 'text-2',
        ...made,
      },
    ]);
    expect(cardsIn(added.plan, added.template, 'finish')).toEqual([
      {
        key: 'method-card-1',
        name: { sv: 'Gårdspromenad', en: 'Gårdspromenad' },
        level: 'strategic',
        own: true,
      },
    ]);
    expect(keysIn(added, 'begin')).toEqual(['prototype']);
    const bare = added.did('add-method-card', { title: 'Blogg', level: 'operative' });
    expect(bare.last?.events[0]?.data).toEqual({
      method: 'method-card-2',
      title: 'Blogg',
      level: 'operative',
      stages: [],
    });
  });

  it('a card is there once, also where the template has it, and only for stages that there are', () => {
    const plan = given(withCards());
    const asked = { title: 'Prototyp', level: 'operative' };
    expect(plan.refused('add-method-card', asked)).toEqual([
      { code: 'method-already-there', field: '/title', params: { method: 'Prototyp' } },
    ]);
    const english = given(withCards(), { language: 'en' });
    expect(english.did('add-method-card', asked).refused('add-method-card', asked)).toMatchObject([
      { code: 'method-already-there' },
    ]);
    expect(plan.refused('add-method-card', { ...asked, title: 'Blogg', stages: ['begin', 'nowhere'] })).toEqual([
      { code: 'unknown-stage', field: '/stages/1', params: { stage: 'nowhere' } },
    ]);
  });

  it('a key is no card’s of the template either', () => {
    const plan = given(withCards([card('method-card-4', 'A', 'A'), card('method-cards', 'B', 'B')]));
    const added = plan.did('add-method-card', { title: 'Blogg', level: 'operative' });
    expect(added.last?.events[0]?.data).toMatchObject({ method: 'method-card-5' });
    const odd = given(withCards([card('my-method-card-7', 'A', 'A'), card('method-card-7-b', 'B', 'B')]));
    expect(odd.did('add-method-card', { title: 'Blogg', level: 'operative' }).last?.events[0]?.data).toMatchObject({
      method: 'method-card-1',
    });
  });

  it('a card of the template is linked and unlinked in this plan alone', () => {
    const linked = given(withCards()).did('link-method', { method: 'workshop', stage: 'begin' });
    expect(linked.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['method.linked', { method: 'workshop', title: 'Workshop', stage: 'begin' }],
    ]);
    expect(keysIn(linked, 'begin')).toEqual(['prototype', 'workshop']);
    const unlinked = linked.did('unlink-method', { method: 'prototype', stage: 'begin' });
    expect(unlinked.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['method.unlinked', { method: 'prototype', title: 'Prototyp', stage: 'begin' }],
    ]);
    expect(keysIn(unlinked, 'begin')).toEqual(['workshop']);
    expect(recordedOf(unlinked.plan).links).toEqual([
      { card: 'workshop', title: 'Workshop', about: 'begin', linked: true },
      { card: 'prototype', title: 'Prototyp', about: 'begin', linked: false },
    ]);
    const back = unlinked
      .did('link-method', { method: 'prototype', stage: 'begin' })
      .did('link-method', { method: 'prototype', stage: 'finish' })
      .did('unlink-method', { method: 'workshop', stage: 'begin' });
    expect(keysIn(back, 'begin')).toEqual(['prototype']);
    expect(keysIn(back, 'finish')).toEqual(['prototype']);
    expect(recordedOf(back.plan).links).toHaveLength(3);
  });

  it('so is one of its own', () => {
    const own = given()
      .did('add-method-card', { title: 'Blogg', level: 'operative', stages: ['begin'] })
      .did('add-method-card', { title: 'Promenad', level: 'operative', stages: ['begin'] })
      .did('link-method', { method: 'method-card-1', stage: 'finish' });
    expect(own.last?.events[0]?.data).toEqual({ method: 'method-card-1', title: 'Blogg', stage: 'finish' });
    const stages = (plan: typeof own) => recordedOf(plan.plan).cards.map((one) => one.stages);
    expect(stages(own)).toEqual([['begin', 'finish'], ['begin']]);
    const less = own.did('unlink-method', { method: 'method-card-1', stage: 'begin' });
    expect(stages(less)).toEqual([['finish'], ['begin']]);
    expect(recordedOf(less.plan).links).toEqual([]);
    expect(keysIn(less, 'begin')).toEqual(['method-card-2']);
  });

  it.each(['link-method', 'unlink-method', 'use-method'])('%s needs a card that is there', (verb) => {
    const body = { method: 'nothing', stage: 'begin' };
    expect(given().open(verb)).toBe(false);
    expect(given().refused(verb, body)).toEqual([{ code: 'no-method-cards' }]);
    expect(given(withCards()).open(verb)).toBe(true);
    expect(given(withCards()).refused(verb, body)).toEqual([
      { code: 'unknown-record', field: '/method', params: { value: 'nothing' } },
    ]);
    expect(given().did('add-method-card', { title: 'Blogg', level: 'operative' }).open(verb)).toBe(true);
  });

  it('a stage that is not there, and a link that is so already, are refused', () => {
    const plan = given(withCards());
    for (const verb of ['link-method', 'unlink-method'])
      expect(plan.refused(verb, { method: 'prototype', stage: 'nowhere' })).toEqual([
        { code: 'unknown-stage', field: '/stage', params: { stage: 'nowhere' } },
      ]);
    const names = { stage: { sv: 'begin', en: 'begin' } };
    expect(plan.refused('link-method', { method: 'prototype', stage: 'begin' })).toEqual([
      { code: 'method-already-linked', field: '/stage', params: { method: 'Prototyp', stage: 'begin' }, names },
    ]);
    expect(plan.refused('unlink-method', { method: 'workshop', stage: 'begin' })).toEqual([
      { code: 'method-not-linked', field: '/stage', params: { method: 'Workshop', stage: 'begin' }, names },
    ]);
  });

  it('what was used is told, in the plan’s language, and different methods are counted', () => {
    const used = given(withCards(), { language: 'en' }).did('use-method', { method: 'prototype', note: 'It leaked.' });
    expect(used.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['method.used', { method: 'prototype', title: 'Prototype', noteText: 'text-1' }],
    ]);
    expect(usesOf(used.plan)).toEqual([{ card: 'prototype', title: 'Prototype', note: 'text-1', ...made }]);
    const again = used.did('use-method', { method: 'prototype' });
    expect(again.last?.events[0]?.data).toEqual({ method: 'prototype', title: 'Prototype' });
    expect(again.missing('methods-used')).toEqual([]);
    expect(again.missing('methods-used', { min: 2 })).toEqual([
      { code: 'methods-used-too-few', verb: 'use-method', params: { min: 2, have: 1 } },
    ]);
    expect(again.did('use-method', { method: 'workshop' }).missing('methods-used', { min: 2 })).toEqual([]);
    expect(given().missing('methods-used')).toEqual([
      { code: 'methods-used-too-few', verb: 'use-method', params: { min: 1, have: 0 } },
    ]);
  });

  it('method-cards-added counts the plan’s own', () => {
    expect(given(withCards()).missing('method-cards-added')).toEqual([
      { code: 'method-cards-too-few', verb: 'add-method-card', params: { min: 1, have: 0 } },
    ]);
    const one = given().did('add-method-card', { title: 'Blogg', level: 'operative' });
    expect(one.missing('method-cards-added')).toEqual([]);
    expect(one.missing('method-cards-added', { min: 2 })).toEqual([
      { code: 'method-cards-too-few', verb: 'add-method-card', params: { min: 2, have: 1 } },
    ]);
  });

  it('INV-05 a restart asks again for use and for cards, and the cards stay in the box', () => {
    const again = given(withCards())
      .did('add-method-card', { title: 'Blogg', level: 'operative', stages: ['begin'] }, { imported: true })
      .did('use-method', { method: 'method-card-1' }, { imported: true })
      .did('restart', { reason: 'Nya tag' });
    expect(recordedOf(again.plan)).toMatchObject({ cards: [{ imported: true }], uses: [{ imported: true }] });
    expect(again.missing('methods-used')).toHaveLength(1);
    expect(again.missing('method-cards-added')).toHaveLength(1);
    expect(ownCardsOf(again.plan)).toEqual([]);
    expect(cardsOf(again.plan, again.template).map(({ key }) => key)).toEqual([
      'prototype',
      'workshop',
      'method-card-1',
    ]);
    expect(keysIn(again, 'begin')).toEqual(['prototype', 'method-card-1']);
  });

  it('a plan made out of another begins with its toolbox, without the texts and the uses', () => {
    const before = given(withCards())
      .did('add-method-card', { title: 'Blogg', level: 'operative', whenToUse: 'Alltid', how: 'Skriv' })
      .did('link-method', { method: 'workshop', stage: 'begin' })
      .did('use-method', { method: 'workshop' });
    expect(methods.inherit?.(recordedOf(before.plan), {}, before.plan)).toEqual({
      cards: [{ key: 'method-card-1', title: 'Blogg', level: 'operative', stages: [], ...made }],
      links: [{ card: 'workshop', title: 'Workshop', about: 'begin', linked: true }],
      uses: [],
    });
  });

  it('a template that asks for them opens what supplies them', () => {
    expect(vocabulary.criteria.get('methods-used')?.suppliedBy).toEqual(['use-method']);
    expect(vocabulary.criteria.get('method-cards-added')?.suppliedBy).toEqual(['add-method-card']);
  });
});
