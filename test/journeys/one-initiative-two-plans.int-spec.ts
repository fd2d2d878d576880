// An initiative with two themes forks into two plans: each has its own life, and the initiative is over when both are.
import { Client, type Json, type PlanAtHand } from './client.js';

let client: Client;
let initiative: PlanAtHand;
let health: PlanAtHand;
let dialogues: PlanAtHand;

beforeAll(async () => {
  client = await Client.open();
});
afterAll(() => client.close());

const both = ['REGION', 'MUNICIPALITY'];
const themes = ['A health guide', 'Open dialogues'];
const statuses = async () =>
  (await initiative.read()).children.map((child: Json) => child.status as string) as string[];

it('comes to the fork; what the template asks for may be left undone, if it is said why', async () => {
  initiative = await client.start({ template: 'joint-action-plan', title: 'Against loneliness' });
  for (const organisation of both) {
    await initiative.do('add-party', { organisation });
    await initiative.do('consent', { organisation });
  }
  for (const stage of ['inventory', 'analysis', 'kick-off']) {
    const { stage: now } = await initiative.do('override', { reason: 'It was done in an earlier project.' });
    expect(now).toBe(stage);
  }
  for (const title of [...themes, 'Better buses']) await initiative.do('propose-potential', { title });
  await initiative.do('hold-meeting', { title: 'Kick-off', represented: both });
  await initiative.advance();
  await initiative.do('choose-direction', {
    chosen: themes.map((theme, index) => ({
      potential: `potential-${index + 1}`,
      theme,
      rationale: 'People ask for it.',
    })),
    parkedBecause: 'Others see to the buses.',
    problem: 'Many are alone.',
    goalPicture: 'Everybody has somebody.',
  });
  expect(await initiative.advance()).toBe('process-and-workgroups');
});

it('each theme has its group before the plans are made', async () => {
  const { en } = await initiative.refused('fork');
  expect(en.reasons.map(({ criterion }: Json) => criterion as string)).toContain('workgroups-formed');
  const lead = { organisation: 'REGION', role: 'planner' };
  const group = {
    purpose: 'To write the plan.',
    lead,
    deputy: { organisation: 'MUNICIPALITY' },
    timeSetAside: 'a day a week',
  };
  for (const [index, name] of themes.entries()) {
    await initiative.do('form-workgroup', { name, theme: `theme-${index + 1}`, ...group });
    await initiative.do('sign-role-agreement', { workgroup: `workgroup-${index + 1}` });
  }
  await initiative.do('plan-process', { milestones: [{ title: 'Drafts', on: '2027' }] });
});

it('forks: one plan for each theme, and the initiative itself waits for them', async () => {
  expect((await initiative.move('fork')).to).toEqual(['drafting']);
  const { made } = await initiative.do('fork', { reason: 'The themes need different people.' });
  [health, dialogues] = made.map(({ id }: Json) => client.plan(id as string)) as [PlanAtHand, PlanAtHand];
  const { children } = await initiative.read();
  expect(children).toMatchObject(themes.map((title) => ({ title, status: 'active' })));
  expect(await health.read()).toMatchObject({
    kind: 'plan',
    title: themes[0],
    parent: initiative.id,
    stage: 'drafting',
  });
  const listed = await client.get(`/v1/plans?parent=${initiative.id}`);
  expect(listed.items.map(({ id }: Json) => id as string).sort()).toEqual([health.id, dialogues.id].sort());
  const { en, sv } = await initiative.refused('advance');
  expect([en.detail, sv.detail]).toEqual([
    'The work goes on in the plans that were made out of this.',
    'Arbetet går vidare i de planer som har gjorts ur detta.',
  ]);
});

it('what they share can be read from each, prose and all; what comes after is its own', async () => {
  await health.do('write-section', { section: 'purpose', text: 'Everybody finds the right door.' });
  await dialogues.do('write-section', { section: 'purpose', text: 'Everybody is heard.' });
  const shared = await initiative.history();
  for (const plan of [health, dialogues]) {
    const history = await plan.history();
    expect(history.slice(0, shared.length)).toEqual(shared);
    expect(history.slice(shared.length).map(({ plan: whose }) => whose as string)).toEqual([plan.id, plan.id, plan.id]);
    expect((await plan.feed()).map(({ subject }) => subject as string)).toEqual([plan.id, plan.id, plan.id]);
  }
  expect(JSON.stringify(await health.history())).not.toContain('Everybody is heard.');
  expect(await initiative.history()).toEqual(shared);
});

it('each has its own life: one rests while the other goes on to its end', async () => {
  await dialogues.do('pause', { reason: 'We wait for the election.' });
  for (const next of ['adoption', 'steering-group', 'implementation', 'evaluation', 'close'])
    expect((await health.do('override', { reason: 'The council has seen enough.' })).stage).toBe(next);
  expect(await dialogues.read()).toMatchObject({ status: 'paused', stage: 'drafting' });
  await health.do('name-owner', { what: 'The guide', organisation: 'REGION' });
  await health.do('accept-ownership', { ownership: 'ownership-1' });
  const [item] = await health.stuckAtTheEnd('checklist-done');
  await health.do('tick-item', { item: item.params.item });
  await health.do('complete');
  expect(await statuses()).toEqual(['completed', 'paused']);
});

it('the initiative cannot end before them, and completes by itself with the last', async () => {
  for (const verb of ['complete', 'discontinue']) {
    const { en, sv } = await initiative.refused(verb, { reason: 'We are done' });
    expect(en.detail).toBe('The plan "Open dialogues" is under way.');
    expect(sv.detail).toBe('Planen ”Open dialogues” pågår.');
  }
  await dialogues.do('discontinue', { reason: 'The association has closed.' });
  expect(await statuses()).toEqual(['completed', 'discontinued']);
  expect(await initiative.read()).toMatchObject({ status: 'completed' });
  expect((await initiative.feed()).slice(-4).map(({ type }) => type as string)).toEqual([
    'se.stegvis.child.paused.v1',
    'se.stegvis.child.ended.v1',
    'se.stegvis.child.ended.v1',
    'se.stegvis.initiative.completed.v1',
  ]);
});

it('a plan that begins again opens the initiative again, until it too has ended', async () => {
  expect((await dialogues.refused('advance')).en.detail).toBe('The plan has ended. It can be started again.');
  await dialogues.do('restart', { reason: 'A new association wants to.', to: 'drafting' });
  expect(await dialogues.read()).toMatchObject({ status: 'active', stage: 'drafting', attempt: 2 });
  expect(await initiative.read()).toMatchObject({ status: 'active' });
  expect(await statuses()).toEqual(['completed', 'active']);
  await dialogues.do('discontinue', { reason: 'It did not hold.' });
  expect(await initiative.read()).toMatchObject({ status: 'completed' });
});
