// Programme, strand, initiative, plan and case as one portfolio.
import { Client, type Json } from './client.js';

let client: Client;
beforeAll(async () => {
  client = await Client.open();
});
afterAll(() => client.close());

const programme = {
  name: 'Omställning',
  goal: 'Konkreta verktyg för en hållbar omställning.',
  strands: [
    { no: 1, name: 'Pilot', content: ['Inventering', 'Metodutveckling'] },
    { no: 2, name: 'Digital omställning' },
  ],
};

it('a programme is named with its strands, and named again it changes', async () => {
  const first = await client.ask('PUT', '/v1/programmes/OMST', { body: programme });
  expect(first).toMatchObject({ status: 200, body: { code: 'OMST', strands: [{ no: 1 }, { no: 2, content: [] }] } });
  const again = await client.ask('PUT', '/v1/programmes/OMST', { body: { ...programme, name: 'Omställning i länet' } });
  expect(again.body.name).toBe('Omställning i länet');
  const twice = { ...programme, strands: [...programme.strands, { no: 2, name: 'Samma' }] };
  const { status, body } = await client.ask('PUT', '/v1/programmes/OMST', { body: twice });
  expect([status, body.faults]).toMatchObject([400, [{ pointer: '/strands/2/no', message: 'stands twice.' }]]);
  const nobody = await client.ask('GET', '/v1/programmes/NOBODY');
  expect([nobody.status, nobody.body.detail]).toEqual([404, 'GET /v1/programmes/NOBODY does not exist. See /docs.']);
});

it('what is begun under it has its place: in a strand, under an initiative, or in none', async () => {
  const area = await client.start({ template: 'area-programme', title: 'Området', programme: 'OMST', strand: 1 });
  const garden = { template: 'innovation-forum-case', title: 'Odling', parent: area.id };
  const inArea = await client.start(garden);
  const service = await client.start({ template: 'try-out', title: 'E-tjänst', programme: 'OMST', strand: 2 });
  const loose = await client.start({ template: 'try-out', title: 'Lös', programme: 'OMST' });
  const ofNone = await client.start({ template: 'try-out', title: 'Okänd del', programme: 'OMST', strand: 9 });
  const told = await client.get('/v1/programmes/OMST');
  expect(told.strands).toMatchObject([
    { no: 1, plans: [{ id: area.id, kind: 'initiative', plans: [{ id: inArea.id, kind: 'case', title: 'Odling' }] }] },
    { no: 2, plans: [{ id: service.id, stage: 'feasibility-study', status: 'active', plans: [] }] },
  ]);
  expect(told.plans.map(({ id }: Json) => id)).toEqual([loose.id, ofNone.id]);
  const { items } = await client.get('/v1/plans?programme=OMST');
  expect(items).toHaveLength(5);
});

it('is read page by page, and what stands under an initiative stays with it', async () => {
  const whole = await client.get('/v1/programmes/OMST');
  const seen: Json[] = [];
  let path = '/v1/programmes/OMST?limit=1';
  for (let page = await client.get(path); ; page = await client.get(path)) {
    expect(page.strands.map(({ no }: Json) => no)).toEqual([1, 2]);
    seen.push([...page.strands.flatMap(({ plans }: Json) => plans), ...page.plans]);
    if (page.next === null) break;
    path = `/v1/programmes/OMST?limit=1&cursor=${encodeURIComponent(page.next)}`;
  }
  const [one, two] = whole.strands;
  expect(seen).toEqual([...one.plans, ...two.plans, ...whole.plans].map((placed) => [placed]));
  expect(one.plans[0]).toMatchObject({ more: 0, plans: [{ title: 'Odling', more: 0 }] });
  for (const wrong of ['limit=0', 'cursor=x', 'page=2'])
    expect([wrong, (await client.ask('GET', `/v1/programmes/OMST?${wrong}`)).status]).toEqual([wrong, 400]);
});
