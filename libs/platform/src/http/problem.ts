// What goes wrong on the way in or out, as a value that becomes application/problem+json (RFC 9457) at one place.
import type { Label } from '#libs/lifecycle';
import { sayFault } from './fault-words.js';
import { say, type Language, type Params } from './language.js';

/** A kind of trouble: its stable code, its HTTP status, and what a person reads. */
export interface ProblemKind {
  code: string;
  status: number;
  title: Label;
  detail?: Label;
}

/** One thing wrong with the body; `message` when it is in words already. */
export interface BodyFault {
  pointer: string;
  code: string;
  params?: Params;
  message?: string;
}

/** A refusal's reason in words. */
export interface ProblemReason {
  code: string;
  criterion: string | null;
  message: string;
  missing: object[];
}

interface Circumstances {
  params?: Params;
  faults?: BodyFault[] | ((language: Language) => BodyFault[]);
  reasons?: (language: Language) => ProblemReason[];
  headers?: Record<string, string>;
  /** Further members of the body (RFC 9457, 3.2). */
  beside?: Record<string, unknown>;
}

/** Thrown by the doors alone; what the engine refuses is a value until a door turns it into this. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly circumstances: Circumstances = {},
  ) {
    super(kind.code);
  }
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance?: string;
  reasons?: ProblemReason[];
  faults?: { pointer: string; code: string; message: string }[];
}

export function problemBody({ kind, circumstances }: Problem, language: Language, instance?: string): ProblemBody {
  const { params, faults, reasons, beside } = circumstances;
  const plain = kind.detail ? say(kind.detail, params, language) : say(kind.title, params, language);
  const said = reasons?.(language) ?? (kind.status === 409 ? [onlyReason(kind.code, plain)] : undefined);
  const found = typeof faults === 'function' ? faults(language) : faults;
  const named = found?.map((fault) => ({
    pointer: fault.pointer,
    code: fault.code,
    message: fault.message ?? sayFault(fault.code, fault.params, language),
  }));
  const title = say(kind.title, params, language);
  const messages = said?.flatMap(whole) ?? named?.map(({ pointer, message }) => `${pointer || '/'}: ${message}`);
  return {
    type: `urn:stegvis:problem:${kind.code}`,
    title,
    status: kind.status,
    code: kind.code,
    detail: messages ? [...new Set(messages)].join(' ') : plain,
    ...(instance === undefined ? {} : { instance }),
    ...(said ? { reasons: said } : {}),
    ...(named && named.length > 0 ? { faults: named } : {}),
    ...beside,
  };
}

/** A refusal always has its reasons, also where no plan refuses. */
function onlyReason(code: string, message: string): ProblemReason {
  return { code, criterion: null, message, missing: [] };
}

/** What is missing says more than that something is. */
function whole({ message, missing }: ProblemReason): string[] {
  return missing.length === 0 ? [message] : missing.map((one) => (one as { message: string }).message);
}

/** Kinds by code, the code written once. */
export function problemKinds<Code extends string>(
  table: Record<Code, Omit<ProblemKind, 'code'>>,
): Record<Code, ProblemKind> {
  const kinds = Object.entries<Omit<ProblemKind, 'code'>>(table).map(([code, kind]) => [code, { code, ...kind }]);
  return Object.fromEntries(kinds) as Record<Code, ProblemKind>;
}
