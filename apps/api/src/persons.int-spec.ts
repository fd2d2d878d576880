// The directory over HTTP: persons, what they say of themselves, and the roles that they hold outside the plans.
import { addDays, dayOf } from '#libs/lifecycle';
import { Tokens } from '#libs/people';
import { DataSource } from 'typeorm';
import { runningApi, type Asked, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
const today = dayOf(new Date().toISOString());
const NOBODY = '0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11';

beforeAll(async () => {
  api = await runningApi();
  for (const code of ['REGION', 'TOWN', 'ISLAND'])
    await api.ask('PUT', `/v1/organisations/${code}`, { body: { name: code, kind: 'region' } });
  for (const code of ['OMST', 'VATTEN', 'SKOG'])
    await api.ask('PUT', `/v1/programmes/${code}`, { body: { name: code } });
});
afterAll(() => api.close());

let count = 0;
const anna = () => ({ name: 'Anna Öberg', address: `anna${(count += 1)}@region.example`, organisation: 'REGION' });
const add = async (change: object = {}): Promise<Json> => {
  const { status, body } = await api.ask('POST', '/v1/persons', { body: { ...anna(), ...change } });
  expect(status).toBe(201);
  return body;
};
const erase = (id: string) =>
  api.app.get(DataSource).query('UPDATE person SET name = NULL, address = NULL, erased_at = now() WHERE id = $1', [id]);
const said = async (answer: Promise<Json>) => {
  const { status, body } = await answer;
  return [status, body.code, ...(body.faults ?? []).map((one: Json) => `${one.pointer} ${one.code}`)];
};

describe('persons', () => {
  it('are added, found, changed: all of them, and the same again changes nothing', async () => {
    const told = anna();
    const made = await api.ask('POST', '/v1/persons', { body: { ...told, name: '  Anna   O\u0308berg ' } });
    expect(made.body).toMatchObject({ ...told, name: 'Anna Öberg', language: 'sv', erasedAt: null });
    const path = `/v1/persons/${made.body.id}`;
    expect(made.headers.get('location')).toBe(path);
    expect((await api.ask('GET', path)).body).toEqual(made.body);
    const body = { name: 'Anna Ek', language: 'en' };
    for (let time = 1; time <= 2; time += 1) {
      const { body: changed } = await api.ask('PUT', path, { body });
      expect(changed).toEqual({ ...made.body, ...body, address: null, organisation: null });
    }
    expect((await api.ask('GET', '/v1/persons?q=anna%20ek')).body.items).toHaveLength(1);
  });

  it.each(['Σωκράτης', '李小龍', 'Zoë d’Arc-Ng', 'علي', 'Å'])('are called %s', async (name) => {
    expect((await add({ name })).name).toBe(name);
  });

  it.each([
    [{ name: '' }, '/name too-short'],
    [{ name: ' \t ' }, '/name not-a-line'],
    [{ name: 'Anna\r\nBcc: bo@region.example' }, '/name not-a-line'],
    [{ name: 'Anna\u2028Öberg' }, '/name not-a-line'],
    [{ name: 'Anna\u202eecila' }, '/name not-a-line'],
    [{ name: 'x'.repeat(201) }, '/name too-long'],
    [{ address: 'anna' }, '/address not-an-address'],
    [{ address: 'anna@region.example\r\nBcc: bo@region.example' }, '/address not-an-address'],
    [{ address: null }, '/address not-an-address'],
    [{ language: 'de' }, '/language not-one-of'],
    [{ organisation: 'a b' }, '/organisation not-a-code'],
    [{ id: NOBODY }, '/id unknown-field'],
    [{ erasedAt: null }, '/erasedAt unknown-field'],
  ])('are not taken with %j', async (change, fault) => {
    expect(await said(api.ask('POST', '/v1/persons', { body: { ...anna(), ...change } }))).toEqual([
      400,
      'invalid-body',
      fault,
    ]);
  });

  it('have an address of their own, and come from an organisation that is there', async () => {
    const { address } = await add();
    const twice = { ...anna(), address: address.toUpperCase() };
    expect(await said(api.ask('POST', '/v1/persons', { body: twice }))).toEqual([
      409,
      'address-taken',
      '/address address-taken',
    ]);
    const nowhere = { ...anna(), organisation: 'NOWHERE' };
    expect(await said(api.ask('POST', '/v1/persons', { body: nowhere }))).toEqual([
      404,
      'unknown-organisation',
      '/organisation unknown-organisation',
    ]);
  });

  it('are not there by another id, nor changed once erased, nor listed', async () => {
    for (const id of ['x', NOBODY]) {
      expect(await said(api.ask('GET', `/v1/persons/${id}`))).toEqual([404, 'unknown-person']);
      expect(await said(api.ask('PUT', `/v1/persons/${id}`, { body: anna() }))).toEqual([404, 'unknown-person']);
    }
    const { id } = await add({ organisation: 'TOWN' });
    await erase(id);
    expect(await said(api.ask('PUT', `/v1/persons/${id}`, { body: anna() }))).toEqual([409, 'erased-person']);
    expect((await api.ask('GET', '/v1/persons?organisation=TOWN')).body.items).toEqual([]);
    expect((await api.ask('GET', `/v1/persons/${id}`)).body).toMatchObject({ name: null, address: null });
  });

  it('are listed page by page, and a page that cannot go on says so instead of ending', async () => {
    for (const name of ['Ada', 'Bea', 'Cia']) await add({ name, organisation: 'ISLAND' });
    const page = (asked: string) => api.ask('GET', `/v1/persons?organisation=ISLAND&limit=2${asked}`);
    const { items, next } = (await page('')).body;
    expect(items.map(({ name }: Json) => name)).toEqual(['Ada', 'Bea']);
    expect((await page(`&cursor=${next}`)).body).toMatchObject({ items: [{ name: 'Cia' }], next: null });
    await erase(next);
    expect(await said(page(`&cursor=${next}`))).toEqual([400, 'invalid-parameter']);
    expect(await said(api.ask('GET', `/v1/posts?cursor=${NOBODY}`))).toEqual([400, 'invalid-parameter']);
  });

  it('are for those who administer', async () => {
    const { token } = await api.app.get(Tokens).make({ name: 'Reader', scopes: ['read', 'write'] });
    const { id } = await add();
    const doors: [string, string, object?][] = [
      ['GET', '/v1/persons'],
      ['GET', `/v1/persons/${id}`],
      ['POST', '/v1/persons', anna()],
      ['PUT', `/v1/persons/${id}`, anna()],
      ['GET', '/v1/posts'],
      ['POST', '/v1/posts', {}],
      ['POST', `/v1/posts/${NOBODY}/end`, {}],
      ['PUT', '/v1/organisations/REGION', { name: 'x' }],
      ['PUT', '/v1/programmes/OMST', { name: 'x' }],
    ];
    for (const [method, path, body] of doors) {
      const asked: Asked = body ? { token, body } : { token };
      expect([path, ...(await said(api.ask(method, path, asked)))]).toEqual([path, 403, 'not-allowed']);
    }
  });
});

describe('a person who is signed in', () => {
  const session = async (id: string) => {
    const { token } = await api.app.get(Tokens).startSession(id);
    return (method: string, body?: object) => {
      const headers = { cookie: `__Host-stegvis-session=${token}`, origin: api.url };
      return api.ask(method, '/v1/me', { token: null, headers, ...(body ? { body } : {}) });
    };
  };

  it('reads and says anew how to be called and reached, and never for whom', async () => {
    const { id, address } = await add();
    const me = await session(id);
    const known = { id, name: 'Anna Öberg', organisation: 'REGION', role: null };
    expect((await me('GET')).body).toMatchObject({ ...known, person: { address, language: 'sv', posts: [] } });
    const body = { name: 'Anna Ek', address: `ek-${address}`, language: 'en' };
    const changed = (await me('PUT', body)).body;
    expect(changed).toMatchObject({ ...known, name: 'Anna Ek', person: { address: body.address, language: 'en' } });
    expect((await me('GET')).body).toEqual(changed);
    expect(await said(me('PUT', { ...body, organisation: 'TOWN' }))).toEqual([
      400,
      'invalid-body',
      '/organisation unknown-field',
    ]);
    const other = await add();
    expect(await said(me('PUT', { ...body, address: other.address }))).toEqual([
      409,
      'address-taken',
      '/address address-taken',
    ]);
  });

  it('hears of a new address at the former one, where nobody reads the new', async () => {
    const { id, address } = await add();
    const me = await session(id);
    const mails = async () =>
      (await api.ask('GET', '/v1/mails?limit=1000')).body.items.filter((mail: Json) => mail.person === id);
    await me('PUT', { name: 'Anna Ek', address: address.toUpperCase() });
    expect(await mails()).toEqual([]);
    expect((await me('PUT', { name: 'Anna Ek', address: 'new@region.example', language: 'en' })).status).toBe(200);
    const [notice, ...more] = await mails();
    expect([notice, more]).toMatchObject([{ to: address.toUpperCase(), purpose: 'notice', language: 'sv' }, []]);
    const { body } = await api.ask('GET', `/v1/mails/${notice.id}`);
    expect(JSON.stringify(body)).not.toContain('new@region.example');
    await api.ask('PUT', `/v1/persons/${id}`, { body: { name: 'Anna Ek' } });
    expect((await mails()).map(({ to }: Json) => to)).toContain('new@region.example');
    const taken = (await add())['address'] as string;
    const other = await add();
    await api.ask('PUT', `/v1/persons/${other.id}`, { body: { name: 'Bo', address: taken } });
    const all = (await api.ask('GET', '/v1/mails?limit=1000')).body.items;
    expect(all.filter((mail: Json) => mail.person === other.id)).toEqual([]);
  });

  it('is somebody: a program says nothing of itself', async () => {
    expect(await said(api.ask('PUT', '/v1/me', { body: { name: 'Robot' } }))).toEqual([403, 'not-a-person']);
  });

  it('is asked anew as soon as a post is given or ended', async () => {
    const { id } = await add();
    const me = await session(id);
    const held = async () => (await me('GET')).body.person.posts;
    expect(await held()).toEqual([]);
    const { body: post } = await api.ask('POST', '/v1/posts', {
      body: { role: 'funder', person: id, organisation: 'TOWN' },
    });
    expect(await held()).toEqual([{ role: 'funder', organisation: 'TOWN' }]);
    await api.ask('POST', `/v1/posts/${post.id}/end`, { body: {} });
    expect(await held()).toEqual([]);
  });
});

describe('posts', () => {
  const give = (body: object) => api.ask('POST', '/v1/posts', { body });
  const lead = async (change: object = {}) => ({
    role: 'process-leader',
    person: (await add())['id'] as string,
    organisation: 'REGION',
    programme: 'OMST',
    ...change,
  });

  it('are given from a day until a day, with mandate, deputy and share', async () => {
    const deputy = (await add())['id'] as string;
    const wanted = await lead({ programme: 'SKOG', mandate: 'Beslutar om 50 000 kr.', deputy, share: 20 });
    const body = { ...wanted, until: addDays(today, 30) };
    const { status, body: post } = await give(body);
    expect([status, post]).toEqual([201, expect.objectContaining({ ...body, from: today, endedAt: null })]);
    const ids = async (asked: string) =>
      (await api.ask('GET', `/v1/posts?${asked}`)).body.items.map(({ id }: Json) => id);
    expect(await ids(`person=${deputy}`)).toEqual([post.id]);
    expect(await ids(`programme=SKOG&role=process-leader&on=${today}`)).toEqual([post.id]);
    expect(await ids(`programme=SKOG&on=${addDays(today, 30)}`)).toEqual([post.id]);
    expect(await ids(`programme=SKOG&on=${addDays(today, 31)}`)).toEqual([]);
    expect(await ids(`programme=SKOG&on=${addDays(today, -1)}`)).toEqual([]);
    expect(await said(api.ask('GET', '/v1/posts?on=2027-02-30'))).toEqual([400, 'invalid-parameter']);
  });

  it('make one accountable for a programme at a time', async () => {
    const first = (await give(await lead({ until: addDays(today, 10) }))).body;
    expect(await said(give(await lead({ from: addDays(today, 10) })))).toEqual([409, 'accountable-already']);
    expect(await said(give(await lead({ from: '2020-01-01' })))).toEqual([409, 'accountable-already']);
    expect((await give(await lead({ from: '2020-01-01', until: addDays(today, -1) }))).status).toBe(201);
    const next = (await give(await lead({ from: addDays(today, 11) }))).body;
    await api.ask('POST', `/v1/posts/${first.id}/end`, { body: {} });
    expect((await give(await lead({ until: addDays(today, 10) }))).status).toBe(201);
    await api.ask('POST', `/v1/posts/${next.id}/end`, { body: {} });
    expect((await give(await lead({ from: addDays(today, 11) }))).status).toBe(201);
  });

  it('give the accountable’s place to one of many who want it at once', async () => {
    const wanted = await Promise.all(Array.from({ length: 6 }, () => lead({ programme: 'VATTEN' })));
    const answers = await Promise.all(wanted.map((body) => give(body)));
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
      201, 409, 409, 409, 409, 409,
    ]);
  });

  it('are held once by each', async () => {
    const wanted = await lead({ role: 'funder' });
    expect((await give(wanted)).status).toBe(201);
    expect(await said(give(wanted))).toEqual([409, 'held-already']);
    expect((await give({ ...wanted, organisation: 'TOWN' })).status).toBe(201);
  });

  it.each([
    [{ until: '2020-01-01' }, [400, 'invalid-body', '/until ends-before-it-begins']],
    [{ from: '2027-02-30' }, [400, 'invalid-body', '/from not-a-day']],
    [{ share: 0 }, [400, 'invalid-body', '/share too-small']],
    [{ share: 101 }, [400, 'invalid-body', '/share too-large']],
    [{ role: 'Chair' }, [400, 'invalid-body', '/role not-one-of']],
    [{ deputy: 'x' }, [400, 'invalid-body', '/deputy not-a-uuid']],
    [{ person: NOBODY }, [404, 'unknown-person', '/person unknown-person']],
    [{ deputy: NOBODY }, [404, 'unknown-person', '/deputy unknown-person']],
    [{ organisation: 'NOWHERE' }, [404, 'unknown-organisation', '/organisation unknown-organisation']],
    [{ programme: 'NOWHERE' }, [404, 'unknown-programme', '/programme unknown-programme']],
    [{ id: NOBODY }, [400, 'invalid-body', '/id unknown-field']],
  ])('are not given with %j', async (change, refused) => {
    expect(await said(give(await lead({ role: 'funder', ...change })))).toEqual(refused);
  });

  it('have a deputy who is another, and nobody who has been erased', async () => {
    const wanted = await lead({ role: 'chair' });
    expect(await said(give({ ...wanted, deputy: wanted.person.toUpperCase() }))).toEqual([
      400,
      'invalid-body',
      '/deputy deputy-for-oneself',
    ]);
    await erase(wanted.person);
    expect(await said(give(wanted))).toEqual([409, 'erased-person', '/person erased-person']);
  });

  it('end ahead of their time, once, and not before they began', async () => {
    const end = (id: string, body?: object) => api.ask('POST', `/v1/posts/${id}/end`, body ? { body } : {});
    const { id } = (await give(await lead({ role: 'chair', until: addDays(today, 10) }))).body;
    expect(await said(end(id, { until: addDays(today, -1) }))).toEqual([
      400,
      'invalid-body',
      '/until ends-before-it-begins',
    ]);
    expect(await said(end(id, { until: addDays(today, 11) }))).toEqual([409, 'post-ends-earlier']);
    const { body } = await end(id, { until: addDays(today, 3) });
    expect(body).toMatchObject({ until: addDays(today, 3), endedAt: expect.any(String) });
    expect(await said(end(id))).toEqual([409, 'post-ended']);
    const over = (await give(await lead({ role: 'chair', from: '2020-01-01', until: '2020-12-31' }))).body;
    expect(await said(end(over.id))).toEqual([409, 'post-ended']);
    for (const unknown of ['x', NOBODY]) expect(await said(end(unknown))).toEqual([404, 'unknown-post']);
    const ahead = (await give(await lead({ role: 'chair', from: addDays(today, 5) }))).body;
    expect((await end(ahead.id)).body.until).toBe(addDays(today, 4));
  });
});

describe('the audit trail', () => {
  const noted = async (about: string, id: string) => {
    const rows: { kind: string; about: Json; who: Json }[] = await api.app
      .get(DataSource)
      .query(`SELECT kind, about, who FROM audit WHERE about ->> $1 = $2 ORDER BY at`, [about, id]);
    return rows.map(({ kind, about: of, who }) => [kind, who.id, of.fields ?? null]);
  };

  it('tells who added and changed whom, by ids alone, and nothing of what changed nothing', async () => {
    const { id, address } = await add();
    const body = { name: 'Anna Ek', address, organisation: 'REGION' };
    for (let time = 1; time <= 2; time += 1) await api.ask('PUT', `/v1/persons/${id}`, { body });
    await api.ask('PUT', `/v1/persons/${id}`, { body: { ...body, organisation: 'NOWHERE' } });
    expect(await noted('person', id)).toEqual([
      ['person.added', 'admin', null],
      ['person.changed', 'admin', ['name']],
    ]);
    const trail = await api.app.get(DataSource).query('SELECT about::text FROM audit');
    expect(JSON.stringify(trail)).not.toMatch(/Anna|region\.example/);
  });

  it('tells of posts that were given and ended, and of organisations that were named anew', async () => {
    const { id } = await add();
    const body = { role: 'funder', person: id, organisation: 'TOWN' };
    const { body: post } = await api.ask('POST', '/v1/posts', { body });
    for (let time = 1; time <= 2; time += 1) await api.ask('POST', `/v1/posts/${post.id}/end`, { body: {} });
    expect((await noted('post', post.id)).map(([kind]) => kind)).toEqual(['post.given', 'post.ended']);
    for (let time = 1; time <= 2; time += 1)
      await api.ask('PUT', '/v1/organisations/NEW', { body: { name: 'Ny', kind: 'business' } });
    expect(await noted('organisation', 'NEW')).toEqual([['organisation.named', 'admin', null]]);
  });
});
