// Getting in, as people meet it: a link by mail that the operator reads in the outbox, signing out, and a guest without an account.
import { Persons } from '#libs/people';
import { PostOffice } from '#libs/platform';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { Desk } from './desk.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

let desk: Desk;
let anna: Page;
let operator: Page;

beforeAll(async () => {
  desk = await Desk.open();
  const person = { name: 'Anna Åberg', address: 'anna@example.se', language: 'sv', organisation: null } as const;
  expect(await desk.api.app.get(Persons).add(person)).toMatchObject({ name: 'Anna Åberg' });
  [anna, operator] = [await desk.reader(), await desk.member()];
});

afterAll(() => desk?.close());

const text = (page: Page) => page.locator('main').innerText();

/** What axe finds; the pages' policy lets no script in, so it is put there by the browser itself. */
async function faults(page: Page): Promise<string[]> {
  const other = await page.context().browser()?.newContext({ bypassCSP: true, baseURL: desk.api.url });
  const html = await page.content();
  const copy = (await other?.newPage()) as Page;
  await copy.route('**/copy', (route) => route.fulfill({ contentType: 'text/html', body: html }));

  await copy.goto('/copy');
  await copy.addScriptTag({ path: AXE });
  const found = await copy.evaluate(
    (values) =>
      (
        globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run({
        runOnly: { type: 'tag', values },
      }),
    RULES,
  );
  await other?.close();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** The link in the newest mail, as the operator reads it in the outbox. */
async function linkInOutbox(): Promise<string> {
  await operator.goto('/outbox');
  await operator.locator('table a').first().click();
  const mail = await operator.locator('pre').innerText();
  return /http:\S+/.exec(mail)?.[0] ?? '';
}

it('a person asks for a link by their address, and is told what to do', async () => {
  await anna.goto('/sign-in');
  expect(await faults(anna)).toEqual([]);
  await anna.getByLabel('E-postadress').fill('anna@example.se');
  await anna.getByRole('button', { name: 'Skicka länken' }).click();
  expect(await text(anna)).toMatch(/Titta i din e-post[^]*Den här installationen skickar ingen e-post/);
  expect(await faults(anna)).toEqual([]);
});

it('without a mail server the operator finds the mail in the outbox, as it would have arrived', async () => {
  await operator.goto('/outbox');
  expect(await text(operator)).toMatch(/Utkorgen[^]*Anna Åberg <anna@example.se>[^]*ligger här/);
  expect(await faults(operator)).toEqual([]);
  await operator.locator('table a').first().click();
  expect(await operator.frameLocator('iframe').locator('a').innerText()).toBe('Logga in i Stegvis');
  expect(await faults(operator)).toEqual([]);
});

it('in another browser the link says what to do, and still works in the right one', async () => {
  const link = await linkInOutbox();
  const phone = await desk.reader({ viewport: { width: 360, height: 640 } });
  await phone.goto(link);
  expect(await text(phone)).toMatch(/Fel webbläsare[^]*Öppna den där/);
  expect(await faults(phone)).toEqual([]);
  await anna.goto(link);
  expect(await faults(anna)).toEqual([]);
  await anna.getByRole('button', { name: 'Logga in i den här webbläsaren' }).click();
  await anna.waitForSelector('main h1');
  const me = await anna.evaluate(async () => (await fetch('/v1/me')).json() as Promise<{ name: string }>);
  expect(me.name).toBe('Anna Åberg');
  await phone.goto(link);
  expect(await text(phone)).toMatch(/använd, ersatt av en nyare eller för gammal[^]*Be om en ny länk/);
});

it('they see where they are signed in, and sign out in another place', async () => {
  await anna.goto('/');
  await anna.getByRole('link', { name: 'Anna Åberg' }).click();
  expect(await text(anna)).toMatch(/Här är du inloggad[^]*den här webbläsaren/);
  expect(await faults(anna)).toEqual([]);
  await anna.getByRole('button', { name: 'Logga ut överallt' }).click();
  await anna.getByRole('link', { name: 'Logga in' }).click();
  await anna.getByLabel('E-postadress').fill('anna@example.se');
  await anna.getByRole('button', { name: 'Skicka länken' }).click();
  await anna.goto(await linkInOutbox());
  await anna.getByRole('button', { name: 'Logga in i den här webbläsaren' }).click();
  await anna.waitForSelector('main h1');
});

it('signing out ends it', async () => {
  const status = await anna.evaluate(async () => {
    await fetch('/sign-out', { method: 'POST' });
    return (await fetch('/v1/me')).status;
  });
  expect(status).toBe(401);
});

it('a guest answers by a link, in a browser that nobody has signed in', async () => {
  const plan = await desk.planCalled('Hälsolots');
  await desk.ask(`/v1/plans/${plan}/guest-links`, {
    verb: 'comment',
    ask: 'comment',
    name: 'Greta Gäst',
    address: 'greta@example.se',
    organisation: 'HOGSBY',
    message: 'Hur märks Hälsolotsen hos er?\n\nSkriv gärna kort.',
  });
  const guest = await desk.reader();
  await guest.goto(await linkInOutbox());
  expect(await text(guest)).toMatch(/Vad säger du\?[^]*Hälsolots[^]*Hur märks Hälsolotsen hos er\?/);
  expect(await faults(guest)).toEqual([]);
  await guest.getByLabel('Dina ord').fill('Fler kommer ut på promenaderna.');
  await guest.getByRole('button', { name: 'Skicka' }).click();
  expect(await text(guest)).toMatch(/Tack![^]*står nu i planen/);
  const { items } = await desk.ask<{ items: { data: object }[] }>(`/v1/plans/${plan}/history?limit=1000`);
  expect(items.at(-1)?.data).toMatchObject({ words: 'Fler kommer ut på promenaderna.' });
  await guest.goto(await linkInOutbox());
  expect(await text(guest)).toMatch(/Redan gjort/);
  expect(await faults(guest)).toEqual([]);
});

it('every letter says the same in text and in HTML', async () => {
  const office = desk.api.app.get(PostOffice);
  for (const { id } of await office.list(10)) {
    const mail = await office.one(id);
    const plain = (mail?.html ?? '').replace(/<br>/g, '\n').replace(/<[^>]*>/g, ' ');
    for (const line of (mail?.text ?? '').split('\n').filter((one) => one !== ''))
      expect(plain.replace(/&gt;/g, '>').replace(/&quot;/g, '"')).toContain(line);
  }
});
