import { decide, evolve, fold } from '../engine.js';
import { given, openTemplate, type Given } from '../given.js';
import { mended } from './repair.js';

const reason = 'Det blev fel';
const meeting = { title: 'Kick-off', represented: ['RKL'], notes: 'Vi sågs.' };
const held = (plan: Given) =>
  (plan.plan.facts['meetings'] as { meetings: { represented?: string[]; title: string }[] }).meetings;
const started = () => given().did('add-party', { organisation: 'RKL' }).did('add-party', { organisation: 'HOGSBY' });

describe('undo', () => {
  it('takes the last step back: an event that names it, and the plan as it was before', () => {
    const before = started();
    const undone = before.did('hold-meeting', meeting).did('undo', { reason });
    expect(undone.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['step.undone', { version: 4, events: [`${before.plan.id}-5`, `${before.plan.id}-6`], reasonText: 'text-2' }],
    ]);
    expect(undone.plan.facts).toEqual(before.plan.facts);
    expect(undone.plan).toMatchObject({ version: 5, sequence: 7, texts: 2, last: before.plan.last });
    expect(undone.last?.texts.map(({ key, text }) => [key, text])).toEqual([['text-2', reason]]);
  });

  it('takes a move back with all its events, and goes on to the step before', () => {
    const moved = started().did('advance');
    const back = moved.did('undo');
    expect(back.plan).toMatchObject({ stage: 'begin', version: 5 });
    expect(back.last?.events[0]?.data).toEqual({ version: 4, events: moved.last?.events.map(({ id }) => id) });
    const further = back.did('undo').did('undo');
    expect(further.plan.facts['parties'] ?? null).toBeNull();
    expect(further.refused('undo')).toEqual([{ code: 'undo-start' }]);
    expect(further.open('undo')).toBe(false);
  });

  it('an ended plan too: a completion by mistake is no restart', () => {
    const done = given(openTemplate({ stages: [...openTemplate().stages].slice(1) })).did('complete');
    const back = done.did('undo');
    expect(back.plan).toMatchObject({ status: 'active', attempt: 1 });
  });

  it('not where others live by it', () => {
    const forked = given(
      openTemplate({
        kind: 'initiative',
        stages: openTemplate().stages.map((one) => ({ ...one, fork: { to: 'finish' } })),
      }),
    ).did('fork', { plans: [{ title: 'Hälsolots' }] });
    expect(forked.refused('undo')).toEqual([{ code: 'undo-made-plans' }]);
    const [child] = [...forked.births.values()].map((plan) => forked.of(plan));
    expect(child?.refused('undo')).toEqual([{ code: 'undo-start' }]);
    const told = child?.did('pause', { reason });
    expect(told?.refused('undo')).toEqual([{ code: 'undo-told' }]);
    expect(told?.did('resume').did('add-party', { organisation: 'RKL' }).open('undo')).toBe(true);
  });

  it('what comes after takes the keys anew, and the fold is the same at every reading', () => {
    const plan = started()
      .did('hold-meeting', meeting)
      .did('undo')
      .did('hold-meeting', { ...meeting, title: 'Nytt' });
    expect(held(plan)).toMatchObject([{ key: 'meeting-1', title: 'Nytt' }]);
    expect(fold(plan.events)).toEqual(plan.plan);
    expect(mended(plan.events).map(({ type }) => type)).toEqual([
      'plan.started',
      'stage.entered',
      'party.added',
      'party.added',
      'meeting.held',
      'notes.recorded',
    ]);
  });

  it('a repair is never folded without the history', () => {
    const plan = started().did('undo');
    const [event] = plan.last?.events ?? [];
    expect(() => evolve(started().plan, event as NonNullable<typeof event>)).toThrow(
      'with the whole history before it',
    );
    expect(() => decide(plan.plan, 'undo', {}, { ...plan.setting(), history: undefined as never })).toThrow(
      'whole history',
    );
  });
});

describe('correct', () => {
  const plan = () => started().did('hold-meeting', meeting).did('advance');
  const step = (of: Given) => of.events.find(({ type }) => type === 'meeting.held')?.id as string;
  const right = { ...meeting, represented: ['RKL', 'HOGSBY'], notes: 'Båda var med.' };

  it('says the step again as it should have been; the old event stays, and the plan follows the new', () => {
    const before = plan();
    const corrected = before.did('correct', { event: step(before), verb: 'hold-meeting', body: right, reason });
    const [event] = corrected.last?.events ?? [];
    expect(event).toMatchObject({
      type: 'step.corrected',
      data: {
        version: 4,
        events: [
          { id: step(before), data: { meeting: 'meeting-1', represented: ['RKL', 'HOGSBY'] } },
          { data: { meeting: 'meeting-1' } },
        ],
        reasonText: 'text-2',
        '1.notesText': 'text-3',
      },
    });
    expect(held(corrected)).toMatchObject([{ key: 'meeting-1', represented: ['RKL', 'HOGSBY'] }]);
    expect(corrected.plan).toMatchObject({ stage: 'finish', version: 6, texts: 3 });
    expect(corrected.events.find(({ id }) => id === step(before))?.data).toMatchObject({ represented: ['RKL'] });
    const notes = mended(corrected.events).find(({ type }) => type === 'notes.recorded');
    expect(notes?.data).toEqual({ meeting: 'meeting-1', notesText: 'text-3' });
    expect(corrected.last?.texts.map(({ text }) => text)).toEqual([reason, 'Båda var med.']);
    expect(fold(corrected.events)).toEqual(corrected.plan);
  });

  it('again: the last correction counts, and it can itself be undone', () => {
    const before = plan();
    const say = (of: Given, represented: string[]) =>
      of.did('correct', { event: step(before), verb: 'hold-meeting', body: { ...meeting, represented }, reason });
    const twice = say(say(before, ['HOGSBY']), ['RKL', 'HOGSBY']);
    expect(held(twice)[0]?.represented).toEqual(['RKL', 'HOGSBY']);
    expect(held(twice.did('undo'))[0]?.represented).toEqual(['HOGSBY']);
    expect(held(twice.did('undo').did('undo'))[0]?.represented).toEqual(['RKL']);
  });

  it('a later step is said again on the plan as it has been corrected', () => {
    const two = plan().did('correct', { event: step(plan()), verb: 'hold-meeting', body: right, reason });
    const noted = two.did('hold-meeting', { title: 'Andra mötet' });
    const second = noted.last?.events[0]?.id;
    const again = noted.did('correct', { event: second, verb: 'hold-meeting', body: { title: 'Andra' }, reason });
    expect(held(again)).toMatchObject([{ represented: ['RKL', 'HOGSBY'] }, { key: 'meeting-2', title: 'Andra' }]);
  });

  it('INV-25 corrects when it happened, as precisely as it is known, for a whole step of any kind', () => {
    const moved = plan();
    const entered = moved.last?.events[1]?.id;
    const corrected = moved.did('correct', { event: entered, happened: '2025-21', reason });
    expect(corrected.last?.events[0]?.data).toMatchObject({
      version: 5,
      events: moved.last?.events.map(({ id }) => ({ id })),
      happened: '2025-21',
    });
    const counting = mended(corrected.events).filter(({ version }) => version === 5);
    expect(counting.map(({ occurredAt }) => occurredAt)).toEqual(['2025-21', '2025-21']);
    const unknown = moved.did('correct', { event: step(moved), happened: null, reason });
    expect(mended(unknown.events).find(({ id }) => id === step(moved))?.occurredAt).toBeNull();
  });

  it.each([
    ['what the plan has not', { event: 'nobody-1', happened: '2025' }, 'unknown-record', '/event'],
    ['nothing said', { event: 'step' }, 'nothing-to-correct', undefined],
    ['what lies ahead', { event: 'step', happened: '2031' }, 'lies-ahead', '/happened'],
    ['a move', { event: 'step', verb: 'advance', body: {} }, 'correct-by-moving', '/verb'],
    ['an unknown verb', { event: 'step', verb: 'sing' }, 'unknown-verb', '/verb'],
    [
      'another verb',
      { event: 'step', verb: 'add-party', body: { organisation: 'SLU' } },
      'correction-changes-the-course',
      '/body',
    ],
    [
      'a body that its verb refuses',
      { event: 'step', verb: 'hold-meeting', body: { meeting: 'meeting-9' } },
      'unknown-record',
      '/body/meeting',
    ],
    ['the start', { event: 'start', verb: 'hold-meeting', body: meeting }, 'correct-by-moving', '/event'],
  ])('refuses %s', (_what, body, code, field) => {
    const before = plan();
    const named: Record<string, string> = { step: step(before), start: `${before.plan.id}-1` };
    const event = named[body.event] ?? body.event;
    const [refused] = before.refused('correct', { ...body, event, reason });
    expect(refused?.code).toBe(code);
    expect(refused?.field).toBe(field);
  });

  it('refuses a step that was undone', () => {
    const undone = started().did('hold-meeting', meeting);
    const id = step(undone);
    expect(undone.did('undo').refused('correct', { event: id, happened: '2025', reason })).toMatchObject([
      { code: 'unknown-record' },
    ]);
  });
});
