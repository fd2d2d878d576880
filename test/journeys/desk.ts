// The desk for a journey: the api with the Högsby pilot, and a browser that looks at it.
import { Sessions } from '#libs/people';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startApi, type RunningApi } from '../../apps/api/src/index.js';
import { loadPilot } from '../../apps/standalone/src/import/load-pilot.js';
import { openBrowser } from '../services/browser.js';
import { freshDatabase, type FreshDatabase } from '../services/database.js';

export const ADMIN_TOKEN = 'journeys-admin-token-0123456789abcdef';

export class Desk {
  private constructor(
    private readonly database: FreshDatabase,
    readonly api: RunningApi,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Desk> {
    const database = await freshDatabase();
    const settings = { host: '127.0.0.1', port: 0, baseUrl: 'http://127.0.0.1:0', adminToken: ADMIN_TOKEN };
    const unset = { redisUrl: undefined, dataDir: undefined, rateLimit: null, logLevel: 'silent' };
    const api = await startApi({ ...settings, ...unset, databaseUrl: database.url });
    await loadPilot(api.app, () => undefined);
    return new Desk(database, api, await openBrowser());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.api.close();
    await this.database.drop();
  }

  /** A reader with a fresh browser profile, who has not signed in. */
  async reader(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ locale: 'sv-SE', baseURL: this.api.url, ...options });
    const page = await context.newPage();
    await page.goto('/');
    await page.waitForSelector('main h1');
    return page;
  }

  /** Someone who has followed the link that the start prints. */
  async member(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.reader(options);
    await page.goto(`/sign-in/${await this.api.app.get(Sessions).newCode()}`);
    await page.getByRole('button').click();
    await page.waitForSelector('main h1');
    return page;
  }

  async ask<Answer>(path: string, body?: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' };
    const request = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(this.api.url + path, request);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  async planCalled(title: string): Promise<string> {
    const { items } = await this.ask<{ items: { id: string; title: string }[] }>('/v1/plans');
    const found = items.find((plan) => plan.title === title);
    if (!found) throw new Error(`no plan is called ${title}`);
    return found.id;
  }
}
