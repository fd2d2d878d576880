// Script in every text that anybody can write: in each text field of every verb, in names of people, organisations, programmes,
// files and ways of working. Every page, picture, letter and file that shows it shows it as text.
import { MailedLinks } from '#libs/people';
import { PostOffice } from '#libs/platform';
import { archiveOf } from '../../../../test/services/archive.js';
import { runningApi, type Json, type RunningApi } from '../../../../test/services/api.js';
import { done, openTemplate } from '../../../../test/services/signed-in.js';
import { doors } from '../api.module.js';
import { openApi } from '../description/open-api.js';
import { KnownRoutes } from '../http/known-routes.js';

/** Leaves a text, an attribute in either quotation marks, a comment, a script and a style; in one line, for names. */
const SCRIPT = `x"'--></style></script><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">\` \${7*7} {{7*7}}`;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const document = openApi(new KnownRoutes(doors).routes) as Json;

let api: RunningApi;
let plan: string;
let taken: string[];

beforeAll(async () => {
  api = await runningApi();
  const name = { sv: SCRIPT, en: SCRIPT };
  await openTemplate(api, 'scripted', name);
  await done(api, 'PUT', '/v1/organisations/EVIL', { name: SCRIPT, kind: 'region' });
  await done(api, 'PUT', '/v1/programmes/EVIL', { name: SCRIPT });
  const { id: person } = await done(api, 'POST', '/v1/persons', {
    name: SCRIPT,
    address: 'evil@example.se',
    organisation: 'EVIL',
    language: 'en',
  });
  plan = (await api.start({ template: 'scripted', title: SCRIPT, programme: 'EVIL', public: true })).id;
  await done(api, 'POST', `/v1/plans/${plan}/assign-role`, {
    role: 'process-leader',
    person,
    organisation: 'EVIL',
    mandate: SCRIPT,
  });
  const file = { body: SCRIPT, headers: { 'content-type': 'text/html' } };
  expect(
    (await api.ask('POST', `/v1/plans/${plan}/attachments?name=${encodeURIComponent(`${SCRIPT}.html`)}`, file)).status,
  ).toBe(201);
  taken = await sayEverywhere(person);
}, 60_000);
afterAll(() => api.close());

/** Whether people may write what they like there. */
const isProse = ({ type, enum: listed, pattern, format }: Json) =>
  type === 'string' && !listed && !format && (!pattern || new RegExp(pattern, 'u').test(SCRIPT));

function scripted(schema: Json, value: Json, person: string): Json {
  const name = schema?.$ref?.split('/').at(-1);
  const named: Json = (name ? document.components.schemas[name] : schema) ?? {};
  if (named.format === 'uuid') return person;
  if (typeof value === 'string')
    return isProse(named) ? SCRIPT.slice(0, named.maxLength) : value === 'HOGSBY' ? 'EVIL' : value;
  if (Array.isArray(value)) return value.map((one) => scripted(named.items, one, person));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value as object);
  return Object.fromEntries(fields.map(([key, one]) => [key, scripted(named.properties?.[key], one, person)]));
}

/** @returns the verbs that were taken with it. */
async function sayEverywhere(person: string): Promise<string[]> {
  const verbs = Object.keys(document.paths).flatMap((path) => /^\/v1\/plans\/\{id\}\/([a-z-]+)$/.exec(path)?.[1] ?? []);
  // A step that closes others, or takes back what was said.
  const over = new Set([
    'discontinue',
    'complete',
    'pause',
    'undo',
    'correct',
    'fork',
    'advance',
    'attach',
    'attachments',
    'guest-links',
  ]);
  const said: string[] = [];
  for (const verb of verbs) {
    const content = document.paths[`/v1/plans/{id}/${verb}`]?.post?.requestBody?.content?.['application/json'];
    if (!content || over.has(verb)) continue;
    const body = scripted(content.schema, content.example, person);
    if ((await isTaken(verb, body)) && JSON.stringify(body).includes('alert(1)')) said.push(verb);
  }
  return said;
}

/** What a field names that is not there is left out, once for each. */
async function isTaken(verb: string, body: Json): Promise<boolean> {
  for (let left = Object.keys(body).length; left > 0; left -= 1) {
    const { status, body: told } = await api.ask('POST', `/v1/plans/${plan}/${verb}`, { body });
    if (status === 200) return true;
    const field = told.reasons?.[0]?.field ?? told.faults?.[0]?.pointer;
    if (!field) return false;
    delete body[field.split('/')[1]];
  }
  return false;
}

/** Markup that is not ours: a tag, a quotation mark or a comment of the text's own would show it. */
const ESCAPED = /x(&quot;|&#34;)(&apos;|&#39;)--(&gt;|&#62;|>)/;
function holdsNoScript(what: string, page: string): void {
  const faults = [
    /<script>alert/i,
    /<img[^>]*onerror/i,
    /<[^>]+\shref="?javascript:/i,
    /<\/style><\/script>/i,
    /x"'-->/,
  ].filter((fault) => fault.test(page));
  expect([what, faults]).toEqual([what, []]);
}
function showsItAsText(what: string, page: string): void {
  holdsNoScript(what, page);
  expect([what, ESCAPED.test(page)]).toEqual([what, true]);
}

it('it was taken in many places, and would be found', () => {
  expect(taken.length).toBeGreaterThan(30);
  expect(() => holdsNoScript('as it is', SCRIPT)).toThrow();
});

it('the archive shows it as text, on every page of HTML, and names its files so that none leads out', async () => {
  const files = await archiveOf(api, plan);
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(3);
  for (const [name, page] of pages)
    if (!name.includes('alert') && !/bilag|attach/i.test(name)) holdsNoScript(name, page);
  expect(pages.filter(([, page]) => ESCAPED.test(page)).length).toBeGreaterThan(2);
  for (const name of files.keys()) expect(name).toMatch(/^[^/\\\0<>:"|?*][^\\\0<>:"|?*]*$/);
});

it('letters, the outbox and the page of a duty show it as text', async () => {
  const asked = {
    verb: 'comment',
    ask: 'comment',
    name: SCRIPT,
    address: 'gast@example.se',
    message: SCRIPT,
    organisation: 'EVIL',
    language: 'en',
  };
  await done(api, 'POST', `/v1/plans/${plan}/guest-links`, asked);
  await api.ask('POST', '/sign-in', { token: null, headers: FORM, body: 'address=evil%40example.se' });
  await api.app.get(MailedLinks).settled();
  const office = api.app.get(PostOffice);
  const listed = await office.list(10);
  expect(listed.map(({ purpose }) => purpose).sort()).toEqual(['guest-link', 'sign-in']);
  for (const { id, purpose } of listed) {
    const mail = await office.one(id);
    showsItAsText(`the letter for ${purpose}`, mail?.html ?? '');
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    showsItAsText(`the page of it`, (await api.ask('GET', `/outbox/${id}`)).body.replace(/srcdoc="[^"]*"/, ''));
    const secret = /\/duty\/[\w-]+/.exec(mail?.text ?? '')?.[0];
    if (!secret) continue;
    showsItAsText('the duty', (await api.ask('GET', secret, { token: null })).body);
    const refused = await api.ask('POST', secret, {
      token: null,
      headers: FORM,
      body: new URLSearchParams({ text: SCRIPT.repeat(200) }).toString(),
    });
    expect(refused.status).toBe(400);
    showsItAsText('the duty once more', refused.body);
  }
  showsItAsText('the outbox', (await api.ask('GET', '/outbox')).body);
});

it('pictures and machines of a way of working show it as text', async () => {
  const diagram = async (format: string) =>
    (await api.ask('GET', `/v1/templates/scripted/versions/1/diagram?format=${format}`)).body;
  const svg = await diagram('svg');
  holdsNoScript('svg', svg);
  expect(svg).toContain('alert(1)');
  expect(svg).not.toMatch(/<(script|foreignObject|iframe|image|use|a)\b|\son\w+="/i);
  const mermaid = await diagram('mermaid');
  // Its title is text in quotation marks, which Mermaid writes as text.
  holdsNoScript('mermaid', mermaid.replace(/^title: ".*"$/m, ''));
  expect(mermaid).not.toMatch(/^\s*(click|%%\{)/m);
});

it('what is told as JSON is never anything else to a browser', async () => {
  for (const path of [
    `/v1/plans/${plan}`,
    `/v1/plans/${plan}/history?limit=1000`,
    '/v1/public/plans',
    '/v1/organisations',
    `/v1/plans/${plan}/attachments`,
    `/v1/plans/%3Cscript%3Ealert(1)%3C%2Fscript%3E`,
  ]) {
    const { headers } = await api.ask('GET', path, { headers: { accept: 'text/html' } });
    expect([path, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      path,
      expect.stringMatching(/^application\/(problem\+)?json/),
      'nosniff',
    ]);
  }
});

it('nothing that is asked for comes back as markup', async () => {
  const script = encodeURIComponent('"><script>alert(1)</script>');
  for (const path of [
    `/sign-in?next=${script}`,
    `/sign-in?next=/${script}`,
    `/sign-in/${script}`,
    `/duty/${script}`,
    `/outbox/${script}`,
    `/outbox?cursor=${script}`,
    `/${script}`,
    `/docs/${script}`,
    `/sign-in/oidc/${script}/callback?error=${script}&error_description=${script}&state=${script}`,
  ]) {
    const { body, headers } = await api.ask('GET', path, { headers: { accept: 'text/html' } });
    if (!headers.get('content-type')?.includes('json'))
      expect([path, String(body).includes('<script>alert')]).toEqual([path, false]);
  }
  const body = new URLSearchParams({ address: SCRIPT, next: `/${SCRIPT}` }).toString();
  holdsNoScript(
    'an address that is none',
    (await api.ask('POST', '/sign-in', { token: null, headers: FORM, body })).body,
  );
});
