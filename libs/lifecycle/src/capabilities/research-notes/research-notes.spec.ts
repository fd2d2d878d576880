// INV-36: a researcher's notes are private until they are published as findings.
import { fold, isKeptFrom, keptTexts, moves, seenBy } from '../../engine.js';
import type { CheckIn } from '../../engine/template.js';
import { given, openTemplate, type Given } from '../../given.js';

const name = { sv: 'Reflektion', en: 'Reflection' };
const checkIn: CheckIn = { key: 'reflection', form: 'reflection-talk', when: { entered: 'P1M' }, to: [] };
const opens = openTemplate().tracks?.[0]?.opens ?? [];
const template = openTemplate({ tracks: [{ key: 'all', name, opens, checkIns: [checkIn] }] });

const ada = { who: { id: 'ada', role: 'researcher', organisation: 'RKL' } };
const bo = { who: { id: 'bo', role: 'researcher', organisation: 'LNU' } };
const written = (plan: Given = given(template)) =>
  plan.did('write-research-note', { note: 'Ordföranden tvekar.', about: 'begin', checkIn: 'reflection' }, ada);
const keyIn = ({ last }: Given) => (last!.events[0]!.data as { researchNote: string }).researchNote;
const facts = (plan: Given['plan']) => plan.facts['research-notes'];

describe('a note', () => {
  it('is its writer’s, under a key that counts nothing', () => {
    const plan = written();
    const note = { key: keyIn(plan), writer: 'ada', noteText: 'text-1', about: 'begin', checkIn: 'reflection' };
    expect(facts(plan.plan)).toEqual({ notes: [note], findings: [] });
    expect(note.key).toBe(plan.last?.events[0]?.command);
    expect(plan.last?.texts).toMatchObject([{ key: 'text-1', field: 'note', text: 'Ordföranden tvekar.' }]);
  });

  it('is about a stage and a check-in that there are', () => {
    const refused = (body: object) => given(template).refused('write-research-note', { note: 'x', ...body });
    expect(refused({ about: 'nowhere' })).toMatchObject([{ code: 'unknown-stage', field: '/about' }]);
    expect(refused({ checkIn: 'notes' })).toMatchObject([{ code: 'unknown-record', field: '/checkIn' }]);
  });

  it('is not there for anybody else: not its event, its facts, its text, its verbs', () => {
    const { plan, last } = written();
    const [note] = last?.events ?? [];
    expect(['ada', 'bo'].map((id) => note && isKeptFrom(note, [id]))).toEqual([false, true]);
    expect(note && isKeptFrom(note, [])).toBe(true);
    expect(facts(seenBy(plan, ['bo']))).toEqual({ notes: [], findings: [] });
    expect(seenBy(plan, ['ada'])).toEqual(plan);
    expect([keptTexts(plan, ['ada']), keptTexts(plan, ['bo']), keptTexts(plan, [])]).toEqual([
      [],
      ['text-1'],
      ['text-1'],
    ]);
  });

  it.each(['publish-research-note', 'strike-research-note'])('%s: to others there is no note', (verb) => {
    const plan = written();
    const open = (who: object) =>
      moves(plan.plan, plan.setting(who))
        .find((move) => move.verb === verb)
        ?.reasons.map(({ code }) => code);
    expect([open(ada), open(bo)]).toEqual([[], ['no-research-note']]);
    expect(plan.refused(verb, { researchNote: keyIn(plan) }, bo)).toMatchObject([{ code: 'no-research-note' }]);
    const both = plan.did('write-research-note', { note: 'Min egen.' }, bo);
    expect(both.refused(verb, { researchNote: keyIn(plan) }, bo)).toMatchObject([
      { code: 'unknown-record', field: '/researchNote' },
    ]);
    expect(both.did(verb, { researchNote: keyIn(plan).toUpperCase() }, ada).types).toHaveLength(1);
  });

  it('is no step of the plan: undo goes past it, and a correction does not find it', () => {
    const plan = written(given(template).did('write-log-entry', { entry: 'Före.' }));
    const note = keyIn(plan);
    expect(
      plan.refused('correct', { event: plan.last?.events[0]?.id, reason: 'Fel', happened: '2026-01' }),
    ).toMatchObject([{ code: 'unknown-record', field: '/event' }]);
    const undone = plan.did('undo', { reason: 'Fel' });
    expect(undone.plan.facts['log']).toBeUndefined();
    expect(facts(undone.plan)).toMatchObject({ notes: [{ key: note }] });
    expect(fold(undone.events)).toEqual(undone.plan);
    expect(undone.last?.events[0]?.data['events']).not.toContain(plan.last?.events[0]?.id);
  });

  it('struck out, it is gone from the list of its writer', () => {
    const plan = written();
    const struck = plan.did('strike-research-note', { researchNote: keyIn(plan) }, ada);
    expect(isKeptFrom(struck.last?.events[0] as never, ['bo'])).toBe(true);
    expect(struck.refused('strike-research-note', { researchNote: keyIn(plan) }, ada)).toMatchObject([
      { code: 'no-research-note' },
    ]);
  });
});

describe('a finding', () => {
  it('is the note as it stands, and then everyone reads that', () => {
    const plan = written();
    const said = plan.did('publish-research-note', { researchNote: keyIn(plan) }, ada);
    expect(said.last?.events).toMatchObject([
      { type: 'finding.published', data: { finding: 'finding-1', wordsText: 'text-1', organisation: 'RKL' } },
    ]);
    expect(said.last?.texts).toEqual([]);
    expect(facts(seenBy(said.plan, ['bo']))).toMatchObject({
      notes: [],
      findings: [{ key: 'finding-1', findingText: 'text-1', about: 'begin', checkIn: 'reflection' }],
    });
    expect(isKeptFrom(said.last?.events[0] as never, ['bo'])).toBe(false);
    expect(keptTexts(said.plan, ['bo'])).toEqual([]);
    for (const verb of ['publish-research-note', 'strike-research-note'])
      expect(said.refused(verb, { researchNote: keyIn(plan) }, ada)).toMatchObject([{ code: 'note-published' }]);
    expect(said.refused('undo', { reason: 'Ångrar mig' }, ada)).toMatchObject([{ code: 'undo-published' }]);
    const next = said.did('write-log-entry', { entry: 'Efter.' });
    expect(next.last?.texts[0]?.key).not.toBe('text-1');
  });

  it('in other words, it leaves the note its writer’s, who may still strike it', () => {
    const plan = written();
    const said = plan.did(
      'publish-research-note',
      { researchNote: keyIn(plan), finding: 'Ledningen väger för och emot.' },
      ada,
    );
    expect(said.last?.texts).toMatchObject([{ field: 'words', text: 'Ledningen väger för och emot.' }]);
    expect(keptTexts(said.plan, ['bo'])).toEqual(['text-1']);
    expect(said.did('strike-research-note', { researchNote: keyIn(plan) }, ada).types).toEqual([
      'research-note.struck',
    ]);
  });
});
