// For specs: a plan of the shipped joint action plan in which people hold roles, and those who ask something of it.
import { decide, isRefusal, start, type Plan, type Template } from '#libs/lifecycle';
import { mayDo, type Permission, type Place } from '#libs/plans';
import type { Caller, Post } from '#libs/platform';
import { shippedTemplates, wholeTemplate } from '#libs/templates';
import { scopesOf } from './scopes-of.js';
import { StegvisPolicy } from './stegvis-policy.js';

export const NOW = '2026-11-22T12:00:00.000Z';
export const policy = new StegvisPolicy();

const at = (template: Template) => ({
  template,
  now: NOW,
  who: { id: 'token-1' },
  command: '00000000-0000-4000-8000-000000000001',
  occurredAt: NOW,
  imported: false,
});

export function shipped(key: string): Template {
  const found = shippedTemplates.find((template) => template.key === key);
  if (!found) throw new Error(`no template ${key} is shipped`);
  return wholeTemplate(found);
}

export function startedPlan(template: Template, body: { programme?: string; public?: boolean } = {}): Plan {
  const outcome = start({ title: 'Hälsolots', ...body }, at(template));
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

/** @throws when it is refused. */
export function did(plan: Plan, template: Template, verb: string, body: object): Plan {
  const outcome = decide(plan, verb, body, at(template));
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

/** The same id for the same number. */
export function personId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function someone(id: string, organisation?: string, posts: Post[] = []): Caller {
  const person = { id, posts, ...(organisation === undefined ? {} : { organisation }) };
  return { who: { id }, scopes: scopesOf(posts), name: 'Somebody', session: true, person };
}

export function program(change: Partial<Caller> = {}): Caller {
  return { who: { id: 'token-2' }, scopes: ['read', 'write'], name: 'Registry', session: false, ...change };
}

/** Who it would be done as, in short, or the roles that could do it instead. */
export function told(permission: Permission): string | string[] {
  if (!mayDo(permission))
    return permission.needed.map(({ code, by }) => [...(by?.roles ?? [code]), by?.organisation ?? []].flat().join(' '));
  const { role = 'no role', organisation = 'nobody' } = permission.as;
  return `${role} for ${organisation}`;
}

export function asked(caller: Caller, verb: string, place: Pick<Place, 'plan' | 'template'> & Partial<Place>) {
  return told(policy.permission(caller, verb, { now: NOW, ...place }));
}
