// A case under an area programme: insights before the problem, a trial that fails, and an owner who says no before another says yes.
import { Client, type Json, type PlanAtHand } from './client.js';

let client: Client;
let area: PlanAtHand;
let plan: PlanAtHand;

beforeAll(async () => {
  client = await Client.open();
});
afterAll(() => client.close());

const what = 'The swap shop in the yard';
const both = ['CITY', 'TENANTS'];

it('the case begins under the programme, and has its parties and its place from there', async () => {
  area = await client.start({ template: 'area-programme', title: 'Seved', language: 'en' });
  for (const organisation of both) {
    await area.do('add-party', { organisation });
    await area.do('consent', { organisation });
  }
  await area.do('register-area', { code: 'SEVED', name: 'Seved' });
  plan = await client.start({
    template: 'innovation-forum-case',
    title: 'Young adults',
    language: 'en',
    parent: area.id,
  });
  expect(await plan.read()).toMatchObject({ kind: 'case', parent: area.id, stage: 'empathic-view' });
  expect((await area.read()).children).toMatchObject([{ id: plan.id, title: 'Young adults', status: 'active' }]);
  const { parties } = await plan.records('parties');
  expect(parties.map((party: Json) => party.organisation)).toEqual(both);
});

it('each stage shows the method cards that help there, in the reader’s language', async () => {
  const names = async (language: string) =>
    (await plan.read(undefined, language)).methods.map((card: Json) => card.name as string);
  expect(await names('en')).toEqual(['Observation on the spot', 'Running log']);
  expect(await names('sv')).toEqual(['Observation på plats', 'Löpande logg']);
  await plan.do('add-method-card', { title: 'The bench', level: 'operative', how: 'Sit down and wait.' });
  await plan.do('link-method', { method: 'method-card-1', stage: 'empathic-view' });
  await plan.do('unlink-method', { method: 'running-log', stage: 'empathic-view' });
  await plan.do('use-method', { method: 'method-card-1', note: 'Three people sat down too.' });
  expect((await plan.read()).methods).toEqual([
    expect.objectContaining({ key: 'observation', own: false, summary: expect.stringContaining('everyday') }),
    { key: 'method-card-1', name: 'The bench', level: 'operative', own: true, summary: null, link: null },
  ]);
  const { status, body } = await plan.post('link-method', { method: 'observation', stage: 'kick-off' });
  expect([status, body.reasons]).toEqual([404, [expect.objectContaining({ code: 'unknown-stage', field: '/stage' })]]);
});

it('the insights come from those concerned, not only from officers', async () => {
  await plan.do('record-mandate', { purpose: 'Young adults shall have somewhere to begin.' });
  await plan.do('agree-roles', { with: 'CITY', as: 'commissioner', agreement: 'You ask, we hold together.' });
  await plan.do('record-insight', { insight: 'They stop asking after a week.', from: 'officers', how: 'talk' });
  await plan.do('summarise-insights', { summary: 'Nobody knows whom to ask.' });
  const { en, sv } = await plan.stuck('concerned-heard');
  expect(en).toEqual([
    'None of the insights comes from those who are to be heard: those who live there (residents) or those who use it (users). (core team)',
  ]);
  expect(sv).toEqual([
    'Ingen av insikterna kommer från dem som ska höras: de som bor där (residents) eller de som använder det (users). (kärnteam)',
  ]);
  await plan.do('record-insight', {
    insight: 'I would rather ask my neighbour.',
    from: 'residents',
    how: 'observation',
    place: 'The stairwell',
  });
  expect((await plan.records('insights')).insights).toMatchObject([
    { insight: 'They stop asking after a week.', from: 'officers' },
    { insight: 'I would rather ask my neighbour.', from: 'residents', place: 'The stairwell' },
  ]);
  expect(await plan.advance()).toBe('right-team');
});

it('those concerned and those who will carry it out form the team, and agree on one problem', async () => {
  await plan.do('form-team', { lead: { organisation: 'CITY' }, deputy: { organisation: 'TENANTS' } });
  await plan.do('fill-seat', { group: 'doer', sector: 'employment', organisation: 'CITY' });
  await plan.do('fill-seat', { group: 'resident', sector: 'housing', role: 'young adult' });
  await plan.do('name-management-contact', { organisation: 'CITY', role: 'head of department' });
  expect(await plan.advance()).toBe('shared-problem');
  await plan.do('state-problem', { statement: 'There is no first place to try.', targetGroup: 'People of 18 to 25.' });
  await plan.do('agree-problem', { organisation: 'CITY' });
  const { sv } = await plan.stuck('problem-agreed');
  expect(sv).toEqual([
    'TENANTS har inte ställt sig bakom problemformuleringen ännu. (teamets ledare, boende och användare eller de som ska utföra arbetet hos TENANTS)',
  ]);
  await plan.do('agree-problem', { organisation: 'TENANTS' });
  expect(await plan.advance()).toBe('overview-of-solutions');
});

it('one of several ideas is picked to try, and what exists elsewhere has been looked at', async () => {
  for (const title of ['Swap shop', 'Bicycle workshop', 'Cooking together']) await plan.do('propose-idea', { title });
  await plan.do('look-at-existing', { title: 'A food shop run by residents', where: 'Kent', learnt: 'Begin small.' });
  await plan.do('park-idea', { idea: 'idea-3', because: 'There is no kitchen.' });
  await plan.stuck('idea-picked');
  await plan.do('pick-idea', { idea: 'idea-1', reason: 'It can begin tomorrow.' });
  expect((await plan.records('ideas')).ideas.map((idea: Json) => [idea.status, idea.why])).toEqual([
    ['picked', 'It can begin tomorrow.'],
    ['proposed', undefined],
    ['parked', 'There is no kitchen.'],
  ]);
  expect(await plan.advance()).toBe('test-until-working');
});

it('a trial that fails is a lesson; one that works lets the case go on', async () => {
  await plan.do('accept-risk', { organisation: 'CITY', level: 'Small losses are fine' });
  for (const outcome of ['failed', 'working']) {
    const trial = outcome === 'failed' ? 'trial-1' : 'trial-2';
    await plan.do('plan-trial', { title: `A weekend, ${trial}`, scale: 'one stairwell', ceilingSek: 5000 });
    await plan.do('start-trial', { trial });
    const lesson = outcome === 'failed' ? { lesson: 'Nobody comes when it rains.' } : {};
    await plan.do('evaluate-trial', { trial, outcome, judgedBy: ['the residents'], ...lesson });
  }
  await plan.do('write-log-entry', { entry: 'It rained all weekend.' });
});

it('ownership changes hands in the midst of it: nothing is transferred until the receiver says yes', async () => {
  await plan.do('transfer-ownership', { what, from: 'CITY', to: 'SPORTS' });
  await plan.do('decline-ownership', { ownership: 'ownership-1', reason: 'We have no time.' });
  expect(await plan.advance()).toBe('mobilise-and-implement');
  await plan.do('commit-resources', { organisation: 'CITY', kind: 'money', what: 'The rent', sek: 60_000 });
  await plan.do('commit-resources', { organisation: 'CITY', kind: 'people', what: 'A youth worker' });
  await plan.do('put-in-use', { what });
  const { en } = await plan.stuck('owner-accepts');
  expect(en[0]).toMatch(/^Ownerships handed over: 0 of at least 1/);
  await plan.do('transfer-ownership', { what, to: 'TENANTS' });
  await plan.stuck('owner-accepts');
  const { events } = await plan.do('accept-ownership', { ownership: 'ownership-2' });
  expect(events.map((event: Json) => event.type as string)).toEqual([
    'se.stegvis.ownership.accepted.v1',
    'se.stegvis.ownership.transferred.v1',
  ]);
  expect(await plan.advance()).toBe('spread');
});

it('a no to spreading it, with its reason, is an answer too; and the programme hears that the case has ended', async () => {
  await plan.stuckAtTheEnd('spread-judged');
  await plan.do('judge-spread', { verdict: 'not-spread', reason: 'It lives by this very yard.' });
  expect(await plan.do('complete')).toMatchObject({ status: 'completed' });
  expect((await area.read()).children).toMatchObject([{ status: 'completed' }]);
});

it('the feed tells of all of it, and nothing of what people wrote', async () => {
  const feed = await plan.feed();
  expect(feed.map((event) => event.type as string)).toEqual(
    expect.arrayContaining([
      'se.stegvis.insight.recorded.v1',
      'se.stegvis.problem.agreed.v1',
      'se.stegvis.method.used.v1',
      'se.stegvis.solution.not-spread.v1',
    ]),
  );
  expect([...plan.prose].filter((sentence) => JSON.stringify(feed).includes(sentence))).toEqual([]);
});
