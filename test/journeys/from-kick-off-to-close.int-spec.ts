// From the mandate to the close of one joint action plan, as the program of a process leader goes through it over HTTP.
import { Client, type Json, type PlanAtHand } from './client.js';

let client: Client;
let plan: PlanAtHand;
/** When the kick-off was left. */
let kickOff: string;

beforeAll(async () => {
  client = await Client.open();
});
afterAll(() => client.close());

const bothParties = ['REGION', 'MUNICIPALITY'];
const seat = (organisation: string) => ({ organisation, role: 'development officer' });

it('starts: the plan is there, and says what is missing', async () => {
  plan = await client.start({ template: 'joint-action-plan', title: 'A safe way to school', language: 'en' });
  expect(await plan.read()).toMatchObject({ kind: 'initiative', stage: 'mandate', status: 'active', version: 1 });
  expect(await plan.read(undefined, 'sv')).toMatchObject({ stageName: 'Uppdrag', templateName: 'Gemensam handlingsplan' });
  const asked = ['parties-consented', 'purpose-and-goal', 'accountable-named', 'evaluation-planned'];
  console.log(await plan.stuck(asked));
});

it('mandate: the parties agree to take part, and why', async () => {
  for (const organisation of bothParties) await plan.do('add-party', { organisation });
  await plan.do('consent', { organisation: 'REGION' });
  await plan.do('record-mandate', { purpose: 'Children walk to school alone.', goal: 'Half of them walk.' });
  await plan.do('record-mandate', { accountable: { role: 'process-leader', organisation: 'REGION' } });
  console.log(await plan.stuck(['parties-consented', 'evaluation-planned']));
  await plan.do('consent', { organisation: 'MUNICIPALITY' });
  await plan.do('record-mandate', { evaluationPlan: 'A researcher follows the work.' });
  expect(await plan.advance()).toBe('inventory');
});

it('inventory and analyses: every group of actors is asked, and what is known is anchored', async () => {
  console.log(await plan.stuck(['every-group-asked']));
  for (const group of ['region', 'municipality', 'civil-society'])
    await plan.do('register-effort', { group, title: `Walking bus of the ${group}` });
  console.log(await plan.stuck(['every-group-asked', 'sources-named']));
  await plan.do('declare-none-found', { group: 'others', source: 'Interviews' });
  for (const { key, group, title } of (await plan.records('inventory')).efforts as Json[])
    await plan.do('register-effort', { effort: key, group, title, source: 'A workshop' });
  expect(await plan.advance()).toBe('analysis');
  console.log(await plan.stuck(['analyses-anchored']));
  for (const title of ['Accidents near schools', 'How children move'])
    await plan.do('register-knowledge-item', { title, kind: 'analysis' });
  console.log(await plan.stuck(['analyses-anchored']));
  for (const { key: item } of (await plan.records('knowledge')).items as Json[]) {
    await plan.do('mark-carried-out', { item });
    for (const organisation of bothParties) await plan.do('confirm-anchoring', { item, organisation });
  }
  expect(await plan.advance()).toBe('kick-off');
});

it('kick-off: a second round, since one party was not there', async () => {
  console.log(await plan.stuck(['held', 'potentials-proposed', 'parties-represented']));
  await plan.do('plan-meeting', { title: 'Kick-off' });
  await plan.do('hold-meeting', { meeting: 'meeting-1', represented: ['REGION'], notes: 'Too few came.' });
  for (const title of ['Walking buses', 'Slower cars']) await plan.do('propose-potential', { title });
  console.log(await plan.stuck(['parties-represented']));
  await plan.do('repeat', { reason: 'The municipality could not come.' });
  await plan.do('hold-meeting', { title: 'Kick-off again', represented: ['REGION'], writtenInput: ['MUNICIPALITY'] });
  kickOff = (await plan.read()).recordedAt as string;
  expect(await plan.advance()).toBe('choice-of-direction');
});

it('choice of direction: one theme is taken on, the other is kept for later', async () => {
  console.log(await plan.stuck(['direction-chosen', 'problem-formulated']));
  await choose('potential-1', 'Walking buses');
  expect(await plan.advance()).toBe('process-and-workgroups');
});

async function choose(potential: string, theme: string): Promise<void> {
  await plan.do('choose-direction', {
    chosen: [{ potential, theme, rationale: 'The need is greatest here.' }],
    parkedBecause: 'One thing at a time.',
    problem: 'Parents drive their children.',
    goalPicture: 'Children walk together.',
    decidedBy: bothParties,
  });
}

it('a restart: the theme does not hold, and another is chosen; what was done before is kept', async () => {
  await plan.do('form-workgroup', { name: 'The walkers', purpose: 'To write the plan.', theme: 'theme-1' });
  await plan.do('restart', { reason: 'Nobody can lead the walking buses.', to: 'choice-of-direction' });
  expect(await plan.read()).toMatchObject({ attempt: 2, stage: 'choice-of-direction', status: 'active' });
  await plan.stuck(['direction-chosen', 'problem-formulated']);
  await choose('potential-2', 'Slower cars');
  expect(await plan.advance()).toBe('process-and-workgroups');
  const told = (await plan.history()).filter(({ type }) => type === 'se.stegvis.direction.chosen.v1');
  expect(told.map(({ attempt }) => attempt as number)).toEqual([1, 2]);
});

it('process and workgroups: who writes the plan, on what terms, by when; one theme goes on as the plan itself', async () => {
  console.log(await plan.stuck(['workgroups-formed', 'role-agreements-signed', 'process-planned']));
  await plan.do('form-workgroup', { name: 'The slowers', purpose: 'To write the plan.', theme: 'theme-2' });
  console.log(await plan.stuck(['workgroups-formed', 'role-agreements-signed', 'process-planned']));
  const workgroup = 'workgroup-2';
  await plan.do('appoint-lead', { workgroup, lead: seat('MUNICIPALITY') });
  await plan.do('appoint-deputy', { workgroup, deputy: seat('REGION') });
  await plan.do('set-time-aside', { workgroup, time: 'a day a week' });
  await plan.do('sign-role-agreement', { workgroup, agreement: 'The lead calls the meetings.' });
  await plan.do('plan-process', { milestones: [{ title: 'A first draft', on: '2027-05' }] });
  expect(await plan.advance()).toBe('drafting');
  expect(await plan.read()).toMatchObject({ kind: 'initiative', children: [] });
});

it('drafting: paused over the summer, taken up again', async () => {
  await plan.do('write-section', { section: 'purpose', text: 'Children get to school by themselves.' });
  await plan.do('pause', { reason: 'Everybody is away in July.', reviewOn: '2027-08-16' });
  expect(await plan.read()).toMatchObject({ status: 'paused', stage: 'drafting' });
  console.log((await plan.refused('advance')).en, (await plan.refused('write-section', { section: 'goal', text: 'x' })).sv);
  expect(await plan.open()).toEqual(expect.arrayContaining(['resume', 'discontinue', 'write-log-entry']));
  await plan.do('write-log-entry', { entry: 'The road authority has answered.' });
  await plan.do('resume');
  expect((await plan.read()).pauses).toMatchObject([{ reviewOn: '2027-08-16', to: expect.any(String) }]);
});

it('drafting: two write at once, and the one who had not seen the other is told', async () => {
  const etag = `"${(await plan.read()).version}"`;
  const text = 'Cars keep thirty near schools.';
  await plan.do('write-section', { section: 'goal', text }, { 'if-match': etag });
  const late = await plan.post('write-section', { section: 'goal', text: 'Cars keep forty' }, { 'if-match': etag });
  console.log(late.body);
  expect(late.status).toBe(412);
  await plan.do('write-section', { section: 'background', text: 'Most drive at fifty.' }, { 'if-match': late.headers.get('etag') as string });
});

it('drafting: a version is submitted, once, however often it is sent', async () => {
  console.log(await plan.stuck(['knowledge-cited', 'activities-listed', 'indicators-set', 'responsible-named', 'version-submitted']));
  console.log((await plan.refused('submit-version')).en, (await plan.refused('submit-version')).sv);
  await plan.do('cite', { item: (await plan.records('knowledge')).items[0].key });
  await plan.do('declare-activities-later');
  await plan.do('set-target', {
    code: 'SPEED',
    name: 'Cars that keep the limit',
    target: { value: 80, unit: 'percent', operator: 'at-least' },
  });
  await plan.do('set-responsible', { revision: seat('MUNICIPALITY'), followUp: seat('REGION') });
  console.log(await plan.stuck(['version-submitted']));
  const key = { 'idempotency-key': 'submit the first version' };
  const first = await plan.do('submit-version', { drawnUp: '2027-09' }, key);
  const again = await plan.post('submit-version', { drawnUp: '2027-09' }, key);
  expect(again.body).toEqual(first);
  expect((await plan.records('versions')).versions).toHaveLength(1);
  expect(await plan.advance()).toBe('adoption');
});

it('adoption: one body sends the draft back, and both say yes to the next', async () => {
  console.log(await plan.stuck(['adopted-by-all']));
  await plan.do('prepare-decision', { organisation: 'MUNICIPALITY', meetingOn: '2027-10-11' });
  await plan.do('record-decision', { organisation: 'REGION', decision: 'yes', decidedOn: '2026-10' });
  console.log(await plan.stuck(['adopted-by-all']));
  await plan.do('record-decision', { organisation: 'MUNICIPALITY', decision: 'sent-back', comment: 'The goal is unclear.' });
  console.log(await plan.stuck(['adopted-by-all']));
  console.log((await plan.refused('record-decision', { organisation: 'REGION', decision: 'yes' })).sv);
  await plan.do('return', { reason: 'The municipality sent the draft back.', to: 'drafting' });
  await plan.do('write-section', { section: 'goal', text: 'Nine of ten cars keep thirty near schools.' });
  await plan.do('submit-version');
  expect(await plan.advance()).toBe('adoption');
  for (const organisation of bothParties)
    await plan.do('record-decision', { organisation, decision: 'yes', body: 'the council', reference: '14/16' });
  console.log(JSON.stringify(await plan.records('versions'), null, 1), JSON.stringify(await plan.records('adoption'), null, 1));
  expect(await plan.advance()).toBe('steering-group');
});

it('steering group: those who will lead the work take over', async () => {
  console.log(await plan.stuck(['steering-group-formed']));
  await plan.do('form-steering-group', { chair: seat('MUNICIPALITY'), deputy: seat('REGION') });
  console.log(await plan.stuck(['steering-group-formed']));
  await plan.do('change-steering-group', { members: bothParties, mandate: 'To follow the plan.', rhythm: 'every quarter' });
  await plan.do('receive-hand-over', { from: 'the project group' });
  expect(await plan.advance()).toBe('implementation');
});

it('implementation: every activity is carried out, stopped or handed over', async () => {
  console.log(await plan.stuck(['activities-settled']));
  for (const title of ['Speed bumps', 'Signs', 'Walking friends']) await plan.do('add-activity', { title });
  await plan.do('start-activity', { activity: 'activity-1' });
  console.log(await plan.stuck(['activities-settled']));
  await plan.do('complete-activity', { activity: 'activity-1', result: 'Four bumps are in place.' });
  await plan.do('stop-activity', { activity: 'activity-2', reason: 'The signs change nothing.' });
  await plan.do('hand-over-activity', { activity: 'activity-3', to: 'MUNICIPALITY' });
  expect(await plan.advance()).toBe('evaluation');
});

it('evaluation: what came of it, and what each party has learnt', async () => {
  console.log(await plan.stuck(['indicators-measured', 'lessons-from-parties']));
  await plan.do('measure-indicator', { indicator: 'SPEED', outcome: { value: 74, unit: 'percent', qualifier: 'about' } });
  for (const organisation of bothParties)
    await plan.do('record-lesson', { organisation, lesson: `${organisation} began too late.`, worked: false });
  expect(await plan.advance()).toBe('close');
});

it('close: what lives on has an owner, and the plan is complete', async () => {
  console.log(await plan.stuck(['ownership-named', 'checklist-done'], 'complete'));
  console.log((await plan.refused('advance')).sv);
  await plan.do('name-owner', { what: 'The bumps', organisation: 'MUNICIPALITY' });
  console.log(await plan.stuck(['ownership-named', 'checklist-done'], 'complete'));
  await plan.do('accept-ownership', { ownership: 'ownership-1' });
  await plan.do('tick-item', { item: 'Diarieförd och arkiverad / Registered and archived' });
  await plan.do('complete');
  expect(await plan.read()).toMatchObject({ status: 'completed', stage: 'close', attempt: 2 });
  expect(await plan.open()).toEqual(['restart']);
});

it('looks back: the plan as it stood when the kick-off was over', async () => {
  const then = await plan.read(kickOff);
  expect(then).toMatchObject({ stage: 'kick-off', round: 2, attempt: 1, status: 'active' });
  expect(then.records.potentials.potentials).toHaveLength(2);
});

it('history: all of it, in order, with what people wrote', async () => {
  const history = await plan.history();
  expect(history.map(({ sequence }) => sequence as number)).toEqual(history.map((_, index) => index + 1));
  console.log(history.map((e) => `${e.type} ${JSON.stringify(e.data)}`).join('\n'));
});

it('feed: each event once, in order, and no word of what people wrote', async () => {
  const [feed, history] = await Promise.all([plan.feed(), plan.history()]);
  expect(feed.map(({ id, type }) => [id, type])).toEqual(history.map(({ id, type }) => [id, type]));
  const [told, kept] = [JSON.stringify(feed), JSON.stringify(history)];
  expect(plan.prose.length).toBeGreaterThan(20);
  expect(plan.prose.filter((sentence) => told.includes(sentence))).toEqual([]);
  expect(plan.prose.filter((sentence) => !kept.includes(sentence))).toEqual([]);
});
