// The HTTP contract, line by line (architecture, section 4). Other programs are written against it.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { randomUUID } from 'node:crypto';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.close());

const verb = (plan: string, name: string, body: object = {}, headers: Record<string, string> = {}) =>
  api.ask('POST', `/v1/plans/${plan}/${name}`, { body, headers });

/** The least template there is, with a verb open everywhere. */
const template = (change: object = {}) => ({
  key: 'short',
  version: 1,
  name: { sv: 'Kort', en: 'Short' },
  roles: [{ key: 'leader', name: { sv: 'ledare', en: 'leader' }, required: true }],
  stages: [
    {
      key: 'begin',
      name: { sv: 'Börja', en: 'Begin' },
      opens: ['plan-meeting', 'hold-meeting'],
      criteria: [{ key: 'held', kind: 'meeting-held', with: { min: 1 }, name: { sv: 'Hållet', en: 'Held' } }],
      next: ['finish'],
    },
    { key: 'finish', name: { sv: 'Sluta', en: 'Finish' }, opens: [], criteria: [], next: [] },
  ],
  ...change,
});

describe('templates', () => {
  it('lists the shipped one and gives it whole, by key and by version', async () => {
    const { body } = await api.ask('GET', '/v1/templates');
    const shipped = (body.items as Json[]).find((one) => one.key === 'joint-action-plan');
    expect(shipped).toMatchObject({ version: 1, name: { en: 'Joint action plan' }, versions: [1] });
    const whole = await api.ask('GET', '/v1/templates/joint-action-plan');
    expect(whole.body.stages.length).toBeGreaterThan(8);
    const version = await api.ask('GET', '/v1/templates/joint-action-plan/versions/1');
    expect(version.body).toEqual(whole.body);
  });

  it('checks one without publishing it, and names each fault by its pointer', async () => {
    const good = await api.ask('POST', '/v1/templates/check', { body: template() });
    expect([good.status, good.body]).toEqual([200, { valid: true, faults: [] }]);
    const bad = await api.ask('POST', '/v1/templates/check', { body: template({ stages: [{ key: 'x', kind: 'y' }] }) });
    expect(bad.status).toBe(200);
    expect(bad.body).toMatchObject({ valid: false });
    expect(bad.body.faults[0]).toEqual({
      pointer: expect.any(String),
      code: expect.any(String),
      message: expect.any(String),
    });
    expect((await api.ask('GET', '/v1/templates/short')).status).toBe(404);
  });

  it('publishes one, the same again without harm, and another under the same version not at all', async () => {
    const first = await api.ask('POST', '/v1/templates', { body: template() });
    expect([first.status, first.headers.get('location')]).toEqual([201, '/v1/templates/short/versions/1']);
    expect(first.body).toEqual(template());
    const again = await api.ask('POST', '/v1/templates', { body: template() });
    expect([again.status, again.body]).toEqual([200, template()]);
    const other = await api.ask('POST', '/v1/templates', { body: template({ name: { sv: 'Annan', en: 'Other' } }) });
    expect(other).toMatchObject({ status: 409, body: { code: 'version-taken' } });
    const next = await api.ask('POST', '/v1/templates', { body: template({ version: 2 }) });
    expect(next.status).toBe(201);
    expect((await api.ask('GET', '/v1/templates/short')).body.version).toBe(2);
  });

  it('lists the latest version of each by key, page by page', async () => {
    await api.ask('POST', '/v1/templates', { body: template({ key: 'short-a', summary: template()['name'] }) });
    for (const version of [1, 2, 10])
      await api.ask('POST', '/v1/templates', { body: template({ key: 'paged', version }) });
    const listed: Json[] = [];
    for (let next = ''; next !== null;) {
      const { body } = await api.ask('GET', `/v1/templates?limit=2${next && `&cursor=${next}`}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      listed.push(...body.items);
      next = body.next;
    }
    const keys = listed.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)].sort((one, other) => (one < other ? -1 : 1)));
    expect(listed.find(({ key }) => key === 'paged')).toEqual({
      key: 'paged',
      version: 10,
      name: template()['name'],
      summary: null,
      publishedAt: expect.stringMatching(/Z$/),
      versions: [10, 2, 1],
    });
    expect(listed.find(({ key }) => key === 'short-a')?.['summary']).toEqual(template()['name']);
  });

  it('refuses a faulty one with all its faults', async () => {
    const { status, body } = await api.ask('POST', '/v1/templates', { body: template({ stages: [] }) });
    expect([status, body.code]).toEqual([400, 'invalid-template']);
    expect(body.faults.length).toBeGreaterThan(0);
  });

  it('gives the JSON Schema and the whole vocabulary', async () => {
    const schema = await api.ask('GET', '/v1/templates/schema');
    expect(schema.body).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    const { body } = await api.ask('GET', '/v1/templates/vocabulary');
    const find = (list: Json[], name: string, value: string) => list.find((one) => one[name] === value);
    expect(find(body.verbs, 'verb', 'plan-meeting').body).toMatchObject({
      type: 'object',
      required: ['title'],
      additionalProperties: false,
    });
    expect(find(body.verbs, 'verb', 'pause').body.required).toEqual(['reason']);
    expect(find(body.criteria, 'kind', 'meeting-held').with.properties.min).toMatchObject({ type: 'integer' });
    const { when } = find(body.anchors, 'anchor', 'meeting-held');
    const fits = new Ajv2020().compile(when);
    expect([{ on: 'meeting-held' }, { after: 'meeting-held', by: 'P7D' }].every((one) => fits(one))).toBe(true);
    expect([{ on: 'meeting-planned' }, { after: 'meeting-held' }, {}].some((one) => fits(one))).toBe(false);
    expect(find(body.forms, 'form', 'reflection-talk').name.sv).toBe('reflektionssamtal');
  });
});

describe('start a plan', () => {
  it('answers 201 with the plan, its place and its version', async () => {
    const { status, headers, body } = await api.ask('POST', '/v1/plans', {
      body: { template: 'joint-action-plan', title: 'Samverkan', language: 'sv' },
    });
    expect([status, headers.get('location'), headers.get('etag')]).toEqual([201, `/v1/plans/${body.id}`, '"1"']);
    expect(body).toMatchObject({
      title: 'Samverkan',
      status: 'active',
      attempt: 1,
      version: 1,
      children: [],
      parent: null,
    });
    const read = await api.ask('GET', `/v1/plans/${body.id}`);
    expect(read.body).toEqual(body);
  });
});

describe('one plan', () => {
  it('is told in the caller’s language', async () => {
    const { id } = await api.start();
    const en = await api.ask('GET', `/v1/plans/${id}`, { headers: { 'accept-language': 'en-GB, sv;q=0.5' } });
    const sv = await api.ask('GET', `/v1/plans/${id}`, { headers: { 'accept-language': 'sv' } });
    expect([en.body.templateName, en.headers.get('content-language')]).toEqual(['Joint action plan', 'en']);
    expect([sv.body.templateName, sv.headers.get('content-language')]).toEqual(['Gemensam handlingsplan', 'sv']);
    expect(sv.headers.get('vary')).toContain('Accept-Language');
  });

  it('is told as it was at an instant, and not at all before it was', async () => {
    const plan = await api.start();
    await new Promise((later) => setTimeout(later, 5));
    const paused = await verb(plan.id, 'pause', { reason: 'Budget' });
    expect(paused.status).toBe(200);
    const now = await api.ask('GET', `/v1/plans/${plan.id}`);
    const at = (instant: string) => api.ask('GET', `/v1/plans/${plan.id}?asOf=${encodeURIComponent(instant)}`);
    expect(now.body.status).toBe('paused');
    expect((await at(plan.recordedAt)).body).toEqual(plan);
    expect((await at('2999-01-01T00:00:00+01:00')).body).toEqual(now.body);
    expect((await at('2001-01-01T00:00:00Z')).status).toBe(404);
  });

  it('is sent once: 304 for whoever has it', async () => {
    const { id } = await api.start();
    const { status, headers, body } = await api.ask('GET', `/v1/plans/${id}`, { headers: { 'if-none-match': '"1"' } });
    expect([status, headers.get('etag'), body]).toEqual([304, '"1"', '']);
    expect((await api.ask('GET', `/v1/plans/${id}`, { headers: { 'if-none-match': '"2"' } })).status).toBe(200);
  });

  it('has its history, with the prose that people wrote', async () => {
    const { id } = await api.start();
    await verb(id, 'pause', { reason: 'Vi väntar på budgeten.', occurredAt: '2026-03' });
    const first = await api.ask('GET', `/v1/plans/${id}/history?limit=2`);
    expect(first.body.items.map((one: Json) => one.sequence)).toEqual([1, 2]);
    const next = await api.ask('GET', `/v1/plans/${id}/history?limit=2&cursor=${first.body.next}`);
    expect(next.body).toMatchObject({
      next: null,
      items: [{ type: 'se.stegvis.plan.paused.v1', occurredAt: { value: '2026-03', precision: 'month' } }],
    });
    expect(next.body.items[0].data).toMatchObject({ reasonText: 'text-1', reason: 'Vi väntar på budgeten.' });
  });

  it('tells of every verb whether it is open, or what is missing', async () => {
    const { id } = await api.start();
    const { body } = await api.ask('GET', `/v1/plans/${id}/moves`);
    const move = (name: string) => (body.items as Json[]).find((one) => one.verb === name);
    expect(move('pause')).toMatchObject({ allowed: true, reasons: [] });
    expect(move('advance').allowed).toBe(false);
    const { body: refused } = await verb(id, 'advance');
    expect(refused.reasons).toEqual(move('advance').reasons);
    expect(refused.reasons[0]).toMatchObject({
      code: 'criterion-not-met',
      criterion: expect.any(String),
      message: expect.any(String),
    });
    expect(refused.reasons[0].missing[0]).toMatchObject({
      code: expect.any(String),
      message: expect.any(String),
      by: { roles: expect.any(Array) },
    });
  });

  it('tells what falls due', async () => {
    const { id } = await api.start();
    await verb(id, 'pause', { reason: 'Sommar', reviewOn: '2030-09-01' });
    const { body } = await api.ask('GET', `/v1/plans/${id}/due`);
    expect(body.items).toContainEqual(
      expect.objectContaining({ kind: 'reminder', place: 'paused', name: expect.stringMatching(/\w/) }),
    );
  });
});

describe('the board', () => {
  it('finds plans by stage, status, template and words, a page at a time', async () => {
    const mark = randomUUID();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1)
      ids.push((await api.start({ title: `100%_${mark} ${count}` })).id as string);
    await verb(ids[0] as string, 'pause', { reason: 'Paus' });
    const found: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const { body } = await api.ask('GET', `/v1/plans?q=${encodeURIComponent(`100%_${mark}`)}&limit=2${cursor}`);
      found.push(...body.items.map((one: Json) => one.id));
      next = body.next as string | null;
    }
    expect(found).toEqual([...ids].reverse());
    const paused = await api.ask('GET', `/v1/plans?status=paused&template=joint-action-plan&stage=mandate&q=${mark}`);
    expect(paused.body.items.map((one: Json) => one.id)).toEqual([ids[0]]);
    expect((await api.ask('GET', `/v1/plans?stage=nowhere`)).body).toEqual({ items: [], next: null });
  });
});

describe('any verb', () => {
  it('answers with where the plan stands and what has happened', async () => {
    const { id } = await api.start();
    const { status, headers, body } = await verb(id, 'pause', { reason: 'Budget' });
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ id, version: 2, stage: 'mandate', status: 'paused', attempt: 1 });
    expect(body.events).toEqual([expect.objectContaining({ type: 'se.stegvis.plan.paused.v1', sequence: 3 })]);
  });

  it('takes a date that nobody knows for what it is', async () => {
    const { id } = await api.start();
    expect((await verb(id, 'pause', { reason: 'Budget', occurredAt: null })).status).toBe(200);
    const { body } = await api.ask('GET', `/v1/plans/${id}/history`);
    expect(body.items.at(-1).occurredAt).toEqual({ value: null, precision: 'unknown' });
  });

  it('takes no body at all where none is needed', async () => {
    const { id } = await api.start();
    await verb(id, 'pause', { reason: 'Budget' });
    const { status } = await api.ask('POST', `/v1/plans/${id}/resume`);
    expect(status).toBe(200);
  });

  it('asks for the reason where INV-03 says, and for nothing else of a plan that has ended but a restart', async () => {
    const { id } = await api.start();
    for (const name of ['return', 'repeat', 'skip', 'override', 'pause', 'discontinue', 'restart']) {
      const { status, body } = await verb(id, name);
      expect([name, status]).toEqual([name, body.code === 'reason-required' ? 400 : 409]);
    }
    expect((await verb(id, 'pause')).body).toMatchObject({ code: 'reason-required', faults: [{ pointer: '/reason' }] });
    await verb(id, 'discontinue', { reason: 'Inga medel' });
    expect((await verb(id, 'resume')).body).toMatchObject({ status: 409, code: 'ended' });
    expect((await verb(id, 'restart', { reason: 'Nya medel' })).body).toMatchObject({ status: 'active', attempt: 2 });
  });

  it('changes nothing when it is refused', async () => {
    const plan = await api.start();
    const before = await api.ask('GET', `/v1/plans/${plan.id}`);
    const refused = await verb(plan.id, 'advance');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      409,
      expect.stringContaining('application/problem+json'),
    ]);
    expect((await api.ask('GET', `/v1/plans/${plan.id}`)).body).toEqual(before.body);
  });
});

describe('many verbs', () => {
  it('answers each in order, with the same body as alone; a plan’s own run in order', async () => {
    const [a, b] = [await api.start(), await api.start()];
    const { status, body } = await api.ask('POST', '/v1/commands', {
      body: {
        commands: [
          { plan: a.id, verb: 'pause', body: { reason: 'Budget' } },
          { plan: b.id, verb: 'resume' },
          { plan: a.id, verb: 'resume' },
          { plan: a.id, verb: 'fly' },
          { plan: a.id, verb: 'pause', body: { reason: 7 } },
          { plan: randomUUID(), verb: 'resume' },
        ],
      },
    });
    expect(status).toBe(200);
    expect(body.results.map((one: Json) => one.status)).toEqual([200, 409, 200, 404, 400, 404]);
    expect(body.results[0]).toMatchObject({ version: 2, body: { status: 'paused', version: 2 } });
    expect(body.results[1]).toMatchObject({
      code: 'not-paused',
      body: { status: 409, reasons: [{ code: 'not-paused' }] },
    });
    expect(body.results[2].body).toMatchObject({ version: 3, status: 'active' });
    expect(body.results[4].faults).toEqual([expect.objectContaining({ pointer: '/reason' })]);
  });

  it('takes 500 on one plan, and repeats them harmlessly by their keys', async () => {
    const { id } = await api.start();
    const commands = Array.from({ length: 500 }, (_, index) => ({
      plan: id,
      verb: index % 2 === 0 ? 'pause' : 'resume',
      body: index % 2 === 0 ? { reason: 'Budget' } : {},
      key: `${id} ${index}`,
    }));
    const first = await api.ask('POST', '/v1/commands', { body: { commands } });
    expect(first.body.results.map((one: Json) => one.version)).toEqual(commands.map((_, index) => index + 2));
    const again = await api.ask('POST', '/v1/commands', { body: { commands } });
    expect(again.body).toEqual(first.body);
    expect((await api.ask('GET', `/v1/plans/${id}`)).body.version).toBe(501);
    const more = await api.ask('POST', '/v1/commands', { body: { commands: [...commands, commands[0]] } });
    expect(more).toMatchObject({ status: 400, body: { faults: [{ pointer: '/commands', code: 'too-many' }] } });
  });
});

describe('safe repeats', () => {
  it('gives the same answer to the same key and body, once', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { template: 'joint-action-plan', title: 'En gång' };
    const first = await api.ask('POST', '/v1/plans', { body, headers: key });
    await verb(first.body.id, 'pause', { reason: 'Budget' });
    const again = await api.ask('POST', '/v1/plans', {
      body: { title: 'En gång', template: 'joint-action-plan' },
      headers: key,
    });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([201, first.body, '"1"']);
  });

  it('repeats a refusal too, and takes the same key with another body for a mistake', async () => {
    const { id } = await api.start();
    const key = { 'idempotency-key': randomUUID() };
    const refused = await verb(id, 'resume', {}, key);
    await verb(id, 'pause', { reason: 'Budget' });
    expect(await verb(id, 'resume', {}, key)).toMatchObject({ status: 409, body: refused.body });
    expect(await verb(id, 'resume', { reason: 'Annat' }, key)).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    });
    expect(await verb(id, 'repeat', {}, key)).toMatchObject({ status: 422 });
  });
});

describe('lost updates', () => {
  it('answers 412 to whoever has not seen the present version', async () => {
    const { id } = await api.start();
    expect((await verb(id, 'pause', { reason: 'A' }, { 'if-match': '"1"' })).status).toBe(200);
    const stale = await verb(id, 'resume', {}, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code, stale.headers.get('etag')]).toEqual([412, 'stale', '"2"']);
    expect((await verb(id, 'resume', {}, { 'if-match': '"1", "2"' })).status).toBe(200);
    expect((await verb(id, 'pause', { reason: 'B' }, { 'if-match': '*' })).status).toBe(200);
    expect((await verb(id, 'resume', {}, { 'if-match': 'W/"4"' })).status).toBe(412);
    expect((await verb(id, 'resume', {}, { 'if-match': '4' })).body).toMatchObject({
      status: 400,
      code: 'invalid-header',
    });
  });
});

describe('the feed', () => {
  it('goes on from any position, and skips nothing', async () => {
    const { id } = await api.start();
    await verb(id, 'pause', { reason: 'Hemligt skäl' });
    const all = { body: await api.feed(id, 3) };
    expect(all.body.items.map((one: Json) => one.data.sequence)).toEqual([1, 2, 3]);
    expect(all.body.items[2]).toMatchObject({
      specversion: '1.0',
      id: `${id}-3`,
      source: 'https://stegvis.example',
      type: 'se.stegvis.plan.paused.v1',
      subject: id,
      datacontenttype: 'application/json',
      data: { version: 2, stage: 'mandate', attempt: 1, occurredAt: { precision: 'instant' }, imported: false },
    });
    expect(JSON.stringify(all.body)).not.toContain('Hemligt');
    const one = await api.ask('GET', `/v1/events?plan=${id}&limit=1`);
    const rest = await api.ask('GET', `/v1/events?plan=${id}&after=${one.body.next}`);
    expect(rest.body.items).toEqual(all.body.items.slice(1));
    const end = await api.ask('GET', `/v1/events?plan=${id}&after=${rest.body.next}`);
    expect(end.body).toEqual({ items: [], next: rest.body.next, epoch: all.body.epoch });
  });

  it('gives only the types asked for, and the bare batch with a link to what follows', async () => {
    const { id } = await api.start();
    await api.feed(id, 2);
    const types = 'se.stegvis.stage.entered.v1,se.stegvis.plan.paused.v1';
    const path = `/v1/events?plan=${id}&types=${types}`;
    expect((await api.ask('GET', path)).body.items.map((one: Json) => one.type)).toEqual([
      'se.stegvis.stage.entered.v1',
    ]);
    const batch = await api.ask('GET', path, { headers: { accept: 'application/cloudevents-batch+json' } });
    expect(batch.headers.get('content-type')).toContain('application/cloudevents-batch+json');
    expect(batch.body).toHaveLength(1);
    const next = new URL(/<([^>]+)>; rel="next"/.exec(batch.headers.get('link') ?? '')?.[1] as string);
    const { body } = await api.ask('GET', next.pathname + next.search);
    expect(body.items).toEqual([]);
  });
});

describe('machines', () => {
  it('say that they live, can serve, and what they have done', async () => {
    expect(await api.ask('GET', '/healthz', { token: null })).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect((await api.ask('GET', '/readyz', { token: null })).body).toEqual({
      ready: true,
      checks: { database: 'ok', migrations: 'ok', journal: 'ok' },
    });
    const { body } = await api.ask('GET', '/metrics', { token: null });
    expect(body).toMatch(/stegvis_commands_total\{verb="pause",outcome="accepted"\} \d+/);
    expect(body).toMatch(/stegvis_refusals_total\{code="criterion-not-met"\} \d+/);
    expect(body).toContain('stegvis_journal_held_up_seconds');
    expect(body).toContain('nodejs_eventloop_lag_seconds');
  });

  it('describe themselves, and have a page to read and try', async () => {
    expect((await api.ask('GET', '/openapi.json', { token: null })).body).toMatchObject({ openapi: '3.1.0' });
    expect((await api.ask('GET', '/asyncapi.json', { token: null })).body).toMatchObject({ asyncapi: '3.0.0' });
    expect((await api.ask('GET', '/docs', { token: null })).body).toContain('swagger-ui-bundle.js');
    expect((await api.ask('GET', '/docs/swagger-ui-bundle.js', { token: null })).status).toBe(200);
    expect((await api.ask('GET', '/docs/package.json', { token: null })).status).toBe(404);
  });
});
