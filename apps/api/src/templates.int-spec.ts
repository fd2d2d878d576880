// What a template author has over HTTP besides publishing: the check with every fault, the difference in words, pictures, a copy.
import { createMachine } from 'xstate';
import { ADMIN_TOKEN, runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;

beforeAll(async () => (api = await runningApi()));
afterAll(() => api.close());

const label = (text: string) => ({ sv: `${text} (sv)`, en: text });
const stage = (key: string, more: object = {}) => ({
  key,
  name: label(key),
  opens: ['plan-meeting', 'hold-meeting'],
  ...more,
});
const own = (more: object = {}) => ({
  key: 'own-way',
  version: 1,
  name: label('An own way'),
  roles: [{ key: 'lead', name: label('lead'), required: true }],
  stages: [
    stage('study', { next: ['trial'] }),
    stage('trial', { optional: true, next: ['proposal'] }),
    stage('proposal'),
  ],
  ...more,
});
const changed = own({
  version: 2,
  stages: [stage('study', { next: ['proposal'] }), stage('proposal', { returnsTo: ['study'] })],
});

const ask = (method: string, path: string, body?: object, language = 'en') =>
  api.ask(method, path, { ...(body ? { body } : {}), headers: { 'accept-language': language } });

async function text(path: string) {
  const response = await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

it('a version is published once; another content of the same version is a fault of the check and a 409', async () => {
  expect((await ask('POST', '/v1/templates', own())).status).toBe(201);
  expect((await ask('POST', '/v1/templates', own())).status).toBe(200);
  expect((await ask('POST', '/v1/templates/check', own())).body).toEqual({ valid: true, faults: [] });
  const other = own({ name: label('Something else') });
  expect((await ask('POST', '/v1/templates/check', other)).body).toEqual({
    valid: false,
    faults: [
      {
        pointer: '/version',
        code: 'version-taken',
        message: 'The version is published already, with another content. Raise the version.',
      },
    ],
  });
  expect(await ask('POST', '/v1/templates', other)).toMatchObject({
    status: 409,
    body: { code: 'version-taken', faults: [{ pointer: '/version', code: 'version-taken' }] },
  });
  expect(await ask('POST', '/v1/templates', own({ roles: [] }))).toMatchObject({
    status: 400,
    body: { code: 'invalid-template', faults: [{ pointer: '/version' }, { pointer: '/roles' }] },
  });
});

it('ten thousand stages, and references, are answered at once with what is wrong', async () => {
  const stages = Array.from({ length: 10_000 }, (_, n) => stage(`stage-${n}`, { next: [`stage-${n + 1}`] }));
  const startedMs = performance.now();
  const { body } = await ask('POST', '/v1/templates/check', own({ key: 'large-way', stages }));
  expect(body.faults).toMatchObject([{ pointer: '/stages', code: 'too-many' }]);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
  const referring = own({ stages: [stage('study'), { $ref: '#/stages/0' }] });
  expect((await ask('POST', '/v1/templates/check', referring)).body.faults).toContainEqual({
    pointer: '/stages/1/$ref',
    code: 'no-references',
    message: 'References are not followed; write out what belongs here.',
  });
});

it('tells what has changed, in the words of who asks', async () => {
  expect((await ask('POST', '/v1/templates', changed)).status).toBe(201);
  const { status, body } = await ask('GET', '/v1/templates/own-way/versions/2/diff?from=1');
  expect(status).toBe(200);
  expect(body).toMatchObject({ from: { key: 'own-way', version: 1 }, to: { key: 'own-way', version: 2 } });
  const told = (diff: Json) =>
    diff.parts.flatMap(({ stage: at, changes }: Json) => changes.map((one: Json) => [at, one.message]));
  expect(told(body)).toEqual([
    ['study', 'A new way on: "proposal".'],
    ['study', 'No longer a way on: "trial".'],
    ['proposal', 'A new way back: "study".'],
    ['trial', 'The stage "trial" is no longer there. Plans that stand in it need another.'],
  ]);
  const swedish = await ask('GET', '/v1/templates/own-way/versions/2/diff', undefined, 'sv');
  expect(told(swedish.body)[0]).toEqual(['study', 'Ny väg vidare: ”proposal (sv)”.']);
  expect((await ask('GET', '/v1/templates/own-way/versions/2/diff?from=own-way@2')).body.parts).toEqual([]);
  expect((await ask('GET', '/v1/templates/own-way/versions/2/diff?from=joint-action-plan@1')).status).toBe(200);
});

it.each([
  ['/v1/templates/own-way/versions/1/diff', 404, 'unknown-template'],
  ['/v1/templates/own-way/versions/2/diff?from=9', 404, 'unknown-template'],
  ['/v1/templates/own-way/versions/2/diff?from=x', 400, 'invalid-parameter'],
  ['/v1/templates/own-way/versions/0/diagram', 404, 'unknown-template'],
  ['/v1/templates/nobody/versions/1/diagram', 404, 'unknown-template'],
  ['/v1/templates/own-way/versions/1/diagram?format=png', 400, 'invalid-parameter'],
  ['/v1/templates/own-way/versions/1/diagram?language=fi', 400, 'invalid-parameter'],
])('%s is refused with %i %s', async (path, status, code) => {
  expect(await ask('GET', path)).toMatchObject({ status, body: { code } });
});

describe('a diagram', () => {
  const path = '/v1/templates/own-way/versions/1/diagram';

  it('is a picture unless another format is asked for', async () => {
    const svg = await text(`${path}?language=sv`);
    expect(svg).toMatchObject({ status: 200, type: 'image/svg+xml; charset=utf-8' });
    expect(svg.text).toMatch(/^<svg .*lang="sv"/);
    expect(svg.text).toContain('proposal (sv)');
  });

  it('is Mermaid, or a machine that XState takes', async () => {
    const mermaid = await text(`${path}?format=mermaid&language=en`);
    expect(mermaid.type).toBe('text/vnd.mermaid; charset=utf-8');
    expect(mermaid.text).toContain('stage_study --> stage_trial');
    const xstate = await text(`${path}?format=xstate`);
    expect(xstate.type).toBe('application/json; charset=utf-8');
    expect(createMachine(JSON.parse(xstate.text)).id).toBe('own-way@1');
  });

  it('of every shipped template can be had in every format', async () => {
    const { body } = await ask('GET', '/v1/templates?limit=100');
    for (const { key, version } of body.items)
      for (const format of ['svg', 'mermaid', 'xstate']) {
        const { status } = await text(`/v1/templates/${key}/versions/${version}/diagram?format=${format}`);
        expect([key, format, status]).toEqual([key, format, 200]);
      }
  });

  it('that nobody could read is refused, and its machine is of the size of the template', async () => {
    const stages = Array.from({ length: 1000 }, (_, n) =>
      stage(`s${n}`, n < 999 ? { optional: true, next: [`s${n + 1}`] } : {}),
    );
    expect((await ask('POST', '/v1/templates', { ...own(), key: 'too-long', version: 1, stages })).status).toBe(201);
    const refused = await ask('GET', '/v1/templates/too-long/versions/1/diagram');
    expect(refused).toMatchObject({ status: 422, body: { code: 'too-large-to-draw' } });
    const machine = await text('/v1/templates/too-long/versions/1/diagram?format=xstate');
    expect(machine.status).toBe(200);
    expect(machine.text.length).toBeLessThan(4_000_000);
  });
});

describe('a copy', () => {
  const path = '/v1/templates/own-way/versions/1/copy';
  const name = { sv: 'Vårt sätt', en: 'Our way' };

  it('is a draft that can be published as it is', async () => {
    const { status, body } = await ask('POST', path, { key: 'our-way', name, changes: { kind: 'initiative' } });
    expect([status, body]).toEqual([200, { ...own(), key: 'our-way', version: 1, name, kind: 'initiative' }]);
    expect((await ask('GET', '/v1/templates/our-way')).status).toBe(404);
    expect((await ask('POST', '/v1/templates', body)).status).toBe(201);
  });

  it('of a key that is there already is its next version', async () => {
    expect((await ask('POST', path, { key: 'own-way', name })).body.version).toBe(3);
  });

  it('with changes that do not hold tells every fault', async () => {
    const changes = { roles: null, stages: [stage('study', { next: ['nowhere'] })] };
    expect(await ask('POST', path, { key: 'our-way', name, changes })).toMatchObject({
      status: 400,
      body: { code: 'invalid-template', faults: [{ pointer: '/stages/0/next/0' }, { pointer: '/roles' }] },
    });
    expect(await ask('POST', path, { key: 'Our way', name: { sv: 'x' }, changes: [] })).toMatchObject({
      status: 400,
      body: { faults: [{ pointer: '/key' }, { pointer: '/name/en' }, { pointer: '/changes' }] },
    });
  });
});
