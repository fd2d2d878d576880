// The way of working that docs/templates.md builds, taken out of the guide as its reader would and run to its ends.
import { readFileSync } from 'node:fs';
import { Client, type Json, type PlanAtHand } from './client.js';

const guide = readFileSync('docs/templates.md', 'utf8');
const examples = [...guide.matchAll(/```json template\n([^]*?)\n```/g)].map(([, text = '']) => JSON.parse(text));
const openLibrary: Json = examples.at(-1);

let client: Client;
let plan: PlanAtHand;

beforeAll(async () => {
  client = await Client.open();
});
afterAll(() => client.close());

const reason = 'We have talked about it.';

/** The criteria that keep it in its stage. */
async function open(library: PlanAtHand): Promise<string[]> {
  const { reasons } = await library.move('advance');
  return reasons.map(({ criterion }: Json) => criterion as string);
}

/** Past the ideas and the villages, to the trial. */
async function toTheTrial(title: string): Promise<PlanAtHand> {
  const library = await client.start({ template: 'open-library', title, language: 'en' });
  for (const idea of ['In the school', 'In the shop']) await library.do('propose-idea', { title: idea });
  expect(await open(library)).toEqual(['heard']);
  const { en, sv } = await library.refused('advance');
  const told = ({ reasons }: Json) => reasons[0].missing.map(({ message, who }: Json) => `${message} ${who}`);
  expect(told(en)).toEqual([
    'Any one of these is enough: 1) The meeting has been held, 2) There are insights from those concerned. coordinator or researcher',
    'Alternative 1 (The meeting has been held): Meetings held in this stage: 0 of at least 1. coordinator or researcher',
    'Alternative 2 (There are insights from those concerned): Insights: 0 of at least 5. coordinator or researcher',
    expect.stringMatching(/^Alternative 2 /),
  ]);
  expect(told(sv)[1]).toBe(
    'Alternativ 1 (Mötet har hållits): Möten som har hållits i skedet: 0 av minst 1. samordnare eller följeforskare',
  );
  await library.do('hold-meeting', { title: 'In the village hall' });
  expect(await library.advance()).toBe('hearing');
  const { made } = await library.do('fork', { plans: [{ title: 'Berga' }] });
  const berga = client.plan(made[0].id as string);
  expect(await berga.read()).toMatchObject({ kind: 'case', stage: 'answer' });
  expect((await library.refused('advance')).en.reasons[0].missing[0].message).toBe('The plan "Berga" is under way.');
  await berga.do('tick-item', { item: 'answered' });
  await berga.do('complete');
  expect(await library.advance()).toBe('trial');
  return library;
}

async function draft(library: PlanAtHand): Promise<void> {
  await library.do('register-knowledge-item', { title: 'Who reads what', kind: 'study' });
  await library.do('cite', { item: 'knowledge-item-1' });
  await library.do('write-section', { section: 'purpose', text: 'A library that is open when people are free.' });
  await library.do('write-section', { section: 'goal', text: 'Everybody has been there once.' });
  await library.do('submit-version');
}

it('is checked, published and drawn', async () => {
  const checked = await client.ask('POST', '/v1/templates/check', { body: openLibrary });
  expect(checked.body).toEqual({ valid: true, faults: [] });
  for (const body of examples) expect((await client.ask('POST', '/v1/templates', { body })).status).toBe(201);
  const path = '/v1/templates/open-library/versions/1/diagram';
  expect((await client.get(`${path}?format=xstate`)).states.active.states.trial.on.skip).toHaveLength(2);
});

it('a loop, a trial that failed and one that did not, and the decision of one board', async () => {
  plan = await toTheTrial('Fagerhult');
  await plan.do('accept-risk', { organisation: 'REGION', level: 'low' });
  for (const [title, outcome] of [
    ['The school', 'failed'],
    ['The shop', 'working'],
  ]) {
    await plan.do('plan-trial', { title, scale: 'One evening a week', ceilingSek: 10_000 });
    const trial = (await plan.records('trials')).trials.at(-1).key as string;
    await plan.do('start-trial', { trial });
    await plan.do('evaluate-trial', { trial, outcome, judgedBy: ['REGION'], lesson: 'The light must be left on.' });
    expect(await plan.advance()).toBe('verdict');
    await plan.do('record-lesson', { lesson: 'Ask about the keys first.' });
    expect((await plan.move('advance')).to).toEqual(['drafting', 'trial']);
    await plan.advance({ to: outcome === 'failed' ? 'trial' : 'drafting' });
  }
  await plan.do('add-party', { organisation: 'REGION', deciding: true });
  await draft(plan);
  expect(await plan.advance({ to: 'board-decision' })).toBe('board-decision');
  await plan.stuck('adopted');
  await plan.do('record-decision', { organisation: 'REGION', decision: 'yes' });
  expect(await plan.advance()).toBe('operation');
});

it('optional stages are passed together, and all parties decide', async () => {
  const other = await toTheTrial('Ruda');
  expect((await other.move('skip')).to).toEqual(['verdict', 'drafting']);
  await other.do('skip', { to: 'drafting', reason });
  for (const organisation of ['REGION', 'HOGSBY']) await other.do('add-party', { organisation, deciding: true });
  await draft(other);
  expect(await other.advance({ to: 'joint-decision' })).toBe('joint-decision');
  await other.do('record-decision', { organisation: 'REGION', decision: 'yes' });
  await other.stuck('adopted-by-all');
  await other.do('record-decision', { organisation: 'HOGSBY', decision: 'yes' });
  await other.advance();
  await other.do('complete');
  expect(await other.read()).toMatchObject({ status: 'completed', stage: 'operation' });
});

it('a new cycle asks anew, and can be discontinued', async () => {
  await plan.advance();
  expect(await plan.read()).toMatchObject({ stage: 'ideas', cycle: 2 });
  expect(await open(plan)).toEqual(['enough-ideas', 'heard']);
  await plan.do('discontinue', { reason });
  expect((await plan.read()).status).toBe('discontinued');
});
