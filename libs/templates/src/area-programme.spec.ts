import { Story, templateCalled } from './story.js';

const template = templateCalled('area-programme');
const reason = 'Därför';
const both = ['MALMO', 'HYRESGAST'];

function toCases(story: Story, id: string): void {
  story.stuck(id, 'place-named', 'purpose-and-evaluation', 'parties-consented', 'management-contact');
  story.do(id, 'register-area', { code: 'SEVED', name: 'Seved' });
  story.do(id, 'record-mandate', { purpose: 'Ett område som håller', goal: 'Fler i arbete', evaluationPlan: 'Årsvis' });
  for (const organisation of both) story.do(id, 'add-party', { organisation }).do(id, 'consent', { organisation });
  story.do(id, 'name-management-contact', { organisation: 'MALMO', role: 'stadsområdeschef' }).do(id, 'advance');
  story.stuck(id, 'every-group-asked', 'residents-heard');
  const effort = { title: 'Språkkafé', organisation: 'HYRESGAST', source: 'Samtal' };
  story.do(id, 'register-effort', { group: 'civil-society', ...effort });
  for (const group of ['municipality', 'others']) story.do(id, 'declare-none-found', { group, source: 'Samtal' });
  story.do(id, 'record-insight', { insight: 'Ingen frågar oss', from: 'residents', how: 'talk' }).do(id, 'advance');
}

function beginCase(story: Story, parent: string, title: string): string {
  return story.start('innovation-forum-case', { title, parent });
}

describe('the area programme', () => {
  it('INV-10 INV-14 cases go on side by side under it, learn from each other, and a new round may begin', () => {
    const story = new Story();
    const id = story.start('area-programme', { title: 'Områdesprogram Seved' });
    expect(story.plan(id).kind).toBe('initiative');
    toCases(story, id);
    story.stuck(id, 'cases-ended');
    const [one, other] = ['Unga vuxna', 'Infocenter'].map((title) => beginCase(story, id, title)) as [string, string];
    expect(story.plan(id).children.map(({ title }) => title)).toEqual(['Unga vuxna', 'Infocenter']);
    expect(story.plan(one)).toMatchObject({ kind: 'case', parent: id, stage: 'empathic-view' });
    story.do(one, 'discontinue', { reason: 'Ingen ville' }).stuck(id, 'cases-ended');
    story.do(other, 'discontinue', { reason: 'Centrumet byggdes om' }).do(id, 'advance');
    story.stuck(id, 'met', 'lessons-shared');
    story.do(id, 'hold-meeting', { title: 'Casen möts', represented: both });
    for (const lesson of ['Börja mindre', 'Fråga först']) story.do(id, 'record-lesson', { lesson });
    story.do(id, 'advance', { to: 'cases' });
    expect(story.plan(id)).toMatchObject({ stage: 'cases', status: 'active', cycle: 2 });
    story.stuck(id, 'cases-ended');
    const third = beginCase(story, id, 'Framtidens skola');
    story.do(third, 'discontinue', { reason }).do(id, 'advance').stuck(id, 'met', 'lessons-shared');
    story.isKeptWhole();
  });

  it('a case begins with the parties, the place and the management that the programme has', () => {
    const story = new Story();
    const id = story.start('area-programme', { title: 'Områdesprogram Seved' });
    toCases(story, id);
    const one = beginCase(story, id, 'Unga vuxna');
    expect(story.unmet(one)).not.toContain('place-named');
    while (story.plan(one).stage !== 'right-team') story.do(one, 'override', { reason });
    expect(story.unmet(one)).toEqual(['team-mixed', 'team-led']);
    story.do(one, 'override', { reason }).do(one, 'state-problem', { statement: 'x', targetGroup: 'y' });
    expect(story.refused(one, 'agree-problem', { organisation: 'KENT' })).toEqual(['unknown-record']);
    story.do(one, 'agree-problem', { organisation: 'MALMO' }).stuck(one, 'problem-agreed');
  });

  it('asks for another meeting and for lessons across the cases while they go on (B72, B94)', () => {
    const story = new Story();
    const id = story.start('area-programme', { title: 'Områdesprogram Seved' });
    toCases(story, id);
    expect(story.dues(id)).toEqual(expect.arrayContaining(['share-lessons', 'dialogue', 'management-with-us']));
    expect(story.dues(id)).not.toContain('meet-again');
    story.do(id, 'hold-meeting', { title: 'Om centrum', represented: both });
    expect(story.dues(id)).toContain('meet-again');
  });

  it('ends when what works has an owner, and what would be lost has been gone through (B89)', () => {
    const story = new Story();
    const id = story.start('area-programme', { title: 'Områdesprogram Seved' });
    while (story.plan(id).stage !== 'regular-operations')
      story.do(id, 'override', { reason, to: nextOf(story.plan(id).stage) });
    story.stuck(id, 'owner', 'closing-checked');
    story.do(id, 'name-owner', { what: 'Språkkaféet', organisation: 'HYRESGAST' });
    story.stuck(id, 'owner', 'closing-checked').do(id, 'accept-ownership', { ownership: 'ownership-1' });
    for (const item of itemsToTick()) story.do(id, 'tick-item', { item });
    story.do(id, 'complete');
    expect(story.plan(id).status).toBe('completed');
  });

  it('every stage says what it is for; every rule has a name', () => {
    const places = [...template.stages, ...(template.tracks ?? []), template.rules ?? {}];
    const rules = places.flatMap(({ reminders = [], checkIns = [] }) => [...reminders, ...checkIns]);
    expect(rules.filter(({ name }) => !name)).toEqual([]);
    expect(template.stages.filter(({ purpose }) => !purpose)).toEqual([]);
  });
});

function nextOf(stage: string): string | undefined {
  return template.stages.find(({ key }) => key === stage)?.next[0];
}

function itemsToTick(): string[] {
  const asked = template.stages.at(-1)?.criteria.find(({ kind }) => kind === 'checklist-done')?.with;
  const { items = [] } = (asked ?? {}) as { items?: { sv: string }[] };
  return items.map(({ sv }) => sv);
}
