import { answers, due, type Plan } from '#libs/lifecycle';
import { Story, templateCalled } from './story.js';

const template = templateCalled('joint-action-plan');

const both = ['RKL', 'HOGSBY'];
const seat = (organisation: string) => ({ organisation, role: 'handläggare' });
const reason = 'Därför';

function toKickOff(story: Story, id: string): void {
  story.stuck(id, 'parties-consented', 'purpose-and-goal', 'accountable-named', 'evaluation-planned');
  for (const organisation of both) story.do(id, 'add-party', { organisation });
  story.stuck(id, 'parties-consented', 'purpose-and-goal', 'accountable-named', 'evaluation-planned');
  for (const organisation of both) story.do(id, 'consent', { organisation });
  story.do(id, 'record-mandate', {
    purpose: 'Motverka ensamhet',
    goal: 'Två planer',
    evaluationPlan: 'Följeforskning',
  });
  story
    .stuck(id, 'accountable-named')
    .do(id, 'record-mandate', { accountable: { role: 'process-leader', organisation: 'RKL' } });
  story
    .do(id, 'register-area', { code: 'civil-society', name: 'Civilsamhället' })
    .do(id, 'link-area', { area: 'civil-society' });
  story.do(id, 'advance').stuck(id, 'every-group-asked');
  for (const group of ['region', 'municipality', 'civil-society'])
    story.do(id, 'register-effort', {
      group,
      title: `Insats ${group}`,
      how: 'Samtal',
      organisation: 'RKL',
      source: 'Workshop',
    });
  story.stuck(id, 'every-group-asked').do(id, 'declare-none-found', { group: 'others', source: 'Intervjuer' });
  story.do(id, 'advance').stuck(id, 'analyses-anchored');
  for (const title of ['Arbetsmarknadsanalys', 'Sociologisk studie'])
    story.do(id, 'register-knowledge-item', { title, kind: 'analysis' });
  for (const item of [0, 1].map((index) => itemKey(story.plan(id), index))) {
    story.do(id, 'mark-carried-out', { item });
    for (const organisation of both) story.do(id, 'confirm-anchoring', { item, organisation });
  }
  story.do(id, 'advance');
}

/** The key of the n-th knowledge item, as an API client would read it. */
function itemKey(plan: Plan, index: number): string {
  return (plan.facts['knowledge'] as { items: { key: string }[] }).items[index]?.key as string;
}

function chooseDirection(story: Story, id: string, themes: string[]): void {
  story.stuck(id, 'held', 'potentials-proposed', 'parties-represented');
  for (const title of [...themes, 'Omvärldsbevakning']) story.do(id, 'propose-potential', { title });
  story.do(id, 'hold-meeting', { title: 'Kick off', represented: ['RKL'] }).stuck(id, 'parties-represented');
  story.do(id, 'repeat', { reason: 'För få kom' }).stuck(id, 'held', 'parties-represented');
  story.do(id, 'hold-meeting', { title: 'Kick off, runda två', represented: ['RKL'], writtenInput: ['HOGSBY'] });
  story.do(id, 'advance').stuck(id, 'direction-chosen', 'problem-formulated');
  const chosen = themes.map((theme, index) => ({
    potential: `potential-${index + 1}`,
    theme,
    rationale: 'Störst behov',
  }));
  const problem = { problem: 'Många är ensamma', goalPicture: 'Alla har någon' };
  story.do(id, 'choose-direction', { chosen, parkedBecause: 'Inte allt på en gång', ...problem, decidedBy: both });
  story.do(id, 'advance').stuck(id, 'workgroups-formed', 'role-agreements-signed', 'process-planned');
}

function formWorkgroups(story: Story, id: string, themes: string[], firstTheme = 1): void {
  themes.forEach((name, index) => {
    const workgroup = `workgroup-${index + 1}`;
    story.do(id, 'form-workgroup', { name, purpose: 'Skriva planen', theme: `theme-${index + firstTheme}` });
    story.do(id, 'appoint-lead', { workgroup, lead: seat('HOGSBY') });
    story.do(id, 'appoint-deputy', { workgroup, deputy: seat('RKL') });
    story.do(id, 'set-time-aside', { workgroup, time: 'en dag i veckan' });
    story.do(id, 'sign-role-agreement', { workgroup });
  });
  story.stuck(id, 'process-planned').do(id, 'plan-process', { milestones: [{ title: 'Utkast', on: '2027-06-01' }] });
}

function draftAndAdopt(story: Story, id: string): void {
  const open = [
    'purpose-and-goals',
    'knowledge-cited',
    'activities-listed',
    'indicators-set',
    'responsible-named',
    'version-submitted',
  ];
  const indicatorsCameAlong = answers(template, story.plan(id), story.plan(id).recordedAt).some(
    ({ key, state }) => key === 'indicators-set' && state === 'met',
  );
  story.stuck(id, ...open.filter((key) => key !== 'indicators-set' || !indicatorsCameAlong));
  story.do(id, 'write-section', { section: 'purpose', text: 'Motverka ensamhet' });
  story.do(id, 'write-section', { section: 'goal', text: 'Mer sammanhang' });
  expect(story.refused(id, 'submit-version')).not.toHaveLength(0);
  story.do(id, 'cite', { item: itemKey(story.plan(id), 0) });
  story.do(id, 'declare-activities-later');
  story.do(id, 'set-target', {
    code: 'IND-1',
    name: 'Tilltro',
    target: { value: 65, unit: 'percent', operator: 'at-least' },
  });
  story.do(id, 'set-responsible', { revision: seat('HOGSBY'), followUp: seat('RKL') });
  story.stuck(id, 'version-submitted').do(id, 'submit-version').do(id, 'advance');
  story.stuck(id, 'adopted-by-all').do(id, 'prepare-decision', { organisation: 'HOGSBY', meetingOn: '2028-12-01' });
  story.do(id, 'record-decision', { organisation: 'RKL', decision: 'yes' }).stuck(id, 'adopted-by-all');
  story.do(id, 'record-decision', { organisation: 'HOGSBY', decision: 'sent-back', comment: 'Målen är otydliga' });
  story.do(id, 'return', { reason: 'Återremiss', to: 'drafting' });
  story.do(id, 'write-section', { section: 'goal', text: 'Minst hälften känner mer sammanhang' });
  story.do(id, 'submit-version').do(id, 'advance').stuck(id, 'adopted-by-all');
  for (const organisation of both)
    story.do(id, 'record-decision', { organisation, decision: 'yes', body: 'kommunstyrelsen', reference: '14/16' });
  expect(story.lastEvent).toBe('plan.adopted');
}

function steerAndCarryOut(story: Story, id: string): void {
  story.do(id, 'advance').stuck(id, 'steering-group-formed');
  story.do(id, 'form-steering-group', { chair: seat('HOGSBY'), deputy: seat('RKL'), members: both });
  story.stuck(id, 'steering-group-formed');
  story.do(id, 'change-steering-group', { mandate: 'Följa upp planen', rhythm: 'en gång i kvartalet' });
  story.do(id, 'receive-hand-over', { from: 'projektets styrgrupp' }).do(id, 'advance');
  story.stuck(id, ...story.unmet(id)).do(id, 'record-mandate', { evaluationPlan: 'Enkät och samtal' });
  for (const title of ['Rutiner för dialoger', 'Träffpunkt', 'Ungdomsdialog']) story.do(id, 'add-activity', { title });
  story.stuck(id, 'activities-settled').do(id, 'start-activity', { activity: 'activity-1' });
  story.do(id, 'complete-activity', { activity: 'activity-1', result: 'Rutinen används' });
  story.do(id, 'stop-activity', { activity: 'activity-2', reason: 'Ingen lokal' }).stuck(id, 'activities-settled');
  story.do(id, 'hand-over-activity', { activity: 'activity-3', to: 'HOGSBY' }).do(id, 'advance');
}

function evaluateAndClose(story: Story, id: string): void {
  story.stuck(id, 'indicators-measured', 'lessons-from-parties');
  const outcome = { value: 70, unit: 'percent', qualifier: 'about' };
  story.do(id, 'measure-indicator', { indicator: 'IND-1', outcome });
  story.do(id, 'record-lesson', { organisation: 'RKL', lesson: 'Våga börja om', worked: true });
  story
    .stuck(id, 'lessons-from-parties')
    .do(id, 'record-lesson', { organisation: 'HOGSBY', lesson: 'Inte allt på en gång', worked: false });
  story.do(id, 'advance').stuck(id, 'ownership-named', 'checklist-done');
  story
    .do(id, 'name-owner', { what: 'Träffpunkten', organisation: 'HOGSBY' })
    .stuck(id, 'ownership-named', 'checklist-done');
  story.do(id, 'accept-ownership', { ownership: 'ownership-1' });
  story.do(id, 'tick-item', { item: 'Diarieförd och arkiverad' }).do(id, 'complete');
  expect(story.plan(id).status).toBe('completed');
}

describe('the joint action plan', () => {
  const themes = ['Hälsolots', 'Samverkan med civilsamhället'];

  it('INV-10 INV-14 INV-53 INV-54 goes from mandate to close, by a fork into two plans', () => {
    const story = new Story();
    const id = story.start('joint-action-plan', { title: 'Pilot Högsby' });
    expect(story.plan(id).kind).toBe('initiative');
    toKickOff(story, id);
    chooseDirection(story, id, themes);
    formWorkgroups(story, id, themes);
    story.do(id, 'fork');
    const children = story.plan(id).children.map((child) => child.id) as [string, string];
    expect(story.plan(id).children.map(({ title, each }) => [title, each])).toEqual([
      ['Hälsolots', 'theme-1'],
      ['Samverkan med civilsamhället', 'theme-2'],
    ]);
    expect(story.refused(id, 'fork')).toEqual(['forked']);
    expect(story.refused(id, 'advance')).toEqual(['forked']);
    for (const child of children) {
      draftAndAdopt(story, child);
      steerAndCarryOut(story, child);
      expect(story.plan(id).status).toBe('active');
      evaluateAndClose(story, child);
    }
    expect(story.plan(id).status).toBe('completed');
    story.isKeptWhole();
  });

  it('an initiative of one theme goes on as the plan itself, rests, and ends well', () => {
    const story = new Story();
    const id = story.start('joint-action-plan', { title: 'Hälsolots' });
    toKickOff(story, id);
    chooseDirection(story, id, themes.slice(0, 1));
    formWorkgroups(story, id, themes.slice(0, 1));
    story.do(id, 'advance').do(id, 'pause', { reason: 'Val', reviewOn: '2030-01-01' });
    expect(story.refused(id, 'advance')).toEqual(['paused']);
    expect(story.dues(id)).toEqual(['pause-review']);
    story.do(id, 'resume');
    draftAndAdopt(story, id);
    steerAndCarryOut(story, id);
    evaluateAndClose(story, id);
    expect(story.plan(id)).toMatchObject({ kind: 'initiative', stage: 'close', children: [] });
    story.isKeptWhole();
  });

  it('minutes and notice board go their way while the plan rests, and the day after the last one asks about laga kraft', () => {
    const story = new Story();
    const id = story.start('joint-action-plan', { title: 'Hälsolots' });
    toKickOff(story, id);
    chooseDirection(story, id, themes.slice(0, 1));
    formWorkgroups(story, id, themes.slice(0, 1));
    story.do(id, 'advance');
    draftAndAdopt(story, id);
    story.do(id, 'advance').do(id, 'pause', { reason: 'Sommar' });
    story.do(id, 'record-adjusted-minutes', { organisation: 'HOGSBY' });
    story.do(id, 'announce-decision', { organisation: 'HOGSBY' }).do(id, 'resume');
    const until = story.journal.find(({ type }) => type === 'appeal-period.set')?.data['until'];
    const asked = due(story.plan(id), story.now, template).filter(({ rule }) => rule === 'appeal-period');
    expect(asked).toMatchObject([{ because: { day: until } }]);
    expect(Date.parse(asked[0]?.dueOn ?? '') - Date.parse(until as string)).toBe(86_400_000);
  });

  it('INV-05 what does not work begins again at the choice of direction, and the old choice is kept', () => {
    const story = new Story();
    const id = story.start('joint-action-plan', { title: 'Hälsolots' });
    toKickOff(story, id);
    chooseDirection(story, id, themes.slice(0, 1));
    const before = JSON.stringify(story.plan(id).facts['direction']);
    story.do(id, 'restart', { reason: 'Idén höll inte', to: 'choice-of-direction' });
    expect(story.plan(id)).toMatchObject({ attempt: 2, stage: 'choice-of-direction', status: 'active' });
    story.stuck(id, 'direction-chosen', 'problem-formulated');
    expect(JSON.stringify(story.plan(id).facts['direction'])).toBe(before);
    const chosen = [{ potential: 'potential-2', theme: 'Omvärldsbevakning', rationale: 'Nya förutsättningar' }];
    const problem = { problem: 'Vi vet för lite', goalPicture: 'Vi vet i tid' };
    story.do(id, 'choose-direction', { chosen, parkedBecause: 'Prövat', ...problem }).do(id, 'advance');
    formWorkgroups(story, id, ['Omvärldsbevakning'], 2);
    const [plan] = story
      .do(id, 'fork')
      .plan(id)
      .children.map((child) => child.id) as [string];
    expect(story.plan(plan).attempt).toBe(1);
    story.do(plan, 'return', { reason, to: 'choice-of-direction' });
    expect(story.unmet(plan)).not.toContain('direction-chosen');
    story.do(plan, 'restart', { reason, to: 'choice-of-direction' });
    expect(story.unmet(plan)).toContain('direction-chosen');
    story.isKeptWhole();
  });

  it('INV-04 from every stage there is a way to pause, to discontinue, and on or back', () => {
    for (const { key } of template.stages) {
      const story = new Story();
      const id = story.start('joint-action-plan', { title: 'Pilot' });
      while (story.plan(id).stage !== key) story.onward(id);
      const open = story.allowed(id);
      expect(open).toEqual(expect.arrayContaining(['pause', 'discontinue', 'restart']));
      expect(['override', 'advance', 'return', 'complete'].some((verb) => open.includes(verb))).toBe(true);
    }
  });

  it('INV-04 INV-08 closed too early it can be discontinued, and be begun again where the template says', () => {
    const story = new Story();
    const id = story.start('joint-action-plan', { title: 'Pilot' });
    story.do(id, 'discontinue', { reason });
    expect(story.dues(id, 400)).toEqual([]);
    expect(story.allowed(id)).toEqual(['restart', 'undo', 'correct']);
    expect(story.do(id, 'restart', { reason }).plan(id)).toMatchObject({ stage: 'mandate', attempt: 2 });
  });

  it('reminds of what is missing, and asks the researcher in', () => {
    const story = new Story();
    const id = story.start('joint-action-plan', { title: 'Pilot' });
    expect(story.dues(id).sort()).toEqual(['baseline', 'consent-missing']);
    for (const organisation of both) story.do(id, 'add-party', { organisation }).do(id, 'consent', { organisation });
    expect(story.dues(id)).toEqual(['baseline']);
    while (story.plan(id).stage !== 'kick-off') story.onward(id);
    story.do(id, 'plan-meeting', { title: 'Kick off', on: '2026-06-01' });
    expect(story.dues(id)).toEqual(['invite', 'soon', 'observe']);
    story.do(id, 'hold-meeting', { meeting: 'meeting-1', represented: both });
    expect(story.dues(id)).toEqual(['notes', 'reflect']);
    story.do(id, 'record-notes', { meeting: 'meeting-1', notes: 'Många idéer' });
    expect(story.dues(id)).toEqual(['reflect']);
  });

  it('has no fault of style: every reminder and check-in can be named, every stage says what it is for', () => {
    const places = [...template.stages, ...(template.tracks ?? []), template.rules ?? {}];
    const rules = places.flatMap(({ reminders = [], checkIns = [] }) => [...reminders, ...checkIns]);
    expect(rules.filter(({ name }) => !name)).toEqual([]);
    expect(template.stages.filter(({ purpose }) => !purpose)).toEqual([]);
  });
});
