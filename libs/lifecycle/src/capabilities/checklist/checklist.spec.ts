import { sayReason, templateFaults } from '../../engine.js';
import type { Template } from '../../engine/template.js';
import { given, openTemplate } from '../../given.js';
import type { AskedItem } from './list.js';

const open = openTemplate();
const asking = (items?: AskedItem[]) => {
  const criterion = { key: 'list', kind: 'checklist-done', name: open.name, ...(items ? { with: { items } } : {}) };
  return {
    ...open,
    stages: open.stages.map((stage) => (stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage)),
  };
};
const of = { item: 'checklist-item-1' };

describe('checklist', () => {
  it('is done when all that people have added is ticked', () => {
    const empty = given(asking());
    expect(empty.missing('checklist-done')).toMatchObject([{ code: 'checklist-empty', verb: 'add-checklist-item' }]);
    expect(empty.open('tick-item')).toBe(false);
    const two = empty
      .did('add-checklist-item', { title: 'Lokal bokad' })
      .did('add-checklist-item', { title: 'Inbjudan sänd' });
    const one = two.did('tick-item', of);
    expect(one.missing('checklist-done')).toEqual([
      { code: 'item-to-tick', verb: 'tick-item', params: { item: 'Inbjudan sänd' } },
    ]);
    expect(one.refused('advance')).toMatchObject([{ criterion: 'list' }]);
    expect(one.did('tick-item', { item: 'Inbjudan sänd' }).did('advance').plan.stage).toBe('finish');
  });

  it('what the template asks for is ticked by its title, without being added first', () => {
    const plan = given(asking(['Säkerhet kontrollerad']));
    expect(plan.open('tick-item')).toBe(true);
    expect(plan.refused('tick-item', { item: 'Något annat' })).toMatchObject([{ code: 'unknown-record' }]);
    const ticked = plan.did('tick-item', { item: 'Säkerhet kontrollerad' });
    expect(ticked.types).toEqual(['checklist-item.added', 'checklist-item.ticked']);
    expect(ticked.missing('checklist-done', { items: ['Säkerhet kontrollerad'] })).toEqual([]);
    expect(ticked.open('tick-item')).toBe(false);
    expect(ticked.did('advance').missing('checklist-done')).toMatchObject([{ code: 'checklist-empty' }]);
  });

  it('what it asks for as one way of several is ticked in the same way', () => {
    const list = { kind: 'checklist-done', with: { items: ['A'] } };
    const either = { kind: 'any-of', with: { criteria: [{ kind: 'notes-recorded' }, list] } };
    const criterion = {
      key: 'one',
      name: open.name,
      kind: 'any-of',
      with: { criteria: [{ kind: 'meeting-held' }, either] },
    };
    const stages = open.stages.map((stage) => ({ ...stage, criteria: [criterion] }));
    const plan = given({ ...open, stages });
    expect(plan.open('tick-item')).toBe(true);
    expect(plan.did('tick-item', { item: 'A' }).types).toEqual(['checklist-item.added', 'checklist-item.ticked']);
  });

  it('a new cycle ticks again', () => {
    const stages = open.stages.map((stage) => (stage.key === 'finish' ? { ...stage, cycle: { to: 'begin' } } : stage));
    const second = given({ ...open, stages })
      .did('advance')
      .did('advance')
      .did('add-checklist-item', { title: 'Lokal bokad' });
    expect(second.missing('checklist-done')).toMatchObject([{ code: 'item-to-tick' }]);
    expect(second.did('tick-item', of).missing('checklist-done')).toEqual([]);
  });

  it('a tick can be taken back', () => {
    const ticked = given().did('add-checklist-item', { title: 'Lokal bokad' }).did('tick-item', of);
    expect(ticked.refused('tick-item', of)).toMatchObject([{ code: 'nothing-to-tick' }]);
    const back = ticked.did('untick-item', of);
    expect(back.missing('checklist-done')).toHaveLength(1);
    expect(back.refused('untick-item', of)).toMatchObject([{ code: 'nothing-ticked' }]);
    expect(back.did('tick-item', of).missing('checklist-done')).toEqual([]);
  });

  it('refuses twice the same', () => {
    const two = given()
      .did('add-checklist-item', { title: 'A' })
      .did('add-checklist-item', { title: 'B' })
      .did('tick-item', of);
    expect(two.refused('add-checklist-item', { title: 'A' })).toMatchObject([{ code: 'checklist-item-there' }]);
    expect(two.refused('tick-item', of)).toMatchObject([{ code: 'item-already-ticked' }]);
    expect(two.refused('untick-item', { item: 'B' })).toMatchObject([{ code: 'item-not-ticked' }]);
    expect(two.refused('untick-item', { item: 'checklist-item-9' })).toMatchObject([{ code: 'unknown-record' }]);
  });

  it('another round ticks again; INV-05 a restart begins another list', () => {
    const ticked = given().did('add-checklist-item', { title: 'Lokal bokad' }).did('tick-item', of);
    const again = ticked.did('repeat', { reason: 'För få kom' });
    expect(again.missing('checklist-done')).toMatchObject([{ code: 'item-to-tick' }]);
    expect(again.did('tick-item', of).missing('checklist-done')).toEqual([]);
    const anew = ticked.did('restart', { reason: 'Det höll inte', to: 'begin' });
    expect(anew.missing('checklist-done')).toMatchObject([{ code: 'checklist-empty' }]);
    expect(anew.did('add-checklist-item', { title: 'Lokal bokad' }).last?.events[0]?.data).toMatchObject({
      item: 'checklist-item-2',
    });
  });

  it('what the template asks for is told, and ticked, in the language of the plan', () => {
    const template = asking([{ sv: 'Diarieförd', en: 'Registered' }]);
    const swedish = given(template);
    expect(swedish.refused('advance')[0]?.missing).toMatchObject([{ params: { item: 'Diarieförd' } }]);
    expect(swedish.refused('tick-item', { item: 'Registered' })).toMatchObject([{ code: 'unknown-record' }]);
    const english = given(template, { language: 'en' }).did('tick-item', { item: 'Registered' });
    expect(english.did('advance').plan.stage).toBe('finish');
  });
});

describe('an item that the template gives a key', () => {
  const registered = { key: 'registered', name: { sv: 'Diarieförd', en: 'Registered' } };
  const reworded = { key: 'registered', name: { sv: 'Införd i diariet', en: 'Entered in the register' } };
  const v2 = (items?: AskedItem[]): Template => ({ ...asking(items), version: 2 });
  const list = { item: 'registered' };
  const moved = (from: AskedItem[], tick: string, to?: AskedItem[]) => {
    const ticked = given(asking(from)).did('tick-item', { item: tick });
    return ticked.did('migrate', { version: 2, reason: 'Ny version' }, { target: v2(to) });
  };
  const lacks = (plan: ReturnType<typeof given>) =>
    (plan.refused('advance')[0]?.missing ?? []).map(({ code, params }) => params?.['item'] ?? code);

  it.each(['registered', 'Diarieförd', 'Registered'])('is ticked as «%s»', (item) => {
    const plan = given(asking([registered]));
    expect(plan.refused('tick-item', { item: 'Arkiverad' })).toMatchObject([{ code: 'unknown-record' }]);
    const ticked = plan.did('tick-item', { item });
    expect(ticked.last?.events.map(({ data }) => data)).toEqual([
      { item: 'checklist-item-1', title: 'Diarieförd', itemKey: 'registered' },
      { item: 'checklist-item-1' },
    ]);
    expect(ticked.open('tick-item')).toBe(false);
    const more = ticked.did('add-checklist-item', { title: 'Lokal bokad' });
    expect(more.refused('tick-item', list)).toMatchObject([{ code: 'item-already-ticked' }]);
    expect(ticked.did('advance').plan.stage).toBe('finish');
    expect(ticked.did('untick-item', { item }).did('tick-item', of).did('advance').plan.stage).toBe('finish');
  });

  it('is told in the language of the reader, and by its key', () => {
    const [reason] = given(asking([registered])).refused('advance');
    const told = (language: 'sv' | 'en') => reason && sayReason(reason, language).missing[0];
    expect(told('sv')).toMatchObject({ message: '”Diarieförd” är inte avbockat ännu.', params: { key: 'registered' } });
    expect(told('en')).toMatchObject({ message: '"Registered" is not ticked yet.', params: { key: 'registered' } });
  });

  it('stays ticked when a later version words it otherwise, and is unticked by its new name', () => {
    const plan = moved([registered], 'registered', [reworded]);
    const unticked = plan.did('untick-item', { item: 'Införd i diariet' });
    expect(plan.did('advance').plan.stage).toBe('finish');
    expect(lacks(unticked)).toEqual(['Införd i diariet']);
    expect(unticked.did('tick-item', { item: 'Diarieförd' }).did('advance').plan.stage).toBe('finish');
    expect(unticked.refused('add-checklist-item', { title: 'Införd i diariet' })).toMatchObject([
      { code: 'checklist-item-there' },
    ]);
  });

  it('without a key, another wording is another item', () => {
    expect(lacks(moved(['Diarieförd'], 'Diarieförd', ['Införd i diariet']))).toEqual(['Införd i diariet']);
  });

  it.each([
    ['a text', 'Diarieförd'],
    ['a label', registered.name],
  ])('keeps the tick that it had as %s of the same words, and the other way about', (_as, before) => {
    expect(moved([before], 'Diarieförd', [registered]).did('advance').plan.stage).toBe('finish');
    expect(moved([registered], 'registered', [before]).did('advance').plan.stage).toBe('finish');
    const english = given(asking([registered.name]), { language: 'en' }).did('tick-item', { item: 'Registered' });
    const keyed = english.did('migrate', { version: 2, reason: 'New version' }, { target: v2([registered]) });
    expect(keyed.did('advance').plan.stage).toBe('finish');
  });

  it('is not asked for when a later version lets it go, though it was unticked', () => {
    const archived = { key: 'archived', name: { sv: 'Arkiverad', en: 'Archived' } };
    const plan = given(asking([registered]))
      .did('tick-item', list)
      .did('untick-item', list)
      .did('migrate', { version: 2, reason: 'Ny version' }, { target: v2([archived]) });
    expect(lacks(plan)).toEqual(['Arkiverad']);
    expect(moved([registered], 'registered').did('advance').plan.stage).toBe('finish');
  });

  it('is one item in all criteria of its stage, and each asks for its own beside what people add', () => {
    const ticks = given(asking([registered])).did('add-checklist-item', { title: 'Lokal bokad' });
    const mine = { items: [{ key: 'archived', name: { sv: 'Arkiverad', en: 'Archived' } }] };
    const items = (plan: typeof ticks) => plan.missing('checklist-done', mine)?.map(({ params }) => params?.['item']);
    expect(items(ticks)).toEqual(['Arkiverad', 'Lokal bokad']);
    expect(items(ticks.did('tick-item', of))).toEqual(['Arkiverad']);
    expect(items(ticks.did('tick-item', list).did('untick-item', list))).toEqual([
      'Arkiverad',
      'Lokal bokad',
      'Diarieförd',
    ]);
  });

  it('the check tells of a key that is there twice, also in one of several and where a reminder waits', () => {
    const twice = [registered, 'Arkiverad', reworded];
    const found = (template: Template) => templateFaults(template).map(({ pointer, code }) => `${pointer} ${code}`);
    expect(found(asking([registered, 'Arkiverad']))).toEqual([]);
    expect(found(asking(twice))).toEqual(['/stages/0/criteria/0/with/items/2/key duplicate-key']);
    const either = [{ kind: 'meeting-held' }, { kind: 'checklist-done', with: { items: twice } }];
    const anyOf = { key: 'one', kind: 'any-of', name: open.name, with: { criteria: either } };
    const stages = open.stages.map((stage) => (stage.key === 'begin' ? { ...stage, criteria: [anyOf] } : stage));
    expect(found({ ...open, stages })).toEqual(['/stages/0/criteria/0/with/criteria/1/with/items/2/key duplicate-key']);
    const when = { after: 'meeting-held', by: 'P7D' } as const;
    const reminder = { key: 'tick', when, to: ['process-leader'], until: 'checklist-done', given: { items: twice } };
    expect(found({ ...open, rules: { reminders: [reminder] } })).toEqual([
      '/rules/reminders/0/given/items/2/key duplicate-key',
    ]);
    expect(found(asking([null, 7, registered] as never))).toEqual([]);
  });
});
