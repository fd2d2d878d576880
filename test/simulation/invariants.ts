// What must hold, whatever happened: of every plan, every reader and every answer that was given.
import { due, fold, isEnded, isOfNow, moves, type Plan, type PlanEvent, type Template } from '#libs/lifecycle';
import type { Answer, Order } from '#libs/plans';
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import type { Database } from './database.js';
import type { Reader } from './reader.js';

export interface Acknowledged {
  order: Order;
  answer: Extract<Answer, { kind: 'accepted' }>;
}

export function checkPlans(database: Database, templates: Template[]): void {
  for (const plan of database.plans.values()) {
    const template = templates.find(({ version }) => version === plan.template.version) as Template;
    ok(
      template.stages.some(({ key }) => key === plan.stage),
      `INV-01 ${plan.id} is in no stage of its template`,
    );
    checkHistory(plan, database.history(plan.id));
    checkFamily(plan, database);
    checkDue(plan, template);
  }
}

/** INV-52, INV-53: no gaps, times that never go back, and the fold of the events is the stored plan. */
function checkHistory(plan: Plan, history: PlanEvent[]): void {
  let before: PlanEvent | undefined;
  for (const event of history) {
    strictEqual(event.sequence, (before?.sequence ?? 0) + 1, `INV-52 ${event.id} does not follow`);
    const rise = event.version - (before?.version ?? 0);
    ok(rise === 0 || rise === 1, `INV-52 ${event.id} raises the version by ${rise}`);
    ok(rise === 1 || event.command === before?.command, `${event.id} shares a version with another command`);
    ok(before === undefined || event.recordedAt >= before.recordedAt, `${event.id} is recorded before what it follows`);
    before = event;
  }
  deepStrictEqual(JSON.parse(JSON.stringify(fold(history))), plan, `INV-53 ${plan.id} is not the fold of its events`);
}

/** INV-14: what was forked or begun under a plan is never lost, and the plan knows how each stands. */
function checkFamily(plan: Plan, database: Database): void {
  for (const child of plan.children) {
    const own = database.plan(child.id);
    strictEqual(own?.parent, plan.id, `${child.id} has lost its initiative`);
    strictEqual(own?.status, child.status, `INV-14 ${plan.id} does not know how ${child.id} stands`);
  }
  const carrying = plan.children.filter((child) => !child.joins && !child.added && isOfNow(plan, child));
  const open = plan.children.filter((child) => !isEnded(child) && !child.released);
  if (carrying.length > 0 && open.length === 0) ok(isEnded(plan), `INV-14 ${plan.id} goes on after its last plan`);
  if (!plan.parent) return;
  const above = database.plan(plan.parent);
  ok(
    above?.children.some(({ id }) => id === plan.id),
    `${plan.parent} has lost ${plan.id}`,
  );
}

/** INV-07, INV-08, INV-38: an ended plan asks for nothing, a paused one only to be looked at, and no key comes twice. */
function checkDue(plan: Plan, template: Template): void {
  const asked = due(plan, plan.recordedAt, template);
  const keys = new Set(asked.map(({ key }) => key));
  strictEqual(keys.size, asked.length, `INV-38 ${plan.id} asks twice for the same`);
  if (plan.status === 'paused')
    ok(
      asked.every(({ place }) => place === 'paused'),
      `INV-07 ${plan.id} asks while paused`,
    );
  if (!isEnded(plan)) return;
  strictEqual(asked.length, 0, `INV-08 ${plan.id} has ended and asks`);
  const at = { template, now: plan.recordedAt, who: { id: 'x' }, command: plan.id, occurredAt: null, imported: false };
  const open = moves(plan, at).filter(({ kind, allowed }) => allowed && kind !== 'repair');
  deepStrictEqual(
    open.map(({ verb }) => verb),
    ['restart'],
    `INV-08 ${plan.id} has ended and takes more than a restart`,
  );
}

/** Nobody skips an event and nobody takes one twice; a plan's own come in order. */
export function checkReaders(database: Database, readers: Reader[]): void {
  for (const { taken } of readers) {
    strictEqual(new Set(taken.map(({ id }) => id)).size, taken.length, 'a reader took an event twice');
    strictEqual(taken.length, database.rows.length, 'a reader skipped an event');
    const last = new Map<string, number>();
    for (const { plan, sequence, id } of taken) {
      strictEqual(sequence, (last.get(plan) ?? 0) + 1, `a reader took ${id} out of order`);
      last.set(plan, sequence);
    }
  }
}

/** What was acknowledged is in the journal, once: also when the answer was lost and it was asked again. */
export function checkAnswers(database: Database, acknowledged: Acknowledged[]): void {
  const stored = new Map(database.rows.map(({ event }) => [event.id, event]));
  for (const { answer } of acknowledged)
    for (const { id, type, data } of answer.events) {
      strictEqual(stored.get(id)?.type, type, `${id} was acknowledged and is not in the journal`);
      deepStrictEqual(stored.get(id)?.data, JSON.parse(JSON.stringify(data)), `${id} was acknowledged otherwise`);
    }
  const asked = new Set(acknowledged.flatMap(({ answer }) => answer.events.map(({ id }) => id)));
  const told = new Set([
    'child.added',
    'child.ended',
    'child.moved',
    'child.paused',
    'child.resumed',
    'child.restarted',
  ]);
  const others = database.rows.filter(({ event }) => !asked.has(event.id) && event.sequence > 2);
  for (const { event } of others)
    ok(
      told.has(event.type) || event.type === 'join.reached' || endsWithLast(event),
      `${event.id} nobody has asked for`,
    );
}

/** An initiative that ended with its last plan. */
function endsWithLast({ type, data }: PlanEvent): boolean {
  return type === 'initiative.completed' && data['because'] === 'plans-ended';
}
