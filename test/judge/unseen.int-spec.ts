// Templates that nobody has seen, through the door: published, run by what `moves` answers to their end, and folded again.
import { checkRebuild } from '#libs/plans';
import type { Template } from '#libs/lifecycle';
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../services/api.js';
import { Chance } from '../simulation/chance.js';
import { randomTemplate } from './random-template.js';
import { RECORD_VERBS } from './records.js';

const TEMPLATES = 20;
const STEPS = 25;
/** Once a walk has gone on for so long, it goes for an end. */
const HOMEWARD = ['resume', 'complete', 'release', 'discontinue'];

let api: RunningApi;

beforeAll(async () => {
  api = await runningApi();
}, 60_000);

afterAll(async () => {
  await api.close();
});

async function post(path: string, body: object): Promise<Json> {
  const { status, body: answer } = await api.ask('POST', path, { body });
  return { status, answer };
}

class Walker {
  readonly plans: string[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly template: Template,
  ) {}

  async walk(): Promise<void> {
    const plan = await api.start({ template: this.template.key, title: 'Piloten', language: 'sv' });
    this.plans.push(plan.id as string);
    for (let step = 0; step < STEPS; step += 1) await this.step(this.chance.pick(this.plans));
    // The plans below end before the one that made them.
    for (const id of this.plans.toReversed()) await this.home(id);
  }

  private async step(id: string): Promise<void> {
    const open = (await this.moves(id)).filter(({ allowed, verb, kind }) => allowed && isWalked(kind, verb));
    const { verb, kind, to } = this.chance.pick(open);
    if (verb === 'migrate') return;
    const way = to.length > 0 && verb !== 'fork' ? { to: this.chance.pick(to as string[]) } : {};
    const { status, answer } = await post(`/v1/plans/${id}/${verb}`, { ...bodyOf(verb), ...way });
    // An open lifecycle verb with a way that `moves` names is always taken; what is recorded may name what is not there.
    if (kind === 'lifecycle') expect([verb, status, answer.code]).toEqual([verb, 200, undefined]);
    if (verb === 'fork') await this.know(id);
  }

  private async know(id: string): Promise<void> {
    const { body } = await api.ask('GET', `/v1/plans/${id}`);
    const found = (body.children as { id: string }[]).map((child) => child.id);
    this.plans.push(...found.filter((one) => !this.plans.includes(one)));
  }

  private async home(id: string): Promise<void> {
    for (let tries = 0; tries < 4; tries += 1) {
      const open = (await this.moves(id)).filter(({ allowed }) => allowed).map(({ verb }) => verb as string);
      const verb = HOMEWARD.find((one) => open.includes(one));
      if (verb === undefined) break;
      expect((await post(`/v1/plans/${id}/${verb}`, { reason: 'Därför' })).status).toBe(200);
    }
    const { body } = await api.ask('GET', `/v1/plans/${id}`);
    expect([id, ['completed', 'discontinued'].includes(body.status)]).toEqual([id, true]);
  }

  private async moves(id: string): Promise<Json[]> {
    const { body } = await api.ask('GET', `/v1/plans/${id}/moves`);
    return body.items ?? body.moves ?? body;
  }
}

/** A repair is walked elsewhere; of what can be recorded, what this spec has a body for. */
function isWalked(kind: string, verb: string): boolean {
  return kind === 'lifecycle' || RECORD_VERBS.includes(verb);
}

function bodyOf(verb: string): object {
  const about: Record<string, object> = {
    'hold-meeting': { title: 'Möte', represented: ['RKL', 'HOGSBY'], notes: 'Så.' },
    'record-notes': { meeting: 'meeting-1', notes: 'Så var det.' },
    'add-checklist-item': { title: 'Tre' },
    'tick-item': { item: 'Ett' },
    'untick-item': { item: 'Ett' },
    'add-party': { organisation: 'RKL' },
    fork: { plans: [{ title: 'Ett' }, { title: 'Två' }] },
  };
  return about[verb] ?? (RECORD_VERBS.includes(verb) ? { organisation: 'RKL' } : { reason: 'Därför' });
}

it(`${TEMPLATES} templates are published and run to their ends, and every plan is the fold of its events`, async () => {
  let plans = 0;
  for (let seed = 1; seed <= TEMPLATES; seed += 1) {
    const chance = new Chance(9_000 + seed);
    const template = randomTemplate(chance, `unseen-${seed}`);
    const { status, answer } = await post('/v1/templates', template);
    expect([seed, status, answer.faults]).toEqual([seed, 201, undefined]);
    const walker = new Walker(chance, template);
    await walker.walk();
    plans += walker.plans.length;
  }
  const pool = new Pool({ connectionString: api.databaseUrl, max: 1 });
  const report = await checkRebuild(pool, () => undefined);
  await pool.end();
  expect(report).toMatchObject({ plans, different: [] });
  expect(report.events).toBeGreaterThan(TEMPLATES * STEPS);
}, 300_000);
