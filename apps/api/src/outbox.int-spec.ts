// The mails as whoever runs the installation sees them: over the API, and as pages.
import { PostOffice, type NewMail } from '#libs/platform';
import { Pool } from 'pg';
import { runningApi, type RunningApi } from '../../../test/services/api.js';

const HOSTILE: NewMail = {
  to: { address: 'anna@example.se', name: 'Anna <script>1</script>' },
  language: 'sv',
  subject: 'Hej "><script>2</script>',
  text: 'Länken </pre><script>3</script>',
  html: '<p>Länken</p>"><script>4</script>',
  purpose: 'notice',
};

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.close());

const office = () => api.app.get(PostOffice);

it('is read by whoever administers, with what became of each mail and without what it says', async () => {
  const id = await office().put(HOSTILE);
  const { body } = await api.ask('GET', '/v1/mails?limit=1');
  expect(body.items).toMatchObject([{ id, to: 'anna@example.se', status: 'kept', attempts: 0, due: null }]);
  expect(JSON.stringify(body)).not.toContain('Länken');
  expect((await api.ask('GET', `/v1/mails/${id}`)).body).toMatchObject({ text: HOSTILE.text, html: HOSTILE.html });
  expect((await api.ask('GET', `/v1/mails/${crypto.randomUUID()}`)).status).toBe(404);
  const again = await api.ask('POST', `/v1/mails/${id}/send`);
  expect([again.status, again.body.code]).toEqual([409, 'not-to-be-sent']);
});

it('goes on page by page', async () => {
  for (let n = 0; n < 3; n += 1) await office().put({ ...HOSTILE, subject: `Nr ${n}` });
  const first = (await api.ask('GET', '/v1/mails?limit=2')).body;
  const second = (await api.ask('GET', `/v1/mails?limit=2&cursor=${first.next}`)).body;
  expect([...first.items, ...second.items].map(({ subject }) => subject).slice(0, 3)).toEqual(['Nr 2', 'Nr 1', 'Nr 0']);
  expect((await api.ask('GET', '/v1/mails?cursor=x')).status).toBe(400);
});

it('shows nothing that anybody wrote as markup, and the HTML of a mail where it can do nothing', async () => {
  const id = await office().put(HOSTILE);
  for (const path of ['/outbox', `/outbox/${id}`]) {
    const { status, body, headers } = await api.ask('GET', path);
    expect(status).toBe(200);
    expect(body).not.toContain('<script');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; (?!.*script-src)/);
    expect(headers.get('cache-control')).toBe('no-store');
  }
  const { body } = await api.ask('GET', `/outbox/${id}`);
  expect(body).toMatch(/<iframe class="mail" sandbox="" srcdoc="|<iframe class="mail" sandbox srcdoc="/);
  expect(body).toContain('srcdoc="&lt;p&gt;Länken&lt;/p&gt;&quot;&gt;&lt;script&gt;');
  expect((await api.ask('GET', '/outbox/x')).status).toBe(404);
  expect((await api.ask('GET', `/outbox/${crypto.randomUUID()}`)).status).toBe(404);
  expect((await api.ask('GET', '/outbox?cursor=x')).status).toBe(200);
});

it('tells with a mail server what is under way, and sends again what did not arrive', async () => {
  const sending = await runningApi({ smtpUrl: 'smtp://127.0.0.1:1' });
  try {
    const id = await sending.app.get(PostOffice).put(HOSTILE);
    const listed = async () => (await sending.ask('GET', '/v1/mails')).body.items[0].status;
    expect(await listed()).toBe('waiting');
    await sending.app.get(Pool).query(`UPDATE mail SET failed_at = now(), fault = '550 <b>no</b> such user'`);
    expect((await sending.ask('GET', `/outbox/${id}`)).body).toContain('550 &lt;b&gt;no&lt;/b&gt; such user');
    expect((await sending.ask('POST', `/v1/mails/${id}/send`)).body).toMatchObject({ status: 'waiting', attempts: 0 });
    expect((await sending.ask('POST', `/v1/mails/${id}/send`)).status).toBe(409);
    await sending.app.get(Pool).query('UPDATE mail SET failed_at = now()');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await sending.ask('POST', `/outbox/${id}`, { headers: form, body: '' })).status).toBe(303);
    expect(await listed()).toBe('waiting');
  } finally {
    await sending.close();
  }
});
