// For specs: given what has happened / when a verb comes / then events or a refusal. No mocks, the real engine.
import { decide, moves, sayReason, start, vocabulary } from './engine.js';
import type { PlanEvent } from './engine/event.js';
import type { Setting } from './engine/capability.js';
import type { Accepted } from './engine/record.js';
import { isLifecycleVerb } from './engine/lifecycle-verbs.js';
import type { Plan } from './engine/plan.js';
import { isRefusal, type Reason } from './engine/refusal.js';
import { LANGUAGES, type Language, type Stage, type Template } from './engine/template.js';

const bare = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name: { sv: key, en: key },
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});

/** Two stages, begin -> finish, in which every verb of every capability is open. */
export function openTemplate(change: Partial<Template> = {}): Template {
  const name = { sv: 'Öppen', en: 'Open' };
  const roles = [{ key: 'process-leader', name: { sv: 'processledare', en: 'process leader' }, required: true }];
  const stages = [bare('begin', { next: ['finish'], restart: true }), bare('finish', { returnsTo: ['begin'] })];
  const tracks = [{ key: 'all', name, opens: [...vocabulary.verbs.keys()] }];
  return { key: 'open', version: 1, name, roles, stages, tracks, ...change };
}

/** A plan under test; each verb gives a new one, a minute later. */
export class Given {
  constructor(
    readonly template: Template,
    readonly plan: Plan,
    readonly last: Accepted | undefined,
    private readonly now: string,
    readonly events: PlanEvent[] = [],
    /** The plans made out of it, by id. */
    readonly births: ReadonlyMap<string, Plan> = new Map(),
  ) {}

  setting(change: Partial<Setting> = {}): Setting {
    const who = { id: 'token-1', role: 'process-leader', organisation: 'RKL' };
    const command = `00000000-0000-4000-8000-${String(this.plan?.version ?? 0).padStart(12, '0')}`;
    return {
      template: this.template,
      now: this.now,
      who,
      command,
      occurredAt: this.now,
      imported: false,
      history: this.events,
      ...change,
    };
  }

  /** The verb is accepted. @throws with the reasons when it is refused. */
  did(verb: string, body: object = {}, change: Partial<Setting> = {}): Given {
    const outcome = decide(this.plan, verb, body, this.setting(change));
    if (isRefusal(outcome)) throw new Error(`${verb} was refused: ${JSON.stringify(outcome.refused)}`);
    return this.took(outcome, undefined, change.target);
  }

  /** What was accepted, a minute later. @param below a plan under it, as it is now. */
  took(accepted: Accepted | undefined, below?: Plan, target?: Template): Given {
    const { plan } = accepted ?? this;
    const moved = target !== undefined && plan.template.version === target.version && plan.template.key === target.key;
    const born = accepted?.births.map((birth) => birth.plan) ?? [];
    const births = new Map([
      ...this.births,
      ...[...born, ...(below ? [below] : [])].map((one) => [one.id, one] as const),
    ]);
    const events = [...this.events, ...(accepted?.events ?? [])];
    return new Given(moved ? target : this.template, plan, accepted, minuteAfter(this.now), events, births);
  }

  /** Another plan of the same template, at the same time. */
  of(plan: Plan): Given {
    return new Given(this.template, plan, undefined, this.now);
  }

  /** The verb is refused: the reasons. @throws when it is accepted. */
  refused(verb: string, body: object = {}, change: Partial<Setting> = {}): Reason[] {
    const outcome = decide(this.plan, verb, body, this.setting(change));
    if (!isRefusal(outcome)) throw new Error(`${verb} was accepted: ${JSON.stringify(outcome.events)}`);
    for (const reason of outcome.refused) tellWhole(reason);
    return outcome.refused.map(withoutList);
  }

  /** The event types of the last verb. */
  get types(): string[] {
    return this.last?.events.map((event) => event.type) ?? [];
  }

  /** What is missing for a criterion of the kind, given its parameters. */
  missing(kind: string, given: object = {}) {
    const missing = vocabulary.criteria.get(kind)?.missing(this.plan, given, this.template, this.now) ?? null;
    tellWhole({ code: 'criterion-not-met', params: { criterion: kind }, missing: missing ?? [] });
    return missing;
  }

  /** Whether `moves` says that the verb is open. */
  open(verb: string): boolean {
    return moves(this.plan, this.setting()).find((move) => move.verb === verb)?.allowed ?? false;
  }

  after(days: number): Given {
    const later = new Date(Date.parse(this.now) + days * 86_400_000).toISOString();
    return new Given(this.template, this.plan, this.last, later, this.events, this.births);
  }
}

export function given(template: Template = openTemplate(), body: { title?: string; language?: Language } = {}): Given {
  const now = '2026-01-12T08:00:00.000Z';
  const blank = new Given(template, undefined as unknown as Plan, undefined, now);
  const outcome = start({ title: 'Hälsolots', ...body }, blank.setting());
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome.refused));
  return new Given(template, outcome.plan, outcome, minuteAfter(now), outcome.events);
}

/** Of a record that there is not, without what there is instead: that is told in what-there-is.spec.ts. */
function withoutList(reason: Reason): Reason {
  const { names: _, ...rest } = reason;
  return reason.code === 'unknown-record' ? rest : reason;
}

/** A reason is told in whole sentences, leads to verbs that there are, and points into the body. @throws when it does not */
function tellWhole(reason: Reason): void {
  for (const language of LANGUAGES) {
    const { message, missing } = sayReason(reason, language);
    const torn = [message, ...missing.map((one) => one.message)].find((sentence) => /\{\w+\}/.test(sentence));
    if (torn) throw new Error(`${reason.code} does not say what it is about: ${torn}`);
  }
  const { field = '/', missing = [] } = reason;
  if (!field.startsWith('/')) throw new Error(`${reason.code} points nowhere: ${field}`);
  const nowhere = missing.find(
    ({ verb }) => verb !== undefined && !vocabulary.verbs.has(verb) && !isLifecycleVerb(verb),
  );
  if (nowhere) throw new Error(`${nowhere.code} is supplied by no verb: ${nowhere.verb}`);
}

function minuteAfter(now: string): string {
  return new Date(Date.parse(now) + 60_000).toISOString();
}
