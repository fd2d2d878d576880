import { Story, templateCalled } from './story.js';

const template = templateCalled('try-out');
const reason = 'Därför';

/** A trial on a small scale, within an accepted risk and a ceiling. */
function tried(story: Story, id: string, outcome: 'working' | 'failed'): void {
  story.do(id, 'accept-risk', { organisation: 'RKL', level: 'Får misslyckas en gång' });
  story.do(id, 'plan-trial', { title: 'Resande coach', scale: 'Två orter', ceilingSek: 40_000 });
  story.do(id, 'start-trial', { trial: 'trial-1' });
  const judged = { trial: 'trial-1', outcome, judgedBy: ['de som fick coachning'], costSek: 35_000 };
  story.do(id, 'evaluate-trial', outcome === 'failed' ? { ...judged, lesson: 'Coachen behöver ett rum' } : judged);
}

function proposed(story: Story, id: string): void {
  story.stuck(id, 'written', 'handed-in');
  for (const section of ['background', 'purpose']) story.do(id, 'write-section', { section, text: 'Gå vidare.' });
  story.stuck(id, 'handed-in');
  story.do(id, 'tick-item', { item: 'Förslaget är lämnat till den som beslutar' }).do(id, 'complete');
  expect(story.plan(id).status).toBe('completed');
}

describe('the try-out', () => {
  it('INV-10 goes from a study over a test and its evaluation to a proposal', () => {
    const story = new Story();
    const id = story.start('try-out', { title: 'Resande coach' });
    expect(story.plan(id)).toMatchObject({ kind: 'plan', stage: 'feasibility-study' });
    const mandate = { purpose: 'Nå fler företagare', goal: 'Tio möten', giver: 'Programrådet' };
    story.do(id, 'record-mandate', mandate);
    story.stuck(id, 'studied').do(id, 'register-knowledge-item', { title: 'Förstudie', kind: 'study' });
    story.do(id, 'advance', { to: 'test' }).stuck(id, 'risk', 'tried');
    tried(story, id, 'working');
    story.do(id, 'advance').stuck(id, 'learnt').do(id, 'scale-up', { trial: 'trial-1', scale: 'Hela länet' });
    story.do(id, 'record-lesson', { lesson: 'Kom dit folk redan är' }).do(id, 'advance');
    proposed(story, id);
    story.isKeptWhole();
  });

  it('INV-09 the study is optional: the travelling coach begins by testing', () => {
    const story = new Story();
    const id = story.start('try-out', { title: 'Resande coach' });
    story.do(id, 'skip', { reason: 'Vi provar direkt', to: 'test' });
    expect(story.plan(id).stage).toBe('test');
    tried(story, id, 'failed');
    expect(story.typesOf(id)).toContain('lesson.recorded');
    // INV-48: that it failed is a result, and its lesson is what the evaluation asks for.
    story.do(id, 'advance').do(id, 'advance');
    expect(story.plan(id).stage).toBe('proposal');
    proposed(story, id);
  });

  it('INV-09 the test is optional: the open-data study goes straight to its proposal', () => {
    const story = new Story();
    const id = story.start('try-out', { title: 'Öppna data' });
    story.do(id, 'register-knowledge-item', { title: 'Öppna data i länet', kind: 'report' });
    expect(story.refused(id, 'advance')).toEqual(['choose-where']);
    story.do(id, 'advance', { to: 'proposal' });
    proposed(story, id);
  });

  it('INV-09 two stages are optional, and the others never', () => {
    const optional = template.stages.filter((stage) => stage.optional).map(({ key }) => key);
    expect(optional).toEqual(['feasibility-study', 'test']);
    const story = new Story();
    const id = story.start('try-out', { title: 'Öppna data' });
    story.do(id, 'skip', { reason, to: 'test' }).do(id, 'skip', { reason });
    expect(story.refused(id, 'skip', { reason })).toEqual(['stage-required']);
    story.do(id, 'return', { reason, to: 'test' }).stuck(id, 'risk', 'tried');
  });

  it('every stage says what it is for; every rule has a name; its method cards help somewhere', () => {
    const places = [...template.stages, ...(template.tracks ?? []), template.rules ?? {}];
    const rules = places.flatMap(({ reminders = [], checkIns = [] }) => [...reminders, ...checkIns]);
    expect(rules.filter(({ name }) => !name)).toEqual([]);
    expect(template.stages.filter(({ purpose }) => !purpose)).toEqual([]);
    const used = new Set(template.stages.flatMap(({ methods = [] }) => methods));
    expect(template.methods?.filter(({ key }) => !used.has(key))).toEqual([]);
  });
});
