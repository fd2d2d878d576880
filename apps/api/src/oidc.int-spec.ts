// Sign-in through a real OpenID provider: out with PKCE, back once, in the browser that went; and out of both.
import { Address } from '#libs/platform';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningApi, type RunningApi } from '../../../test/services/api.js';
import { CookieBrowser, type Page } from '../../../test/services/cookie-browser.js';
import { CLIENT, runningProvider, type Accounts, type RunningProvider } from '../../../test/services/oidc-provider.js';

const ACCOUNTS: Accounts = {
  leader: { email: 'Leader@Region.example', email_verified: true, name: 'Någon Annan' },
  newcomer: { email: 'new@town.example', email_verified: true, name: 'Ny Person', municipality: '0821' },
  careless: { email: 'leader@region.example', email_verified: false },
};

let api: RunningApi;
let provider: RunningProvider;
let leader: string;

beforeAll(async () => {
  provider = await runningProvider(ACCOUNTS);
  const away = await runningProvider({});
  await away.close();
  const organisation = { claim: 'municipality', codes: { '0821': 'TOWN' } };
  const told = { name: 'Regionen', issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret };
  const file = join(mkdtempSync(join(tmpdir(), 'oidc-')), 'providers.json');
  writeFileSync(
    file,
    JSON.stringify([
      { key: 'region', ...told, newPersons: true, organisation },
      { key: 'away', ...told, issuer: away.issuer },
    ]),
  );
  api = await runningApi({ oidcFile: file });
  api.app.get(Address).url = api.url;
  provider.serve(api.url);
  await api.ask('PUT', '/v1/organisations/TOWN', { body: { name: 'Kommunen', kind: 'municipality' } });
  const { body } = await api.ask('POST', '/v1/persons', {
    body: { name: 'Process Leader', address: 'leader@region.example' },
  });
  leader = body.id;
});

afterAll(async () => {
  await api.close();
  await provider.close();
});

/** Types the name into the provider's form and consents; @returns the page on which the browser ends. */
async function signIn(browser: CookieBrowser, name: string): Promise<Page> {
  const form = await setOut(browser);
  const consent = await browser.post(actionOf(form), { prompt: 'login', login: name, password: 'any' });
  return browser.post(actionOf(consent), { prompt: 'consent' });
}

/** From the button to the provider's form. */
async function setOut(browser: CookieBrowser): Promise<Page> {
  return browser.get(wayOn(await browser.post(`${api.url}/sign-in/oidc/region`, {}, api.url)));
}

function actionOf({ text, url }: Page): string {
  const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1];
  if (action === undefined) throw new Error(`no form at ${url}: ${text}`);
  return new URL(action, url).href;
}

/** The provider asks whether one really wants to leave. */
function confirm(browser: CookieBrowser, page: Page): Promise<Page> {
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  return browser.post(actionOf(page), { logout: 'yes', xsrf });
}

/** Where a page goes on to by itself. */
function wayOn({ text, url }: Page): string {
  const to = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(text)?.[1];
  if (to === undefined) throw new Error(`the page at ${url} goes nowhere: ${text}`);
  return to.replaceAll('&amp;', '&');
}

const me = async (browser: CookieBrowser) => {
  const { status, text } = await browser.get(`${api.url}/v1/me`);
  return { status, ...(JSON.parse(text) as { id?: string; name?: string; organisation?: string | null }) };
};

it('finds a person by the address that the provider has verified, and then by who it is there', async () => {
  const browser = new CookieBrowser();
  const page = await signIn(browser, 'leader');
  expect([page.status, page.url.split('?')[0]]).toEqual([200, `${api.url}/sign-in/oidc/region/callback`]);
  expect(page.text).toContain('You are signed in');
  expect(await me(browser)).toMatchObject({ status: 200, id: leader, name: 'Process Leader' });
  await api.ask('PUT', `/v1/persons/${leader}`, { body: { name: 'Process Leader', address: 'moved@region.example' } });
  const again = new CookieBrowser();
  await signIn(again, 'leader');
  expect(await me(again)).toMatchObject({ id: leader });
});

it('a new person comes with the organisation that a claim of the provider stands for', async () => {
  const browser = new CookieBrowser();
  await signIn(browser, 'newcomer');
  expect(await me(browser)).toMatchObject({ status: 200, name: 'Ny Person', organisation: 'TOWN' });
});

it('an address that the provider has not verified opens nobody’s account', async () => {
  const browser = new CookieBrowser();
  const page = await signIn(browser, 'careless');
  expect(page.status).toBe(403);
  expect(page.text).toContain('has not confirmed your mail address');
  expect((await me(browser)).status).toBe(401);
});

it('comes back once, only in the browser that went, and only with what the provider was asked', async () => {
  const browser = new CookieBrowser();
  const page = await signIn(browser, 'leader');
  expect((await browser.get(page.url)).status).toBe(410);
  const other = new CookieBrowser();
  expect((await other.get(page.url)).status).toBe(410);
  expect((await me(other)).status).toBe(401);
  const forged = new CookieBrowser();
  await forged.post(`${api.url}/sign-in/oidc/region`, {}, api.url);
  const back = await forged.get(`${api.url}/sign-in/oidc/region/callback?code=stolen&state=guessed`);
  expect(back.status).toBe(502);
  expect((await me(forged)).status).toBe(401);
});

it('a provider that does not answer, or that there is not, is told in words', async () => {
  const browser = new CookieBrowser();
  const away = await browser.post(`${api.url}/sign-in/oidc/away`, {}, api.url);
  expect([away.status, away.text.includes('does not answer as it should')]).toEqual([502, true]);
  expect((await browser.post(`${api.url}/sign-in/oidc/nobody`, {}, api.url)).status).toBe(404);
});

it('signing out here signs out there', async () => {
  const browser = new CookieBrowser();
  await signIn(browser, 'leader');
  const left = await browser.post(`${api.url}/sign-out`, {}, api.url);
  expect([left.status, (await me(browser)).status]).toEqual([200, 401]);
  const there = await browser.get(wayOn(left));
  expect(new URL(there.url).origin).toBe(provider.issuer);
  await confirm(browser, there);
  const form = await setOut(browser);
  expect(form.text).toContain('name="login"');
});

it('signing out there ends the session here, and nobody but the provider can say so', async () => {
  const browser = new CookieBrowser();
  await signIn(browser, 'leader');
  const lie = await browser.post(`${api.url}/sign-in/oidc/region/back-channel-logout`, { logout_token: 'a.b.c' });
  expect(lie.status).toBe(400);
  expect((await me(browser)).status).toBe(200);
  await confirm(browser, await browser.get(`${provider.issuer}/session/end`));
  for (const end = Date.now() + 10_000; (await me(browser)).status !== 401;)
    if (Date.now() > end) throw new Error('the session here goes on');
});
