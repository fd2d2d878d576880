// A partner's program as the journeys need it: real HTTP and a bearer token, every "no" asked for in both languages,
// and `moves` held to say the same as the verbs.
import { Tokens, type NewToken } from '#libs/people';
import { runningApi, type Answer, type Asked, type Json, type RunningApi } from '../services/api.js';

export type { Json };
type Headers = Record<string, string>;

export class Client {
  private constructor(
    readonly api: RunningApi,
    private readonly token: string,
  ) {}

  /** A fresh database, and the process leader's program signed in to it. */
  static async open(): Promise<Client> {
    const leader = { name: 'the process leader', role: 'process-leader', organisation: 'REGION' };
    const api = await runningApi();
    return Client.signedIn(api, { ...leader, scopes: ['read', 'write', 'publish-templates', 'administer'] });
  }

  /** The program of somebody else, at the same API. */
  as(who: NewToken): Promise<Client> {
    return Client.signedIn(this.api, who);
  }

  private static async signedIn(api: RunningApi, who: NewToken): Promise<Client> {
    return new Client(api, (await api.app.get(Tokens).make(who)).token);
  }

  ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    return this.api.ask(method, path, { token: this.token, ...asked });
  }

  async get(path: string, language = 'en'): Promise<Json> {
    const answer = await this.ask('GET', path, { headers: { 'accept-language': language } });
    if (answer.status !== 200) throw new Error(`GET ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async start(body: object): Promise<PlanAtHand> {
    const { status, body: plan } = await this.ask('POST', '/v1/plans', { body });
    if (status !== 201) throw new Error(JSON.stringify(plan));
    return this.plan(plan.id as string);
  }

  plan(id: string): PlanAtHand {
    return new PlanAtHand(this, id);
  }

  /** Every page of a list, `limit` items each. */
  async all(path: string, limit = 7): Promise<Json[]> {
    const items: Json[] = [];
    const cursor = path.startsWith('/v1/events') ? 'after' : 'cursor';
    for (let next = ''; ;) {
      const go = next ? `&${cursor}=${encodeURIComponent(next)}` : '';
      const page = await this.get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${go}`);
      items.push(...(page.items as Json[]));
      // The feed always says where to go on from; it has been read when nothing more comes.
      if (page.next === null || page.items.length === 0) return items;
      next = page.next as string;
    }
  }

  close(): Promise<void> {
    return this.api.close();
  }
}

export class PlanAtHand {
  /** Every sentence that was sent: titles have no full stop, so what has one is prose. */
  readonly prose = new Set<string>();

  constructor(
    private readonly client: Client,
    readonly id: string,
  ) {}

  /** As it stands, or as it stood. */
  read(asOf?: string, language = 'en'): Promise<Json> {
    return this.client.get(`/v1/plans/${this.id}${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`, language);
  }

  async records(capability: string): Promise<Json> {
    return (await this.read()).records[capability];
  }

  history(): Promise<Json[]> {
    return this.client.all(`/v1/plans/${this.id}/history`);
  }

  async due(): Promise<Json[]> {
    return (await this.client.get(`/v1/plans/${this.id}/due`)).items;
  }

  feed(): Promise<Json[]> {
    return this.client.all(`/v1/events?plan=${this.id}`);
  }

  post(verb: string, body: object = {}, headers: Headers = {}): Promise<Answer> {
    for (const sentence of sentencesIn(body)) this.prose.add(sentence);
    return this.client.ask('POST', `/v1/plans/${this.id}/${verb}`, { body, headers });
  }

  /** Does a verb that `moves` says is open. */
  async do(verb: string, body: object = {}, headers: Headers = {}): Promise<Json> {
    expect([verb, (await this.move(verb)).reasons]).toEqual([verb, []]);
    const answer = await this.post(verb, body, headers);
    if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body)}`);
    expect(answer.headers.get('etag')).toBe(`"${answer.body.version}"`);
    return answer.body;
  }

  async move(verb: string, language = 'en'): Promise<Json> {
    const { items } = await this.client.get(`/v1/plans/${this.id}/moves`, language);
    return items.find((one: Json) => one.verb === verb);
  }

  async open(): Promise<string[]> {
    const { items } = await this.client.get(`/v1/plans/${this.id}/moves`);
    return items.filter((one: Json) => one.allowed).map((one: Json) => one.verb as string);
  }

  /** Asks for what is refused, in English and in Swedish. Nothing changes, and both say as much. @returns both */
  async refused(verb: string, body: object = {}): Promise<{ en: Json; sv: Json }> {
    const before = await this.read();
    const [en, sv] = await Promise.all(
      ['en', 'sv'].map((language) => this.post(verb, body, { 'accept-language': language })),
    );
    expect([en?.status, sv?.status]).toEqual([409, 409]);
    expect(await this.read()).toEqual(before);
    expect(stripped(sv?.body)).toEqual(stripped(en?.body));
    [en, sv].forEach((one) => isPlain(one?.body));
    return { en: en?.body, sv: sv?.body };
  }

  /** The stage cannot be left for want of these. @returns what is missing, «what (who can supply it)», in both languages */
  async stuck(...criteria: string[]): Promise<{ en: string[]; sv: string[] }> {
    const { en, sv } = await this.lacks('advance', criteria);
    return { en: en.map(inALine), sv: sv.map(inALine) };
  }

  /** The plan cannot be completed for want of these. @returns what is missing */
  async stuckAtTheEnd(...criteria: string[]): Promise<Json[]> {
    return (await this.lacks('complete', criteria)).en;
  }

  /** `moves` and the verb itself give the same reasons. */
  private async lacks(verb: string, criteria: string[]): Promise<{ en: Json[]; sv: Json[] }> {
    const { en, sv } = await this.refused(verb);
    expect(en.reasons.map((reason: Json) => reason.criterion)).toEqual(criteria);
    expect(await this.move(verb)).toMatchObject({ allowed: false, reasons: en.reasons });
    expect(await this.move(verb, 'sv')).toMatchObject({ allowed: false, reasons: sv.reasons });
    const missing = ({ reasons }: Json): Json[] => reasons.flatMap((reason: Json) => reason.missing);
    return { en: missing(en), sv: missing(sv) };
  }

  /** `moves` says where the way leads, and it leads there. */
  async advance(body: { to?: string; reason?: string } = {}): Promise<string> {
    const { allowed, to } = await this.move('advance');
    expect(allowed).toBe(true);
    const { stage } = await this.do('advance', body);
    expect(to).toContain(stage);
    return stage as string;
  }
}

function inALine({ message, who }: Json): string {
  return `${message} (${who})`;
}

const WORDS = new Set(['message', 'title', 'detail', 'who', 'name']);

/** Without the words: what must be the same in every language. */
function stripped(value: Json): Json {
  return JSON.parse(JSON.stringify(value, (name, inner: unknown) => (WORDS.has(name) ? undefined : inner)));
}

/** Words a person can read: whole sentences, nothing left unfilled, no engine terms, and what to do about it. */
function isPlain({ detail, reasons }: Json): void {
  for (const words of [
    detail,
    ...reasons.flatMap((one: Json) => [one, ...one.missing]).map((one: Json) => one.message),
  ]) {
    expect(words).toMatch(/^["”\p{Lu}\d].*\.$/u);
    expect(words).not.toMatch(/[{}]|undefined|null|criterion|guard|text-\d|[a-z]+-\d/);
  }
  for (const one of reasons.filter((reason: Json) => reason.criterion).flatMap((reason: Json) => reason.missing))
    expect(one).toMatchObject({ verb: expect.any(String), who: expect.stringMatching(/\p{L}/u) });
}

function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.endsWith('.') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}
