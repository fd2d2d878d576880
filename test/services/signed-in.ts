// People who are signed in by a browser, at their own posts, and a way of working in which all is open: for specs of who may what.
import { STANDARD_ROLES } from '#libs/lifecycle';
import { Tokens } from '#libs/people';
import type { Answer, Asked, Json, RunningApi } from './api.js';

/** Where browsers reach the api of a spec: its cookies are those of an https address. */
const SESSION = '__Host-stegvis-session';

export interface SignedIn {
  id: string;
  /** As a browser that shows one of our own pages. */
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
  cookie: string;
}

/** @throws what stood in the way: a spec that could not set up has tried nothing. */
export async function done(api: RunningApi, method: string, path: string, body: unknown = {}): Promise<Json> {
  const answer = await api.ask(method, path, { body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function signedIn(api: RunningApi, about: object): Promise<SignedIn> {
  const { id } = await done(api, 'POST', '/v1/persons', about);
  const { token } = await api.app.get(Tokens).startSession(id);
  const cookie = `${SESSION}=${token}`;
  const ask = (method: string, path: string, asked: Asked = {}) =>
    api.ask(method, path, { ...asked, token: null, headers: { cookie, origin: api.url, ...asked.headers } });
  return { id, ask, cookie };
}

/** The session of whoever runs the installation: the one that may do everything. */
export async function operatorsCookie(api: RunningApi): Promise<string> {
  const scopes = ['read', 'write', 'publish-templates', 'administer', 'records'] as const;
  const { token } = await api.app.get(Tokens).make({ name: 'browser', scopes }, 'session');
  return `${SESSION}=${token}`;
}

/** A way of working with every verb open and every role of a plan, under names that may be anything. */
export async function openTemplate(api: RunningApi, key: string, name: { sv: string; en: string }): Promise<void> {
  const { body } = await api.ask('GET', '/v1/templates/vocabulary');
  const opens = body.verbs.filter((one: Json) => one.kind === 'capability').map((one: Json) => one.verb);
  const roles = Object.keys(STANDARD_ROLES)
    .filter((role) => role !== 'administrator' && role !== 'template-author')
    .map((role) => ({ key: role, name, required: role === 'process-leader' }));
  const stages = [{ key: 'begin', name, opens, criteria: [], next: [] }];
  await done(api, 'POST', '/v1/templates', { key, version: 1, name, roles, stages });
}
