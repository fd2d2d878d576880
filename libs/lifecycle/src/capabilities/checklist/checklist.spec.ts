import type { Label } from '../../engine/template.js';
import { given, openTemplate } from '../../given.js';

const open = openTemplate();
const asking = (items?: (string | Label)[]) => {
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
