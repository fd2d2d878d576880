// For specs: plans that live together by shipped templates, as the store would keep them. Each verb comes a day later.
import {
  answers,
  decide,
  due,
  fold,
  hear,
  isRefusal,
  moves,
  sayReason,
  stageOf,
  stagesThatOpen,
  start,
  type Accepted,
  type Plan,
  type PlanEvent,
  type Reason,
  type Setting,
  type StartBody,
  type Template,
} from '#libs/lifecycle';
import { shippedTemplates } from './index.js';

const DAY_MS = 86_400_000;

export class Story {
  readonly plans = new Map<string, Plan>();
  readonly journal: PlanEvent[] = [];
  readonly texts: string[] = [];
  private ms = Date.parse('2026-01-12T08:00:00Z');

  /** @returns the new plan's id. */
  start(template: string, body: StartBody): string {
    const parent = body.parent === undefined ? {} : { parent: this.plan(body.parent) };
    const begun = start(body, { ...this.setting(templateCalled(template)), ...parent });
    if (isRefusal(begun)) throw new Error(JSON.stringify(begun.refused));
    return this.keep(begun);
  }

  plan(id: string): Plan {
    const plan = this.plans.get(id);
    if (!plan) throw new Error(`no plan ${id}`);
    return plan;
  }

  do(id: string, verb: string, body: object = {}): this {
    const outcome = decide(this.plan(id), verb, body, this.settingOf(id));
    if (isRefusal(outcome)) throw new Error(`${verb} in ${this.plan(id).stage}: ${JSON.stringify(outcome.refused)}`);
    this.keep(outcome);
    return this;
  }

  /** The codes of the reasons; each is said in plain words. @throws when it is accepted. */
  refused(id: string, verb: string, body: object = {}): string[] {
    return this.reasons(id, verb, body).map(({ code }) => code);
  }

  /** The stage cannot be left: these criteria do not hold, and each says which verb helps that is open here. */
  stuck(id: string, ...criteria: string[]): this {
    const isLast = stageOf(this.templateOf(id), this.plan(id).stage).next.length === 0;
    const reasons = this.reasons(id, isLast ? 'complete' : 'advance');
    expect(reasons.map(({ criterion }) => criterion)).toEqual(criteria);
    for (const missing of reasons.flatMap((reason) => reason.missing ?? [])) {
      expect(missing.by?.roles?.length).toBeGreaterThan(0);
      if (missing.verb !== undefined) expect(this.isOffered(id, missing.verb)).toBe(true);
    }
    return this;
  }

  isOffered(id: string, verb: string): boolean {
    return stagesThatOpen(this.templateOf(id), verb).includes(this.plan(id).stage);
  }

  allowed(id: string): string[] {
    return moves(this.plan(id), this.settingOf(id)).flatMap(({ verb, allowed }) => (allowed ? [verb] : []));
  }

  /** The keys of the reminders and check-ins that are due or coming. @param later as many days from now */
  dues(id: string, later = 0): string[] {
    const then = new Date(this.ms + later * DAY_MS).toISOString();
    return due(this.plan(id), then, this.templateOf(id)).map(({ rule }) => rule);
  }

  unmet(id: string): string[] {
    const all = answers(this.templateOf(id), this.plan(id), this.now);
    return all.filter(({ state }) => state === 'unmet').map(({ key }) => key);
  }

  /** What was told last, of any of the plans. */
  get lastEvent(): string | undefined {
    return this.journal.at(-1)?.type;
  }

  /** To the next stage, whatever is missing. */
  onward(id: string): this {
    return this.do(id, this.allowed(id).includes('advance') ? 'advance' : 'override', { reason: 'Vidare ändå' });
  }

  typesOf(id: string): string[] {
    return this.journal.filter((event) => event.plan === id).map(({ type }) => type);
  }

  /** INV-53, INV-54: what is stored gives the same plans again, and holds nothing of what people wrote. */
  isKeptWhole(): void {
    const stored = JSON.stringify(this.journal);
    const events = JSON.parse(stored) as PlanEvent[];
    for (const [id, plan] of this.plans) expect(fold(events.filter((event) => event.plan === id))).toEqual(plan);
    expect(this.texts.length).toBeGreaterThan(5);
    expect(this.texts.filter((text) => stored.includes(text))).toEqual([]);
  }

  templateOf(id: string): Template {
    return templateCalled(this.plan(id).template.key);
  }

  get now(): string {
    return new Date(this.ms).toISOString();
  }

  private reasons(id: string, verb: string, body: object = {}): Reason[] {
    const outcome = decide(this.plan(id), verb, body, this.settingOf(id));
    if (!isRefusal(outcome)) throw new Error(`${verb} was accepted`);
    outcome.refused.forEach(isSaid);
    return outcome.refused;
  }

  private settingOf(id: string): Setting {
    return this.setting(this.templateOf(id), { history: this.journal.filter((event) => event.plan === id) });
  }

  private setting(template: Template, more: Partial<Setting> = {}): Setting {
    this.ms += DAY_MS;
    const command = `00000000-0000-4000-8000-${String(this.ms / 100_000).padStart(12, '0')}`;
    const who = { id: 'token-1', organisation: 'MALMO' };
    return { template, now: this.now, who, command, occurredAt: this.now, imported: false, ...more };
  }

  private keep({ plan, events, texts, births, tells }: Accepted): string {
    this.plans.set(plan.id, plan);
    this.journal.push(...events);
    this.texts.push(...texts.map(({ text }) => text));
    births.forEach((birth) => this.keep(birth));
    for (const tell of tells) {
      const heard = hear(this.plan(tell.plan), tell, this.settingOf(tell.plan));
      if (heard) this.keep(heard);
    }
    return plan.id;
  }
}

export function templateCalled(key: string): Template {
  const template = shippedTemplates.find((one) => one.key === key);
  if (!template) throw new Error(`no shipped template ${key}`);
  return template;
}

/** In plain words, both languages, nothing left unfilled. */
function isSaid(reason: Reason): void {
  for (const language of ['sv', 'en'] as const) {
    const said = sayReason(reason, language);
    for (const { message } of [said, ...said.missing]) {
      expect(message.length).toBeGreaterThan(5);
      expect(message).not.toMatch(/\{\w|undefined|criterion|guard/);
    }
  }
}
