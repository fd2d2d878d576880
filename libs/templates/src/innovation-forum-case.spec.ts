import { Story, templateCalled } from './story.js';

const template = templateCalled('innovation-forum-case');
const reason = 'Därför';
const what = 'Bytesboden på gården';

function begin(): [Story, string] {
  const story = new Story();
  return [story, story.start('innovation-forum-case', { title: 'Unga vuxna i Seved' })];
}

function toTeam(story: Story, id: string): void {
  story.stuck(id, 'case-described', 'place-named', 'roles-with-commissioner', 'concerned-heard', 'summarised');
  story.do(id, 'record-mandate', { purpose: 'Unga vuxna ska ha någonstans att börja' });
  story.do(id, 'register-area', { code: 'SEVED', name: 'Seved' });
  story.do(id, 'agree-roles', { with: 'MALMO', as: 'commissioner', agreement: 'Vi beställer, ni håller ihop' });
  story.do(id, 'record-insight', { insight: 'De slutar fråga efter en vecka', from: 'officers', how: 'talk' });
  story.do(id, 'summarise-insights', { summary: 'Ingen vet vem man frågar' }).stuck(id, 'concerned-heard');
  story.do(id, 'record-insight', { insight: 'Jag går hellre till grannen', from: 'residents', how: 'observation' });
  story.do(id, 'advance');
}

function toProblem(story: Story, id: string): void {
  story.stuck(id, 'team-mixed', 'management-contact', 'team-led');
  story.do(id, 'form-team', { name: 'Teamet', lead: { organisation: 'MALMO' } });
  story.do(id, 'fill-seat', { group: 'doer', sector: 'arbetsmarknad', organisation: 'MALMO' });
  story.do(id, 'name-management-contact', { organisation: 'MALMO', role: 'förvaltningschef' });
  story.stuck(id, 'team-mixed', 'team-led');
  story.do(id, 'form-team', { deputy: { organisation: 'HYRESGAST' } }).stuck(id, 'team-mixed');
  story.do(id, 'fill-seat', { group: 'resident', sector: 'boende', role: 'ung vuxen' }).do(id, 'advance');
}

function toIdeas(story: Story, id: string): void {
  const organisations = ['MALMO', 'HYRESGAST'];
  for (const organisation of organisations) story.do(id, 'add-party', { organisation });
  story.stuck(id, 'problem-agreed').do(id, 'state-problem', { statement: 'Det saknas en första plats att prova på' });
  for (const organisation of organisations) story.do(id, 'agree-problem', { organisation });
  story.stuck(id, 'problem-agreed');
  story.do(id, 'state-problem', { statement: 'Det saknas en första plats', targetGroup: 'De som är 18 till 25 år' });
  story.do(id, 'agree-problem', { organisation: 'MALMO' }).stuck(id, 'problem-agreed');
  story.do(id, 'agree-problem', { organisation: 'HYRESGAST' }).do(id, 'advance');
}

function toTrials(story: Story, id: string): void {
  story.stuck(id, 'ideas-proposed', 'existing-looked-at', 'idea-picked');
  for (const title of ['Bytesbod', 'Cykelverkstad', 'Matlag']) story.do(id, 'propose-idea', { title });
  story.do(id, 'look-at-existing', { title: 'Matbutik som de boende driver', where: 'Kent', learnt: 'Börja litet' });
  story.do(id, 'park-idea', { idea: 'idea-3', because: 'Inget kök' }).stuck(id, 'idea-picked');
  story.do(id, 'pick-idea', { idea: 'idea-1', reason: 'Kan börja i morgon' }).do(id, 'advance');
}

const terms = { scale: 'ett trapphus', ceilingSek: 5000 };

function toMobilise(story: Story, id: string): void {
  story.stuck(id, 'risk-accepted', 'trial-working', 'log-kept');
  story.do(id, 'plan-trial', { title: 'En helg på gården', ...terms, due: '2027-06-01' });
  expect(story.refused(id, 'start-trial', { trial: 'trial-1' })).toEqual(['trial-without-risk']);
  story.do(id, 'accept-risk', { organisation: 'MALMO', level: 'Små förluster går bra' });
  story.do(id, 'start-trial', { trial: 'trial-1' });
  const failed = { trial: 'trial-1', outcome: 'failed', judgedBy: ['de boende'], costSek: 4000 };
  expect(story.refused(id, 'evaluate-trial', failed)).toEqual(['failed-trial-without-lesson']);
  story.do(id, 'evaluate-trial', { ...failed, lesson: 'Ingen kommer en regnig lördag' });
  story.do(id, 'write-log-entry', { entry: 'Det regnade hela helgen' }).stuck(id, 'trial-working');
  story.do(id, 'repeat', { reason: 'Ett försök till' }).do(id, 'plan-trial', { title: 'En vecka inomhus', ...terms });
  story.do(id, 'start-trial', { trial: 'trial-2' });
  story.do(id, 'evaluate-trial', { trial: 'trial-2', outcome: 'working', judgedBy: ['de boende'] }).do(id, 'advance');
}

function toSpread(story: Story, id: string, accepted: boolean): void {
  const open = ['financing', 'competence', 'owner-accepts', 'in-use'];
  story.stuck(id, ...open.filter((key) => key !== 'owner-accepts' || !accepted));
  story.do(id, 'commit-resources', { organisation: 'MALMO', kind: 'money', what: 'Lokalhyra', sek: 60_000 });
  story.do(id, 'commit-resources', { organisation: 'MALMO', kind: 'people', what: 'En fritidsledare' });
  if (!accepted) {
    story.do(id, 'transfer-ownership', { what, from: 'MALMO', to: 'BOENDE' }).stuck(id, 'owner-accepts', 'in-use');
    story.do(id, 'accept-ownership', { ownership: 'ownership-1' });
  }
  story.stuck(id, 'in-use').do(id, 'put-in-use', { what, organisation: 'BOENDE' }).do(id, 'advance');
}

function toTheEnd(story: Story, id: string, verdict: 'spread' | 'not-spread'): void {
  story.stuck(id, 'spread-judged').do(id, 'judge-spread', { verdict, reason: 'Andra gårdar liknar inte den här' });
  story.do(id, 'complete');
  expect(story.plan(id)).toMatchObject({ kind: 'case', status: 'completed', stage: 'spread' });
}

describe('the innovation forum case', () => {
  it('INV-10 INV-47 INV-48 INV-49 INV-50 goes through the seven principles, by a trial that failed', () => {
    const [story, id] = begin();
    expect(story.plan(id).kind).toBe('case');
    toTeam(story, id);
    toProblem(story, id);
    toIdeas(story, id);
    toTrials(story, id);
    toMobilise(story, id);
    toSpread(story, id, false);
    toTheEnd(story, id, 'not-spread');
    expect(story.typesOf(id).filter((type) => /^(ownership|solution)\./.test(type))).toEqual([
      'ownership.offered',
      'ownership.accepted',
      'ownership.transferred',
      'solution.put-in-use',
      'solution.not-spread',
    ]);
    story.isKeptWhole();
  });

  it('INV-50 the residents may take over in the midst of the trials (B76)', () => {
    const [story, id] = begin();
    toTeam(story, id);
    expect(story.refused(id, 'transfer-ownership', { what, to: 'BOENDE' })).toEqual(['not-open-here']);
    toProblem(story, id);
    toIdeas(story, id);
    toTrials(story, id);
    story.do(id, 'transfer-ownership', { what, from: 'MALMO', to: 'IDROTT' });
    expect(story.dues(id)).toContain('owner-silent');
    story.do(id, 'decline-ownership', { ownership: 'ownership-1', reason: 'Vi hinner inte' });
    expect(story.dues(id)).not.toContain('owner-silent');
    story.do(id, 'transfer-ownership', { what, to: 'BOENDE' });
    story.do(id, 'accept-ownership', { ownership: 'ownership-2' });
    toMobilise(story, id);
    toSpread(story, id, true);
    toTheEnd(story, id, 'spread');
  });

  it('where no idea is left or the problem was another, it goes back, and what was done stands', () => {
    const [story, id] = begin();
    toTeam(story, id);
    toProblem(story, id);
    toIdeas(story, id);
    toTrials(story, id);
    story.do(id, 'park-idea', { idea: 'idea-1', because: 'Ingen vill' });
    story.do(id, 'return', { reason, to: 'overview-of-solutions' }).stuck(id, 'idea-picked');
    story.do(id, 'pick-idea', { idea: 'idea-2', reason }).do(id, 'advance');
    story.do(id, 'return', { reason: 'Fel fråga', to: 'shared-problem' });
    expect(story.unmet(id)).toEqual([]);
    story.do(id, 'leave-seat', { seat: 'seat-2' }).do(id, 'return', { reason, to: 'right-team' });
    story.stuck(id, 'team-mixed');
  });

  it('INV-05 an attempt may begin again at the insights or at the problem', () => {
    const [story, id] = begin();
    toTeam(story, id);
    toProblem(story, id);
    toIdeas(story, id);
    story.do(id, 'restart', { reason: 'Vi såg något annat', to: 'shared-problem' });
    expect(story.plan(id)).toMatchObject({ attempt: 2, stage: 'shared-problem' });
    story.stuck(id, 'problem-agreed');
  });

  it('reminds of what is missing, asks the researcher in, and shows what a trial costs too much', () => {
    const [story, id] = begin();
    expect(story.dues(id).sort()).toEqual(['lessons', 'management-with-us', 'nobody-met', 'observe', 'silent']);
    toTeam(story, id);
    expect(story.dues(id)).not.toContain('nobody-met');
    expect(story.dues(id)).toEqual(expect.arrayContaining(['seat-empty', 'interview']));
    toProblem(story, id);
    toIdeas(story, id);
    story.do(id, 'hold-meeting', { title: 'Idéverkstad' });
    expect(story.dues(id)).toContain('meet-again');
    toTrials(story, id);
    story.do(id, 'accept-risk', { organisation: 'MALMO', level: 'Små förluster' });
    story.do(id, 'plan-trial', { title: 'En helg', ...terms, due: '2027-06-01' });
    expect(story.dues(id)).toEqual(expect.arrayContaining(['trial-overdue']));
    expect(story.dues(id)).not.toContain('ceiling-reached');
    story.do(id, 'start-trial', { trial: 'trial-1' });
    expect(story.dues(id)).toContain('observe-trial');
    story.do(id, 'stop-trial', { trial: 'trial-1', reason, costSek: 9000 });
    expect(story.dues(id)).toContain('ceiling-reached');
    expect(story.dues(id)).not.toContain('trial-overdue');
    story.do(id, 'record-lesson', { lesson: 'Tält är dyra', worked: false });
    expect(story.dues(id)).not.toContain('lessons');
    story.do(id, 'pause', { reason: 'Taket är nått' });
    expect(story.dues(id)).toEqual(['pause-review']);
    story.do(id, 'write-log-entry', { entry: 'Vi samlar kraft' });
  });

  it('has method cards where they help, and takes new ones', () => {
    const [story, id] = begin();
    story.do(id, 'use-method', { method: 'observation', note: 'Vi satt på bänken' });
    story.do(id, 'add-method-card', { title: 'Bänken', level: 'operative', stages: ['empathic-view', 'spread'] });
    expect(story.refused(id, 'link-method', { method: 'workshop', stage: 'kick-off' })).toEqual(['unknown-stage']);
    const keys = template.methods?.map(({ key }) => key) ?? [];
    expect(new Set(template.stages.flatMap(({ methods = [] }) => methods))).toEqual(new Set(keys));
  });

  it('INV-04 from every stage there is a way to pause, to discontinue, and on or back', () => {
    for (const { key } of template.stages) {
      const [story, id] = begin();
      while (story.plan(id).stage !== key) story.do(id, 'override', { reason });
      const open = story.allowed(id);
      expect(open).toEqual(expect.arrayContaining(['pause', 'discontinue', 'restart']));
      expect(['override', 'advance', 'return', 'complete'].some((verb) => open.includes(verb))).toBe(true);
    }
  });

  it('every stage says what it is for, asks for lessons and has a check-in; every rule has a name', () => {
    const places = [...template.stages, ...(template.tracks ?? []), template.rules ?? {}];
    const rules = places.flatMap(({ reminders = [], checkIns = [] }) => [...reminders, ...checkIns]);
    expect(rules.filter(({ name }) => !name)).toEqual([]);
    expect(template.stages).toHaveLength(7);
    for (const { purpose, reminders = [], checkIns = [] } of template.stages) {
      expect(purpose).toBeDefined();
      expect(reminders.map(({ key }) => key)).toContain('lessons');
      expect(checkIns.length).toBeGreaterThan(0);
    }
  });
});
