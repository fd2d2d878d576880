import { hear, vocabulary } from '../../engine.js';
import { stands, type Plan } from '../../engine/plan.js';
import { given, openTemplate, type Given } from '../../given.js';
import { howMany, parameters } from '../parameters.js';
import { dialogueFacts, dialoguesOf } from './facts.js';
import { dialogues } from './index.js';

const named = () =>
  given()
    .did('name-municipality', { organisation: 'HOGSBY', name: 'Högsby kommun' })
    .did('name-municipality', { organisation: 'NYBRO' });
const data = (then: Given) => then.last?.events[0]?.data;
const made = { stage: 'begin', attempt: 1, round: 1 };
const silent = (municipality: string, name: string) => ({
  code: 'municipality-not-heard',
  verb: 'hold-dialogue',
  params: { municipality, name },
  by: { organisation: municipality },
});
const HOGSBY = silent('HOGSBY', 'Högsby kommun');
const NYBRO = silent('NYBRO', 'NYBRO');

/** The first stage makes a case for each municipality and waits for them; a case begins in `dialogue` and ends there. */
function joining() {
  const open = openTemplate();
  const bare = (key: string, rest: object) => ({ key, name: open.name, opens: [], criteria: [], next: [], ...rest });
  const own = { key: 'answered', kind: 'dialogue-answered', name: open.name };
  const fork = { to: 'dialogue', each: 'municipality', as: 'case', join: true };
  const stages = [
    bare('begin', { next: ['finish'], fork }),
    bare('finish', { cycle: { to: 'begin' }, end: true }),
    bare('dialogue', { criteria: [own], end: true }),
  ];
  return openTemplate({ stages });
}

const forked = () => {
  const plan = given(joining())
    .did('name-municipality', { organisation: 'HOGSBY', name: 'Högsby kommun' })
    .did('name-municipality', { organisation: 'NYBRO' })
    .did('fork');
  const [hogsby, nybro] = plan.plan.children.map((child) => plan.of(plan.births.get(child.id) as Plan));
  return { plan, hogsby: hogsby as Given, nybro: nybro as Given };
};

/** What the plan above hears when a case of its own comes to an end. */
function heard(plan: Given, ended: Given): Given {
  const [tell] = ended.last?.tells ?? [];
  return plan.took(hear(plan.plan, tell as never, plan.setting()) ?? undefined);
}

describe('dialogues recorded in one plan', () => {
  it('B60 the municipalities that are to be heard are named, each once', () => {
    expect(named().types).toEqual(['municipality.named']);
    expect(data(named())).toEqual({ organisation: 'NYBRO' });
    expect(dialogueFacts(named().plan).municipalities).toEqual([
      { organisation: 'HOGSBY', name: 'Högsby kommun' },
      { organisation: 'NYBRO' },
    ]);
    expect(named().refused('name-municipality', { organisation: 'HOGSBY' })).toEqual([
      { code: 'municipality-already-named', field: '/organisation', params: { organisation: 'HOGSBY' } },
    ]);
    expect(given().missing('municipalities-named')).toEqual([
      { code: 'municipalities-too-few', verb: 'name-municipality', params: { min: 1, have: 0 } },
    ]);
    expect(named().missing('municipalities-named')).toEqual([]);
    expect(named().missing('municipalities-named', { min: 2 })).toEqual([]);
    expect(named().missing('municipalities-named', { min: 3 })).toMatchObject([{ params: { min: 3, have: 2 } }]);
  });

  it('a dialogue is held, with how many took part; its notes stay out of the event', () => {
    const participants = { value: 12, unit: 'persons', qualifier: 'about' };
    const body = { municipality: 'HOGSBY', on: '2026-01', participants, notes: 'Butiken är orten.' };
    const held = named().did('hold-dialogue', body);
    expect(held.types).toEqual(['municipal-dialogue.held']);
    const kept = { municipality: 'HOGSBY', participants, notesText: 'text-1' };
    expect(data(held)).toEqual({ dialogue: 'dialogue-1', ...kept, on: '2026-01' });
    expect(held.last?.texts).toMatchObject([{ field: 'notes', text: 'Butiken är orten.' }]);
    expect(dialoguesOf(held.plan)).toEqual([
      { key: 'dialogue-1', status: 'held', at: '2026-01', ...kept, imported: false, ...made },
    ]);
    const bare = held.did('hold-dialogue', { municipality: 'NYBRO' }, { occurredAt: '2025', imported: true });
    expect(data(bare)).toEqual({ dialogue: 'dialogue-2', municipality: 'NYBRO', on: '2025' });
    expect(dialoguesOf(bare.plan)[1]).toEqual({
      key: 'dialogue-2',
      status: 'held',
      at: '2025',
      municipality: 'NYBRO',
      imported: true,
      ...made,
    });
  });

  it('or declined with a note', () => {
    const declined = named().did('decline-dialogue', { municipality: 'NYBRO', note: 'Hinner inte i vår.' });
    expect(declined.types).toEqual(['municipal-dialogue.declined']);
    const kept = { municipality: 'NYBRO', noteText: 'text-1' };
    expect(data(declined)).toEqual({ dialogue: 'dialogue-1', ...kept });
    expect(declined.last?.texts).toMatchObject([{ field: 'note', text: 'Hinner inte i vår.' }]);
    const at = '2026-01-12T08:03:00.000Z';
    expect(dialoguesOf(declined.plan)).toEqual([
      { key: 'dialogue-1', ...kept, status: 'declined', at, imported: false, ...made },
    ]);
    const past = { imported: true, occurredAt: null };
    const known = named().did('decline-dialogue', { municipality: 'NYBRO', note: 'Avstod.' }, past);
    expect(dialoguesOf(known.plan)).toMatchObject([{ imported: true, at: null }]);
  });

  it('dialogues-answered lists each municipality that has neither been heard nor declined', () => {
    expect(given().missing('dialogues-answered')).toEqual([{ code: 'no-municipalities', verb: 'name-municipality' }]);
    expect(named().missing('dialogues-answered')).toEqual([HOGSBY, NYBRO]);
    const one = named().did('hold-dialogue', { municipality: 'HOGSBY' });
    expect(one.missing('dialogues-answered')).toEqual([NYBRO]);
    const both = one.did('decline-dialogue', { municipality: 'NYBRO', note: 'Nej' });
    expect(both.missing('dialogues-answered')).toEqual([]);
  });

  it('says which municipality it is, and knows it', () => {
    const no = { code: 'municipality-not-said', field: '/municipality' };
    expect(named().refused('hold-dialogue')).toEqual([no]);
    expect(named().refused('decline-dialogue', { note: 'Nej' })).toEqual([no]);
    const unknown = { code: 'unknown-record', field: '/municipality', params: { value: 'EMMABODA' } };
    expect(named().refused('hold-dialogue', { municipality: 'EMMABODA' })).toEqual([unknown]);
    expect(named().refused('decline-dialogue', { municipality: 'EMMABODA', note: 'Nej' })).toEqual([unknown]);
    expect(named().refused('hold-dialogue', { municipality: 'NYBRO', on: '2026-03' })).toEqual([
      { code: 'lies-ahead', field: '/on', params: { when: '2026-03' } },
    ]);
  });

  it('needs municipalities; one that has declined may be heard after all, one that was heard cannot decline', () => {
    const none = [
      { code: 'no-municipalities', missing: [{ code: 'municipality-missing', verb: 'name-municipality' }] },
    ];
    expect(given().refused('hold-dialogue', { municipality: 'NYBRO' })).toEqual(none);
    expect(given().refused('decline-dialogue', { municipality: 'NYBRO', note: 'Nej' })).toEqual(none);
    expect([named().open('hold-dialogue'), named().open('decline-dialogue')]).toEqual([true, true]);
    const declined = named().did('decline-dialogue', { municipality: 'NYBRO', note: 'Nej' });
    const answered = {
      code: 'municipality-already-answered',
      field: '/municipality',
      params: { municipality: 'NYBRO' },
    };
    expect(declined.refused('decline-dialogue', { municipality: 'NYBRO', note: 'Igen' })).toEqual([answered]);
    const held = declined.did('hold-dialogue', { municipality: 'NYBRO' });
    expect(data(held)).toMatchObject({ dialogue: 'dialogue-2' });
    expect(held.refused('decline-dialogue', { municipality: 'NYBRO', note: 'Igen' })).toEqual([answered]);
    const all = held.did('hold-dialogue', { municipality: 'HOGSBY' });
    expect(all.refused('decline-dialogue', { municipality: 'NYBRO', note: 'Igen' })).toEqual([
      { code: 'municipalities-all-answered' },
    ]);
    expect([all.open('hold-dialogue'), all.open('decline-dialogue')]).toEqual([true, false]);
  });

  it('INV-05 a new attempt hears the same municipalities anew', () => {
    const again = named().did('hold-dialogue', { municipality: 'HOGSBY' }).did('restart', { reason: 'Nytt läge' });
    expect(again.missing('municipalities-named', { min: 2 })).toEqual([]);
    expect(again.missing('dialogues-answered')).toEqual([HOGSBY, NYBRO]);
    expect(dialoguesOf(again.plan)).toEqual([]);
    expect(data(again.did('hold-dialogue', { municipality: 'HOGSBY' }))).toMatchObject({ dialogue: 'dialogue-2' });
  });

  it('is reminded of by the day of each dialogue that was held, in the stage where it was recorded', () => {
    const two = named()
      .did('hold-dialogue', { municipality: 'HOGSBY', on: '2026-01-08' })
      .did('decline-dialogue', { municipality: 'NYBRO', note: 'Nej' });
    expect(dialogues.anchors?.['dialogue-held']?.(two.plan)).toEqual([
      { record: 'dialogue-1', at: '2026-01-08', imported: false, made: expect.objectContaining(made) },
    ]);
  });
});

describe('dialogues in cases of their own', () => {
  it('one case is made for each municipality that has not answered in the plan', () => {
    const candidates = vocabulary.forks.get('municipality')?.(named().plan);
    expect(candidates).toEqual([
      { key: 'HOGSBY', title: 'Högsby kommun' },
      { key: 'NYBRO', title: 'NYBRO' },
    ]);
    const one = named().did('hold-dialogue', { municipality: 'HOGSBY' });
    expect(vocabulary.forks.get('municipality')?.(one.plan)).toMatchObject([{ key: 'NYBRO' }]);
    expect(forked().plan.plan.children).toMatchObject([
      { title: 'Högsby kommun', each: 'HOGSBY' },
      { title: 'NYBRO', each: 'NYBRO' },
    ]);
  });

  it('a case knows its own municipality, and needs no name of it', () => {
    const { hogsby, nybro } = forked();
    expect(hogsby.plan.facts['dialogues']).toEqual({
      municipalities: [{ organisation: 'HOGSBY', name: 'Högsby kommun' }],
      dialogues: [],
      ownMunicipality: 'HOGSBY',
    });
    expect(hogsby.missing('dialogue-answered')).toEqual([HOGSBY]);
    const held = hogsby.did('hold-dialogue', { notes: 'Butiken är orten.' });
    expect(data(held)).toMatchObject({ dialogue: 'dialogue-1', municipality: 'HOGSBY' });
    expect(held.missing('dialogue-answered')).toEqual([]);
    expect(held.did('complete').plan.status).toBe('completed');
    expect(hogsby.refused('hold-dialogue', { municipality: 'NYBRO' })).toMatchObject([{ code: 'unknown-record' }]);
    const declined = nybro.did('decline-dialogue', { note: 'Hinner inte' });
    expect(data(declined)).toMatchObject({ municipality: 'NYBRO' });
    expect(declined.missing('dialogue-answered')).toEqual([]);
    expect(declined.open('decline-dialogue')).toBe(false);
  });

  it('a case of one municipality is answered by that one, whatever others it comes to hear of', () => {
    const other = forked()
      .hogsby.did('name-municipality', { organisation: 'EMMABODA' })
      .did('hold-dialogue', { municipality: 'EMMABODA' });
    expect(other.missing('dialogue-answered')).toEqual([HOGSBY]);
    const own = other.did('hold-dialogue', {}).did('name-municipality', { organisation: 'TORSAS' });
    expect(own.missing('dialogue-answered')).toEqual([]);
    expect(own.missing('dialogues-answered')).toMatchObject([{ params: { municipality: 'TORSAS' } }]);
  });

  it('where no municipality is its own, any dialogue answers', () => {
    expect(named().missing('dialogue-answered')).toEqual([{ code: 'dialogue-missing', verb: 'hold-dialogue' }]);
    expect(named().did('hold-dialogue', { municipality: 'NYBRO' }).missing('dialogue-answered')).toEqual([]);
  });

  it('a plan made for something else knows the municipalities and none of the dialogues', () => {
    const held = named().did('hold-dialogue', { municipality: 'HOGSBY' });
    const all = { municipalities: dialogueFacts(held.plan).municipalities, dialogues: [] };
    expect(dialogues.inherit?.(dialogueFacts(held.plan), {}, held.plan)).toEqual(all);
    expect(dialogues.inherit?.(dialogueFacts(held.plan), { each: 'theme-1' }, held.plan)).toEqual(all);
  });

  it('the plan above counts a municipality as heard when its case has ended or is let go', () => {
    const { plan, hogsby } = forked();
    expect(plan.missing('dialogues-answered')).toEqual([HOGSBY, NYBRO]);
    const one = heard(plan, hogsby.did('hold-dialogue').did('complete'));
    expect(one.missing('dialogues-answered')).toEqual([NYBRO]);
    expect(one.open('advance')).toBe(false);
    const gone = one.did('release', { reason: 'Svarar inte' });
    expect(gone.missing('dialogues-answered')).toEqual([]);
    const next = gone.did('advance').did('advance', { to: 'begin' });
    expect(next.plan.cycle).toBe(2);
    expect(next.missing('dialogues-answered')).toEqual([HOGSBY, NYBRO]);
  });

  it('one that was let go before a case was made of it is not waited for either', () => {
    const plan = given(joining()).did('name-municipality', { organisation: 'NYBRO' });
    expect(plan.open('advance')).toBe(false);
    const gone = plan.did('release', { reason: 'Avstår' });
    expect(gone.missing('dialogues-answered')).toEqual([]);
    expect(gone.did('advance').plan.stage).toBe('finish');
  });

  it('a plan in which every municipality was heard waits for no case', () => {
    const plan = given(joining())
      .did('name-municipality', { organisation: 'NYBRO' })
      .did('hold-dialogue', { municipality: 'NYBRO' });
    expect(plan.did('advance').plan.stage).toBe('finish');
  });

  it('the day of a dialogue of the next cycle belongs to that cycle', () => {
    const held = (then: Given) => then.did('hold-dialogue', { municipality: 'NYBRO', on: '2026-01-08' });
    const one = held(given(joining()).did('name-municipality', { organisation: 'NYBRO' }));
    const two = held(one.did('advance').did('advance', { to: 'begin' }));
    const days = dialogues.anchors?.['dialogue-held']?.(two.plan) ?? [];
    expect(days.map(({ made: where }) => where && stands(two.plan, where))).toEqual([false, true]);
  });
});

describe('what dialogues ask of a template and tell people', () => {
  it('each criterion says which verbs supply it, and takes what it should', () => {
    const kinds = ['municipalities-named', 'dialogues-answered', 'dialogue-answered'];
    const both = ['hold-dialogue', 'decline-dialogue'];
    expect(kinds.map((kind) => vocabulary.criteria.get(kind)?.suppliedBy)).toEqual([['name-municipality'], both, both]);
    expect(vocabulary.criteria.get('municipalities-named')?.with).toEqual(
      parameters({ min: howMany('How many municipalities; 1 by default.') }),
    );
  });

  it('every code has words', () => {
    expect(Object.keys(dialogues.words).toSorted()).toEqual([
      'dialogue-missing',
      'municipalities-all-answered',
      'municipalities-too-few',
      'municipality-already-answered',
      'municipality-already-named',
      'municipality-missing',
      'municipality-not-heard',
      'municipality-not-said',
      'no-municipalities',
    ]);
  });
});
