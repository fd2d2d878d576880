// The page's one door to the public HTTP API. Answers come back as JSON; whatever goes wrong is a Trouble with a kind.
import { language } from './words/language.js';

/** `offline`: no answer at all. `problem`: the API said no, and `problem` is its application/problem+json. */
export class Trouble extends Error {
  constructor(kind, { status = 0, problem = {} } = {}) {
    super(problem.title ?? kind);
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}

const ME = 'v1/me';

/** Its answer, or null when it has not been asked. */
let asked = null;

/** Who the session cookie says this is, or null. */
export function who() {
  asked ??= get(ME).catch(notSignedIn);
  return asked;
}

/** Somebody who reads only is not shown forms that would be refused. */
export function mayWrite(me) {
  return me?.scopes.includes('write') ?? false;
}

function notSignedIn(trouble) {
  if (trouble.status === 401) return null;
  asked = null;
  throw trouble;
}

/** Somebody may have signed in or out since: asked anew at the next chance. */
export function forgetWho() {
  asked = null;
}

/** Where this reader finds plans: all of them when signed in, else those that are open to everyone. */
export async function plansPath() {
  return (await who()) ? 'v1/plans' : 'v1/public/plans';
}

export function get(path, query = {}) {
  const words = Object.entries(query).filter(([, value]) => value !== undefined && value !== '' && value !== null);
  const search = words.length > 0 ? `?${new URLSearchParams(words)}` : '';
  return ask(path + search, { method: 'GET' });
}

/** @param repeatKey the same for every try of the same words, so that a lost answer does no harm. */
export function post(path, body, repeatKey) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': repeatKey };
  return ask(path, { method: 'POST', body: JSON.stringify(body), headers });
}

async function ask(path, { headers = {}, ...request }) {
  const sent = { ...request, credentials: 'same-origin', headers: { ...headers, 'Accept-Language': language() } };
  const response = await fetch(path, sent).catch(() => {
    throw new Trouble('offline');
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  if (response.status === 401 && path !== ME) forgetWho();
  throw new Trouble('problem', { status: response.status, problem: answer });
}

/** Gives a key for each body: the same while the body is the same, so that trying again is safe. */
export function repeatKeys() {
  let last = { words: null, key: null };
  return (body) => {
    const words = JSON.stringify(body);
    if (words !== last.words) last = { words, key: freshKey() };
    return last.key;
  };
}

/** A key that nobody else makes; also where the page is served without https, which has no crypto.randomUUID. */
function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
