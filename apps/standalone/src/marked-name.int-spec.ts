// Two people with marked names go through all there is over HTTP; then the whole database and the log are searched for them. A name,
// an address or a secret stands where it belongs and nowhere else (INV-54); of who was erased it stands nowhere at all.
import { MailedLinks } from '#libs/people';
import { checkRebuild } from '#libs/plans';
import { PostOffice } from '#libs/platform';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { runningApi, type Answer, type Json, type RunningApi } from '../../../test/services/api.js';
import { backAgain, erasedPersons } from './export/erased-back.js';
import { rowsIn } from './export/read-file.js';
import { storeRows } from './export/store-rows.js';
import { writeWhole } from './export/write-file.js';
import { exportLines } from './export/write-lines.js';

const MARK = 'qvistlund';
/** Where names and addresses are kept, and what people write. */
const THEIR_PLACES = ['person', 'mail', 'guest_link', 'text', 'disclosure', 'erasure'];
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let api: RunningApi;
let pool: Pool;
const logged: string[] = [];
const refused: string[] = [];
const secrets: string[] = [];
let kim: Json;
let lo: Json;
let plan: Json;

const ask = async (method: string, path: string, body?: unknown, more: object = {}): Promise<Answer> => {
  const answer = await api.ask(method, path, { ...(body === undefined ? {} : { body }), ...more });
  if (answer.status >= 400 && answer.status < 600) refused.push(JSON.stringify(answer.body));
  return answer;
};
const form = (path: string, fields: Record<string, string>, cookie?: string) =>
  ask('POST', path, new URLSearchParams(fields).toString(), {
    token: null,
    headers: { ...FORM, ...(cookie ? { cookie } : {}) },
  });
const cookieIn = ({ headers }: Answer) =>
  (headers.getSetCookie().find((one) => /=[^;]/.test(one)) ?? '').split(';')[0] as string;

async function latestLink(): Promise<string> {
  await api.app.get(MailedLinks).settled();
  const office = api.app.get(PostOffice);
  const mail = await office.one((await office.list(1))[0]?.id ?? '');
  return /https:\/\/stegvis\.example(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

beforeAll(async () => {
  api = await runningApi({ logLevel: 'trace', logTo: { write: (line) => void logged.push(line) } });
  pool = api.app.get(Pool);
  await story();
}, 120_000);
afterAll(async () => {
  await api.close();
});

async function story(): Promise<void> {
  await ask('PUT', '/v1/organisations/REGION', { name: 'Regionen', kind: 'region' });
  const csv = `Namn;E-post;Organisation\nKim ${MARK};kim.${MARK}@region.example;REGION\nKim ${MARK};kim.${MARK};REGION\n`;
  await ask('POST', '/v1/persons/import?onlyGood=true', csv, { headers: { 'content-type': 'text/csv' } });
  kim = (await ask('GET', '/v1/persons')).body.items[0];
  const other = { name: `Lo ${MARK}`, address: `lo.${MARK}@region.example`, organisation: 'REGION' };
  lo = (await ask('POST', '/v1/persons', other)).body;
  await ask('POST', '/v1/persons', other);
  await ask('PUT', `/v1/persons/${lo.id}`, { ...other, address: kim.address });
  await ask('PUT', `/v1/persons/${lo.id}`, { ...other, language: 'en' });
  await ask('GET', `/v1/persons?q=${MARK}&limit=${MARK}`);
  await ask('POST', '/v1/posts', { role: 'funder', person: kim.id, organisation: 'REGION' });
  plan = await api.start({ title: 'Gemensamt' });
  const lead = { role: 'process-leader', person: kim.id, deputy: lo.id, organisation: 'REGION' };
  expect(await ask('POST', `/v1/plans/${plan.id}/assign-role`, lead)).toMatchObject({ status: 200 });
  await signedIn();
  await asGuest();
  await ask('POST', `/v1/plans/${plan.id}/disclosures`, { decision: 'given', to: `Ombud ${MARK}` });
  for (const path of ['/v1/nowhere', `/v1/plans/${plan.id}?asOf=${MARK}`, `/v1/audit?from=${MARK}@region.example`])
    await ask('GET', path);
  await new Promise((later) => setTimeout(later, 700));
}

/** By mail, as anybody does, and with a token besides. */
async function signedIn(): Promise<void> {
  await form('/sign-in', { address: `nobody.${MARK}@region.example` });
  const asked = await form('/sign-in', { address: kim.address });
  const link = await latestLink();
  secrets.push(link.split('/').at(-1) as string);
  const session = cookieIn(await form(link, {}, cookieIn(asked)));
  expect(session).toContain('stegvis-session=stegvis_session_');
  secrets.push(session.split('=')[1] as string);
  const as = { token: null, headers: { cookie: session, origin: api.url } };
  await ask('PUT', '/v1/me', { name: `Kim A. ${MARK}`, address: kim.address }, as);
  const wrote = await ask('POST', `/v1/plans/${plan.id}/write-log-entry`, { entry: `Kim ${MARK} skrev det här` }, as);
  expect(wrote).toMatchObject({ status: 200 });
  await ask('POST', `/v1/plans/${plan.id}/pause`, { reason: `För att ${MARK} vill` }, as);
  await ask('POST', `/v1/plans/${plan.id}/pause`, { reason: `För att ${MARK} vill` }, as);
  const made = (await ask('POST', '/v1/tokens', { name: 'Register', scopes: ['read'] })).body;
  secrets.push(made.token);
  await ask('GET', '/v1/me/data', undefined, as);
}

async function asGuest(): Promise<void> {
  const guest = { verb: 'comment', ask: 'comment', message: `Hej ${MARK}` };
  const made = await ask('POST', `/v1/plans/${plan.id}/guest-links`, {
    ...guest,
    name: `Gäst ${MARK}`,
    address: `gast.${MARK}@region.example`,
  });
  expect(made).toMatchObject({ status: 201 });
  const link = await latestLink();
  secrets.push(link.split('/').at(-1) as string);
  await ask('GET', link, undefined, { token: null });
  expect(await form(link, { text: `Ord av ${MARK}` })).toMatchObject({ status: 200 });
  await ask('POST', `/v1/plans/${plan.id}/guest-links`, { ...guest, address: `${MARK}@@x` });
  const own = await ask('POST', `/v1/plans/${plan.id}/guest-links`, { ...guest, person: kim.id });
  expect(own.status).toBe(201);
  const { name, address } = kim;
  const byAddress = await ask('POST', `/v1/plans/${plan.id}/guest-links`, {
    ...guest,
    name,
    address: address.toUpperCase(),
  });
  expect(byAddress).toMatchObject({ status: 201 });
  secrets.push((await latestLink()).split('/').at(-1) as string);
}

/** The tables in which some row holds the words, whatever the case. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await pool.query(`SELECT FROM ${name} AS one WHERE strpos(lower(one::text), $1) > 0 LIMIT 1`, [
      words.toLowerCase(),
    ]);
    if (rowCount) found.push(name);
  }
  return found;
}

const kinds = async (): Promise<string[]> =>
  (await ask('GET', '/v1/audit?limit=1000')).body.items.map(({ kind }: Json) => kind as string);

describe('a name and an address', () => {
  it('stand where they belong, in the whole database, and nowhere else', async () => {
    expect(await kinds()).toEqual(
      expect.arrayContaining([
        'persons.imported',
        'person.added',
        'session.started',
        'token.made',
        'guest-link.made',
        'disclosure.recorded',
      ]),
    );
    expect((await tablesWith(MARK)).filter((table) => !THEIR_PLACES.includes(table))).toEqual([]);
    expect(await tablesWith(MARK)).toEqual(
      expect.arrayContaining(['person', 'mail', 'guest_link', 'text', 'disclosure']),
    );
  });

  it('stand in no refusal, in no audit, and in no line of the log', async () => {
    expect(refused.length).toBeGreaterThan(6);
    expect(refused.filter((one) => one.includes(MARK))).toEqual([]);
    const csv = await ask('GET', '/v1/audit', undefined, { headers: { accept: 'text/csv' } });
    expect(String(csv.body)).not.toContain(MARK);
    expect(logged.length).toBeGreaterThan(50);
    expect(logged.filter((line) => line.toLowerCase().includes(MARK))).toEqual([]);
  });
});

it('a secret stands in no table but the mail that carries it, and in no line of the log', async () => {
  expect(secrets.filter((secret) => secret.length > 40)).toHaveLength(secrets.length);
  for (const secret of secrets) {
    expect((await tablesWith(secret)).filter((table) => table !== 'mail')).toEqual([]);
    expect(logged.some((line) => line.includes(secret))).toBe(false);
  }
});

describe('of who was erased', () => {
  let folder: string;
  let older: string;
  afterAll(() => rm(folder, { recursive: true }));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stegvis-erased-'));
    older = join(folder, 'older.jsonl');
    await writeWhole(older, exportLines(pool, 'backup'));
    await ask('POST', `/v1/plans/${plan.id}/resume`, {});
    const ended = await ask('POST', `/v1/plans/${plan.id}/end-role`, {
      holding: 'holding-1',
      successor: { person: lo.id },
    });
    expect(ended).toMatchObject({ status: 200 });
    const done = await ask('POST', `/v1/persons/${kim.id}/erase`, { reason: 'Begärt', prose: 'strike' });
    expect([done.status, done.body]).toEqual([200, expect.objectContaining({ erasedAt: expect.any(String) })]);
  });

  it('who restores an older backup is told that they are back', async () => {
    const target = await runningApi();
    const into = target.app.get(Pool);
    try {
      await storeRows(into, rowsIn(older), { contents: 'backup', replace: true });
      expect(await backAgain(into, await erasedPersons(pool))).toEqual([kim.id]);
      expect(await backAgain(pool, await erasedPersons(pool))).toEqual([]);
    } finally {
      await target.close();
    }
  });

  it('nothing is left but the id, and in the audit that it was erased', async () => {
    expect(await tablesWith(`kim.${MARK}`)).toEqual([]);
    expect(await tablesWith(`kim a. ${MARK}`)).toEqual([]);
    expect(await tablesWith(`kim ${MARK}`)).toEqual([]);
    expect(await tablesWith(kim.id)).toEqual(expect.arrayContaining(['audit', 'event', 'person', 'post']));
    expect((await kinds()).at(-1)).toBe('personal-data.erased');
    expect((await checkRebuild(pool, () => undefined)).different).toEqual([]);
  });

  it('the plan is whole in an export and in a backup, which give the very same bytes again', async () => {
    const target = await runningApi();
    try {
      const [one, again, backup] = ['one.jsonl', 'again.jsonl', 'backup.jsonl'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      const into = target.app.get(Pool);
      await writeWhole(one, exportLines(pool, 'export'));
      await storeRows(into, rowsIn(one), { contents: 'export', replace: true });
      await writeWhole(again, exportLines(into, 'export'));
      expect((await readFile(again)).equals(await readFile(one))).toBe(true);
      await writeWhole(backup, exportLines(pool, 'backup'));
      // Twice, so that what only grows has given way to itself.
      for (let time = 0; time < 2; time += 1)
        await storeRows(into, rowsIn(backup), { contents: 'backup', replace: true });
      await writeWhole(again, exportLines(into, 'backup'));
      const rows = async (path: string) => (await readFile(path, 'utf8')).split('\n').slice(1, -2);
      expect(await rows(again)).toEqual(await rows(backup));
      expect((await checkRebuild(into, () => undefined)).different).toEqual([]);
      await expect(into.query('DELETE FROM audit')).rejects.toThrow('only grows');
    } finally {
      await target.close();
    }
  });
});
