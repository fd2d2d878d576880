// The audit trail of what is done outside the plans: each deed is a row that nobody can change (INV-55). Ids, codes and counts
// alone: a name, an address or a secret has no place in it (INV-54).
import type { Who } from '#libs/lifecycle';

export const AUDIT_KINDS = [
  'session.started',
  'session.ended',
  'sign-ins.failed',
  'token.made',
  'token.revoked',
  'person.added',
  'person.changed',
  'persons.imported',
  'post.given',
  'post.ended',
  'organisation.named',
  'programme.named',
  'guest-link.made',
  'guest-link.used',
  'guest-link.withdrawn',
  'data.imported',
  'export.taken',
  'backup.taken',
  'backup.restored',
  'audit-trail.exported',
  'disclosure.recorded',
  'personal-data.told',
  'personal-data.erased',
  'retention-rule.set',
  'retention.decided',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditNote {
  kind: AuditKind;
  who: Who;
  plan?: string;
  /** On what: ids, codes, keys, counts, by what they are. */
  about?: Record<string, string | number | boolean | readonly string[] | null | undefined>;
}

/** The pool, or whatever runs queries in the transaction of the deed itself. */
export interface Running {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** A blank or an @ is in no id, code or key; the beginning of a secret is. */
const NEVER = /[\s@]|stegvis_|sign_in_|guest_/;

/** @throws when a value is none of what may be noted: a fault of the program. */
export async function noteInAudit(within: Running, { kind, who, plan, about = {} }: AuditNote): Promise<void> {
  const wrong = Object.entries(about).find(([, value]) => [value].flat().some((one) => NEVER.test(String(one))));
  if (wrong) throw new Error(`the audit trail was to keep ${wrong[0]} of ${kind}, which is no id`);
  const { id, role, organisation } = who;
  await within.query('INSERT INTO audit (kind, who, plan, about) VALUES ($1, $2, $3, $4)', [
    kind,
    JSON.stringify({ id, role, organisation }),
    plan ?? null,
    JSON.stringify(about),
  ]);
}

/** Whoever works on the machine itself. */
export const OPERATOR: Who = { id: 'operator' };
