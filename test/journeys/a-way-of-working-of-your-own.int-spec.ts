// A template that nobody has seen before: checked, mended, published, and run, all over HTTP and without a line of code.
import { Client, type Json, type PlanAtHand } from './client.js';
import { sharedGarden } from './shared-garden.js';

let client: Client;
let plan: PlanAtHand;

beforeAll(async () => {
  client = await Client.open();
});
afterAll(() => client.close());

/** The template with something else at some of its places. */
function changed(places: Record<string, unknown>): Json {
  const copy: Json = structuredClone(sharedGarden);
  for (const [pointer, value] of Object.entries(places)) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() as string;
    const place = steps.reduce((inner: Json, step) => inner[step], copy);
    place[last] = value;
  }
  return copy;
}

async function faults(template: Json, language = 'en'): Promise<Record<string, string>> {
  const headers = { 'accept-language': language };
  const { status, body } = await client.ask('POST', '/v1/templates/check', { body: template, headers });
  expect([status, body.valid]).toEqual([200, body.faults.length === 0]);
  return Object.fromEntries(body.faults.map(({ pointer, message }: Json) => [pointer, message]));
}

it('checked: every fault has its place and a sentence', async () => {
  const wrong = changed({
    '/stages/0/criteria/0/with': { min: 'many' },
    '/stages/1/criteria/0/kind': 'sun-shines',
    '/stages/2/next': ['trial', 'greenhouse'],
    '/stages/2/criteria/0/by': ['neighbour'],
    '/stages/4/opens': ['add-activity', 'dig', 'complete-activity'],
    '/stages/5/name': { sv: 'Invigning' },
  });
  expect(await faults(wrong)).toEqual({
    '/stages/0/criteria/0/with/min': 'This must be a whole number.',
    '/stages/1/criteria/0/kind': 'There is no kind of criterion "sun-shines".',
    '/stages/2/next/1': 'The template has no stage "greenhouse".',
    '/stages/2/criteria/0/by/0': 'The template has no role "neighbour".',
    '/stages/4/opens/1': 'There is nothing called "dig" to do.',
    '/stages/5/name/en': 'The text is not there in English; every text is written in Swedish and in English.',
  });
  expect(await faults(wrong, 'sv')).toMatchObject({
    '/stages/2/next/1': 'Mallen har inget skede ”greenhouse”.',
    '/stages/5/name/en': 'Texten finns inte på engelska; alla texter skrivs på svenska och engelska.',
  });
});

it('checked again: ways that lead nowhere and criteria that nothing can meet', async () => {
  expect(await faults(changed({ '/stages/2/next': ['beds'], '/stages/7/opens': [] }))).toEqual({
    '/stages/3': 'No way from the start leads to the stage "trial". Let some stage\'s next name it, or take it away.',
    '/stages/7/criteria/0':
      'The criterion "lessons-recorded" can never be met. Let opens here, in a stage on the way here or on a track name one of: record-lesson.',
  });
  expect(await faults(changed({ '/stages/8/next': ['harvest'] }))).toMatchObject({
    '/stages/7/next': expect.stringContaining('From the stage "harvest" no end can ever be reached.'),
    '/stages/8/next': expect.stringContaining('From the stage "rest" no end can ever be reached.'),
  });
});

it('not published while it has a fault, nor by somebody who may not', async () => {
  const wrong = changed({ '/stages/2/next': ['greenhouse'] });
  const refused = await client.ask('POST', '/v1/templates', { body: wrong });
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'invalid-template', faults: [{ pointer: '/stages/2/next/0' }] },
  });
  const reader = await client.as({ name: 'somebody else', scopes: ['read', 'write'] });
  expect(await reader.ask('POST', '/v1/templates', { body: sharedGarden })).toMatchObject({ status: 403 });
  expect((await client.ask('GET', '/v1/templates/shared-garden')).status).toBe(404);
});

it('published: it is there for everybody, and says what it is made of', async () => {
  expect(await faults(sharedGarden)).toEqual({});
  expect((await client.ask('POST', '/v1/templates', { body: sharedGarden })).status).toBe(201);
  expect(await client.get('/v1/templates/shared-garden')).toEqual(sharedGarden);
  plan = await client.start({ template: 'shared-garden', title: 'The plot behind the school', language: 'en' });
  expect(await plan.read(undefined, 'sv')).toMatchObject({ kind: 'plan', stage: 'idea', stageName: 'Idé' });
  expect(await plan.open()).toEqual([
    'repeat',
    'override',
    'pause',
    'restart',
    'discontinue',
    'migrate',
    'correct',
    'propose-potential',
    'write-log-entry',
    'comment',
    'attach',
    'assign-role',
    'note-leadership-change',
    'fill-role-map',
    'register-record',
    'mark-confidential',
    'write-research-note',
  ]);
});

it('a verb of another stage says which, by name; one of no stage that it is not part of this', async () => {
  const held = await plan.refused('hold-meeting', { title: 'Opening day' });
  expect([held.en.detail, held.sv.detail]).toEqual([
    '"Meeting held" belongs to another stage: Opening.',
    '”Möte har hållits” hör till ett annat skede: Invigning.',
  ]);
  const { en, sv } = await plan.refused('choose-direction', { chosen: [{ title: 'Beans' }] });
  expect([en.detail, sv.detail]).toEqual([
    '"Choose the direction" is not part of the way of working "Shared garden".',
    '”Välj inriktning” ingår inte i arbetssättet ”Gemensam odling”.',
  ]);
});

it('an optional stage may be skipped, a required one not', async () => {
  expect((await plan.stuck('potentials-proposed')).en).toEqual(['Potentials proposed: 0 of at least 2. (gardener)']);
  expect((await plan.refused('skip', { reason: 'We know what we want' })).sv.detail).toBe(
    'Skedet kan inte hoppas över.',
  );
  for (const title of ['Beans', 'Roses']) await plan.do('propose-potential', { title });
  expect(await plan.advance()).toBe('sounding');
  await plan.stuck('inventory-complete');
  await plan.do('skip', { reason: 'The associations are with us already.' });
});

it('where the way divides, the plan is told where to go', async () => {
  expect((await plan.stuck('parties-consented', 'checklist-done')).sv).toEqual([
    'Inlagda parter: 0 av minst 1. (markägare)',
    '”Jordprov / Soil sample” är inte avbockat ännu. (odlare)',
  ]);
  await plan.do('add-party', { organisation: 'MUNICIPALITY' });
  await plan.do('consent', { organisation: 'MUNICIPALITY' });
  await plan.do('tick-item', { item: 'Jordprov / Soil sample' });
  expect((await plan.move('advance')).to).toEqual(['trial', 'beds']);
  const { en, sv } = await plan.refused('advance');
  expect([en.detail, sv.detail]).toEqual([
    'Say where to: Trial (trial), Beds (beds).',
    'Säg vart: Försök (trial), Bäddar (beds).',
  ]);
  expect((await plan.refused('advance', { to: 'rest' })).en.detail).toBe(
    'There is no way from here to "Rest". Choose among: Trial (trial), Beds (beds).',
  );
  expect(await plan.advance({ to: 'beds' })).toBe('beds');
});

it('there is a way back, and the place is where one starts again', async () => {
  await plan.stuck('activities-listed');
  await plan.do('add-activity', { title: 'Dig' });
  await plan.stuck('activities-settled');
  await plan.do('complete-activity', { activity: 'activity-1' });
  expect(await plan.advance()).toBe('opening');
  await plan.stuck('meeting-held');
  await plan.do('skip', { reason: 'It rains.' });
  expect((await plan.move('return')).to).toEqual(['beds']);
  await plan.do('return', { reason: 'The beds were washed away.' });
  expect((await plan.refused('restart', { reason: 'Try again', to: 'idea' })).en.detail).toBe(
    'There is no way from here to "Idea". Choose among: Place (place).',
  );
  expect(await plan.do('restart', { reason: 'It is too wet here.' })).toMatchObject({ stage: 'place', attempt: 2 });
});

it('the second time by the other way, to the end', async () => {
  await plan.stuck('checklist-done');
  await plan.do('tick-item', { item: 'Jordprov / Soil sample' });
  expect(await plan.advance({ to: 'trial' })).toBe('trial');
  await plan.stuck('indicators-set');
  await plan.do('set-target', {
    code: 'SPROUTS',
    name: 'Seeds that sprout',
    target: { value: 50, unit: 'percent', operator: 'at-least' },
  });
  await plan.stuck('indicators-measured');
  await plan.do('measure-indicator', {
    indicator: 'SPROUTS',
    outcome: { value: 60, unit: 'percent', qualifier: 'about' },
  });
  expect(await plan.advance()).toBe('beds');
  await plan.do('add-activity', { title: 'Drain' });
  await plan.do('complete-activity', { activity: 'activity-2' });
  await plan.advance();
  await plan.do('hold-meeting', { title: 'Opening day' });
  expect((await plan.stuck('notes-recorded')).en).toEqual(['Notes are missing from "Opening day". (gardener)']);
  await plan.do('record-notes', { meeting: 'meeting-1', notes: 'Forty neighbours came.' });
  expect(await plan.advance()).toBe('season');
  expect((await plan.stuck('log-entries')).sv).toEqual(['Anteckningar i loggen: 0 av minst 2. (odlare)']);
  for (const entry of ['The beans are up.', 'The beans are eaten by snails.'])
    await plan.do('write-log-entry', { entry });
  expect(await plan.advance()).toBe('harvest');
  await plan.stuck('lessons-recorded');
  await plan.do('record-lesson', { lesson: 'Snails like beans.', worked: false });
  expect(await plan.advance()).toBe('rest');
  await plan.stuckAtTheEnd('ownership-named');
  await plan.do('name-owner', { what: 'The garden', organisation: 'MUNICIPALITY' });
  await plan.do('complete');
  expect(await plan.read()).toMatchObject({ status: 'completed', attempt: 2 });
});
