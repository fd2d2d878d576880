// The start page as people meet it: in a real browser, on the real server, with the Högsby pilot.
import type { Page } from 'playwright-core';
import { Desk } from './desk.js';

const SCRIPT = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>';

const A_PLAN = { template: 'joint-action-plan' };

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk?.close());

const text = (page: Page, selector = 'main') => page.locator(selector).innerText();

describe('a reader who has not signed in', () => {
  it('sees every public plan by its stage, and an initiative with its plans under it', async () => {
    const page = await desk.reader();
    expect(await text(page)).toMatch(/Genomförande: 2 planer/);
    const initiative = page.locator('.card', { hasText: 'Planer ur det här initiativet' });
    expect(await initiative.innerText()).toMatch(/Pilotprojekt Högsby[^]*Hälsolots Genomförande, pågår/);
    expect(await text(page)).toMatch(/Program: Hållbar regional utveckling Kalmar län/);
    expect(await text(page, '#as-of')).toMatch(/^Läget \d+ \w+ \d{4}/);
  });

  it('sees cases under an initiative called cases', async () => {
    const area = { template: 'area-programme', title: 'Området Ängen', public: true };
    const { id: parent } = await desk.ask<{ id: string }>('/v1/plans', area);
    await desk.ask('/v1/plans', { template: 'innovation-forum-case', title: 'Odling', parent, public: true });
    const page = await desk.reader();
    const card = page.locator('.card', { hasText: 'Case i det här initiativet' });
    expect(await card.innerText()).toMatch(/Området Ängen[^]*Odling/);
    await page.goto(`/#/plans/${parent}`);
    await page.getByRole('heading', { name: 'Case i initiativet' }).waitFor();
  });

  it('sees where a plan stands, what is missing, what is known and what has happened', async () => {
    const page = await desk.reader();
    await page.getByRole('link', { name: 'Hälsolots' }).first().click();
    await page.waitForSelector('article.plan');
    expect(await text(page, '[aria-current="step"]')).toMatch(/Genomförande\s+här är vi, sedan när är okänt/);
    expect(await text(page, '.criteria')).toMatch(/Källan säger inte[^]*Kan lämnas av:/);
    expect(await text(page, '.record .version')).toMatch(/Version 1.0 antagen[^]*Att motverka ensamhet/);
    await page.getByText(/Initiativets historia före planen: \d+ händelser/).click();
    await page.getByText('Initiativet startade').waitFor();
    expect(await text(page, '.history')).toMatch(/datum okänt\s+importerad[^]*Planen startade/);
  });

  it('sees a season as a season, and what was stated about an indicator with how sure it is (INV-25, INV-29)', async () => {
    const page = await desk.reader();
    await page.goto(`/#/plans/${await desk.planCalled('Pilotprojekt Högsby')}`);
    await page.waitForSelector('article.plan');
    while (await page.getByRole('button', { name: 'Visa fler' }).isVisible())
      await page.getByRole('button', { name: 'Visa fler' }).click();
    expect(await text(page, '.events')).toMatch(/våren 2021/);
    expect(await text(page, '.records')).toMatch(/minst 65 %[^]*ca 70 %[^]*nått, ungefär/);
    expect(await text(page, '.records')).toMatch(/mer än 60 personer/);
  });

  it('sees where a plan has been when it went back, took another round and began again', async () => {
    const { id } = await desk.ask<{ id: string }>('/v1/plans', { ...A_PLAN, title: 'Fram och tillbaka', public: true });
    const give = (verb: string, to?: string) =>
      desk.ask(`/v1/plans/${id}/${verb}`, { reason: 'Prövas', ...(to ? { to } : {}) });
    await give('override');
    await give('override');
    await give('repeat');
    const page = await desk.reader();
    await page.goto(`/#/plans/${id}`);
    await page.waitForSelector('article.plan');
    expect(await track(page)).toMatch(
      /^Uppdrag klart, Aktörsanalys och inventering klart, [^,]+ här är vi, runda 2, sedan/,
    );
    await give('return', 'inventory');
    await give('restart', 'kick-off');
    await give('discontinue');
    await page.reload();
    await page.waitForSelector('article.plan');
    expect(await track(page)).toMatch(
      /^Uppdrag klart, Aktörsanalys och inventering inte gjort den här gången, [^,]+ inte gjort den här gången, Kick off slutade här, Val av inriktning blev inte av den här gången,/,
    );
  });

  it('sees what takes place in plans that are waited for, and in each of them no more than concerns it', async () => {
    const body = { template: 'regional-service-programme', title: 'Service nära', public: true };
    const { id } = await desk.ask<{ id: string }>('/v1/plans', body);
    const give = (verb: string, more: object = { reason: 'Prövas' }) =>
      desk.ask<{ made: { id: string }[] }>(`/v1/plans/${id}/${verb}`, more);
    for (const organisation of ['HOGSBY', 'NYBRO']) await give('name-municipality', { organisation });
    await give('override');
    await give('override');
    const { made } = await give('fork');
    const page = await desk.reader();
    await page.goto(`/#/plans/${id}`);
    await page.waitForSelector('article.plan');
    expect(await track(page)).toMatch(
      /Kommundialoger här är vi, sedan [^,]+, Dialog med kommunen sker i planerna, Prioritering återstår, /,
    );
    await give('release');
    await page.reload();
    await page.waitForSelector('article.plan');
    expect(await text(page, '.history')).toMatch(/Väntar inte längre på alla\s+HOGSBY\s+NYBRO/);
    await page.goto(`/#/plans/${made[1]?.id}`);
    await page.getByRole('heading', { name: 'NYBRO', level: 1 }).waitFor();
    expect(await track(page)).toMatch(
      /^Uppdrag [^,]+, Beskrivning [^,]+, Kommundialoger [^,]+, Dialog med kommunen här är vi, sedan [^,]+$/,
    );
  });

  it('finds plans by words of the title, and is told when there is none', async () => {
    const page = await desk.reader();
    await page.getByLabel('Sök i titlar').fill('hälso');
    await page.getByRole('button', { name: 'Visa' }).click();
    await page.getByText('1 plan visas.').first().waitFor();
    await page.getByLabel('Sök i titlar').fill('finns inte');
    await page.getByRole('button', { name: 'Visa' }).click();
    await page.getByRole('button', { name: 'Visa alla igen' }).click();
    await page.getByRole('link', { name: 'Pilotprojekt Högsby' }).first().waitFor();
  });

  it('is not offered what needs a sign-in', async () => {
    const page = await desk.reader();
    expect(await page.getByRole('link', { name: 'Ny plan' }).count()).toBe(0);
    await page.goto('/#/start');
    await page.getByRole('heading', { name: 'Du behöver vara inloggad' }).waitFor();
  });

  it('reads the page in English when the browser asks for it, and keeps the language that was chosen', async () => {
    const page = await desk.reader({ locale: 'en-GB' });
    expect(await text(page)).toMatch(/Implementation: 2 plans/);
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page.getByRole('heading', { name: 'Planer', exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('sv');
    await page.reload();
    await page.getByRole('heading', { name: 'Planer', exact: true }).waitFor();
  });

  it('is told plainly when the server cannot be reached, and can try again', async () => {
    const page = await desk.reader();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Hälsolots' }).first().click();
    await page.getByRole('heading', { name: 'Det går inte att nå servern' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await page.getByRole('heading', { name: 'Hälsolots', level: 1 }).waitFor();
  });

  it('is told that a plan is not here', async () => {
    const page = await desk.reader();
    await page.goto('/#/plans/00000000-0000-4000-8000-000000000000');
    await page.getByRole('heading', { name: 'Planen finns inte här' }).waitFor();
  });
});

describe('someone who has signed in', () => {
  it('starts a plan, and script in its title stays words', async () => {
    const page = await desk.member();
    await page.getByRole('link', { name: 'Ny plan' }).click();
    await page.getByLabel('Titel').fill(`${SCRIPT} Bussar`);
    await page.getByRole('button', { name: 'Starta' }).click();
    await page.getByText('fältet saknas').first().waitFor();
    await page.getByLabel('Områdesprogram').check();
    await page.getByRole('button', { name: 'Starta' }).click();
    await page.waitForSelector('article.plan');
    expect(await text(page, 'h1')).toBe(`${SCRIPT} Bussar`);
    await page.getByRole('link', { name: 'Till alla planer' }).click();
    await page.waitForSelector('.board');
    expect(await text(page)).toContain(SCRIPT);
    expect(await page.evaluate("'ran' in window")).toBe(false);
  });

  it('begins a case under an initiative', async () => {
    const page = await desk.member();
    await page.getByRole('link', { name: 'Ny plan' }).click();
    await page.getByLabel('Case i ett innovationsforum').check();
    await page.getByLabel('Titel').fill('Odling på gården');
    await page.getByLabel('Under vilket initiativ?').selectOption({ label: `${SCRIPT} Bussar` });
    await page.getByRole('button', { name: 'Starta' }).click();
    await page.waitForSelector('article.plan');
    expect(await text(page)).toContain('Bussar');
  });

  it('sees the methods that may help in the stage, and tells of one that was used', async () => {
    const page = await openPlan(await desk.member(), 'Unga vuxna', { template: 'innovation-forum-case' });
    expect(await text(page, '.part.missing')).toMatch(/Metoder som kan hjälpa här\s+Observation på plats\s+Var där/);
    await page.locator('#do-use-method').click();
    const form = page.locator('details.verb[open]', { has: page.locator('#do-use-method') });
    await form.getByLabel('Metod').selectOption({ label: 'Löpande logg' });
    await form.getByRole('button').last().click();
    await page.locator('.part.records').getByText('Löpande logg').first().waitFor();
    expect(await text(page, '.part.history')).toContain('En metod användes');
  });

  it('is told at the field what is lacking, and loses nothing that was typed', async () => {
    const page = await openPlan(await desk.member(), 'Vänta lite');
    await page.locator('#do-pause').click();
    const form = page.locator('details.verb', { has: page.locator('#do-pause') });
    await form.getByLabel('Dag att se över igen').fill('2030-01-15');
    await form.getByRole('button', { name: 'Pausa' }).click();
    await form.getByText('Fyll i varför.').first().waitFor();
    expect(await form.getByLabel('Varför').getAttribute('aria-invalid')).toBe('true');
    await page.reload();
    await page.locator('#do-pause').click();
    expect(await form.getByLabel('Dag att se över igen').inputValue()).toBe('2030-01-15');
    await form.getByLabel('Varför').fill('Nämnden har inte sammanträtt.');
    await form.getByRole('button', { name: 'Pausa' }).click();
    await page.getByText('Initiativet är pausat i skedet').waitFor();
    expect(await text(page, '.stand')).toMatch(/Ses över igen\s+15 januari 2030/);
  });

  it('is led from what is missing to the form that supplies it', async () => {
    const page = await openPlan(await desk.member(), 'Härifrån dit');
    await page.getByRole('link', { name: 'Gör: Lägg till part' }).click();
    const form = page.locator('details.verb[open]', { has: page.locator('#do-add-party') });
    await form.getByLabel('Organisation').fill('Högsby kommun');
    expect(await form.getByLabel('Beslutar om planen').isChecked()).toBe(true);
    expect(await page.evaluate('document.activeElement.closest("details").open')).toBe(true);
    await form.getByRole('button', { name: 'Lägg till part' }).click();
    await page.getByText('Högsby kommun har inte sagt ja till att vara med ännu.').first().waitFor();
    await form.getByLabel('Organisation').fill('OSKARSHAMN');
    await form.getByLabel('Beslutar om planen').uncheck();
    await form.getByRole('button', { name: 'Lägg till part' }).click();
    await page.getByRole('row', { name: /OSKARSHAMN Nej/ }).waitFor();
  });

  it('keeps what was typed when the session ends in the middle of a form', async () => {
    const page = await openPlan(await desk.member(), 'Utloggad');
    await page.locator('#do-pause').click();
    const form = page.locator('details.verb', { has: page.locator('#do-pause') });
    await form.getByLabel('Varför').fill('Vi väntar på svar.');
    await page.context().clearCookies();
    await form.getByRole('button', { name: 'Pausa' }).click();
    await form.getByText('Du behöver vara inloggad').waitFor();
    expect(await form.getByLabel('Varför').inputValue()).toBe('Vi väntar på svar.');
  });

  it('is told what is missing and who can supply it when a door is closed', async () => {
    const page = await openPlan(await desk.member(), 'Vad saknas');
    const closed = page.locator('details.closed').first();
    await closed.locator('summary').click();
    expect(await closed.innerText()).toMatch(
      /Gå vidare[^]*Syfte och mål är skrivna[^]*Uppdragets syfte saknas[^]*Kan lämnas av: processledare/,
    );
  });

  it('fills in a form with groups and lists, from the schema of the API', async () => {
    const page = await openPlan(await desk.member(), 'Möten');
    await page.locator('#do-hold-meeting').click();
    const form = page.locator('details.verb', { has: page.locator('#do-hold-meeting') });
    await form.getByLabel('Titel').fill('Uppstart');
    await form.getByLabel('Högsby kommun').first().check();
    await form.getByLabel('Tal').fill('15');
    await form.getByLabel('Enhet').fill('persons');
    await form.getByLabel('Hur säkert').selectOption({ label: 'mer än' });
    await form.getByLabel('När det hände').fill('2024-21');
    await form.getByRole('button', { name: 'Möte har hållits' }).click();
    await page.getByText('Möte har hållits: klart.').waitFor();
    expect(await text(page, '.records')).toMatch(/Uppstart[^]*våren 2024[^]*Högsby kommun[^]*mer än 15 personer/);
  });

  it('can say that nobody knows when it happened (INV-25)', async () => {
    const page = await openPlan(await desk.member(), 'Länge sedan');
    await page.locator('#do-hold-meeting').click();
    const form = page.locator('details.verb', { has: page.locator('#do-hold-meeting') });
    await form.getByLabel('Titel').fill('Det första mötet');
    await form.getByLabel('Ingen vet när').check();
    await form.getByRole('button', { name: 'Möte har hållits' }).click();
    await page.getByText('Möte har hållits: klart.').waitFor();
    expect(await text(page, '.records')).toMatch(/Det första mötet[^]*Hölls\s+datum okänt/);
  });

  it('fills in groups that repeat, and is led to what is left out', async () => {
    const page = await openPlan(await desk.member(), 'Två förslag');
    const id = page.url().split('/').at(-1) as string;
    for (let stage = 0; stage < 3; stage += 1) await desk.ask(`/v1/plans/${id}/override`, { reason: 'Prövas' });
    await desk.ask(`/v1/plans/${id}/propose-potential`, { title: 'Cykelbanor' });
    await desk.ask(`/v1/plans/${id}/propose-potential`, { title: 'Skolskjuts' });
    await desk.ask(`/v1/plans/${id}/override`, { reason: 'Prövas' });
    await page.reload();
    await page.locator('#do-choose-direction').click();
    const form = page.locator('details.verb', { has: page.locator('#do-choose-direction') });
    await form.getByRole('button', { name: 'Välj inriktning' }).click();
    await form.getByRole('link', { name: 'Lägg till något under Valda.' }).click();
    expect(await page.evaluate('document.activeElement.localName')).toBe('fieldset');
    const first = form.getByRole('group', { name: 'Valda 1' });
    await first.getByLabel('Potential').selectOption({ label: 'Cykelbanor' });
    await first.getByLabel('Därför').fill('Flest vill det.');
    await form.getByRole('button', { name: 'Lägg till: Parkeras till senare' }).click();
    const parked = form.getByRole('group', { name: 'Parkeras till senare 1' });
    await parked.getByLabel('Därför').fill('Nästa år.');
    await form.getByRole('button', { name: 'Välj inriktning' }).click();
    await form.getByText('Fyll i potential.').first().waitFor();
    await parked.getByLabel('Potential').selectOption({ label: 'Skolskjuts' });
    await form.getByRole('button', { name: 'Välj inriktning' }).click();
    await page.getByText('Välj inriktning: klart.').waitFor();
    expect(await text(page, '.records')).toMatch(/Val av inriktning[^]*Cykelbanor[^]*Skolskjuts/);
  });
});

describe('everybody', () => {
  it('gets around by keyboard alone, with the focus where the view begins', async () => {
    const page = await desk.reader();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Till innehållet');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    for (let step = 0; step < 12 && (await focused(page)) !== 'Pilotprojekt Högsby'; step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('article.plan');
    expect(await focused(page)).toBe('Pilotprojekt Högsby');
    expect(await page.title()).toBe('Pilotprojekt Högsby – Stegvis');
  });

  it.each([
    ['320 px wide', { viewport: { width: 320, height: 700 } }, '100%'],
    ['with text twice as large', { viewport: { width: 1280, height: 900 } }, '200%'],
  ])('never has to scroll sideways: %s', async (_name, options, size) => {
    const page = await desk.member(options);
    for (const path of ['/#/', '/#/start', `/#/plans/${await desk.planCalled('Pilotprojekt Högsby')}`]) {
      await page.goto(path);
      await page.waitForSelector('main[aria-busy="false"]');
      await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
      const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect({ path, beyond: Math.max(0, beyond as number) }).toEqual({ path, beyond: 0 });
    }
  });
});

/** The stages with their states, without the signs and the purpose. */
const track = async (page: Page) =>
  (await page.locator('.step').allInnerTexts())
    .map((step) => (step.split('\n')[1] ?? '').replace(/\s+/g, ' '))
    .join(', ');

const focused = (page: Page) => page.evaluate('document.activeElement.textContent.trim()');

async function openPlan(page: Page, title: string, more: object = {}): Promise<Page> {
  const { id } = await desk.ask<{ id: string }>('/v1/plans', { ...A_PLAN, title, ...more });
  await page.goto(`/#/plans/${id}`);
  await page.waitForSelector('article.plan');
  return page;
}
