// The mandate: what somebody has been asked to do, by whom, and which role of which organisation answers for it (A0).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';

/** The written parts, each by the field of the event that names its text. */
const WRITTEN = {
  purpose: 'purposeText',
  goal: 'goalText',
  background: 'backgroundText',
  giver: 'giverText',
  'evaluation-plan': 'evaluationPlanText',
  financing: 'financingText',
} as const;

export type WrittenField = keyof typeof WRITTEN;
export type MandateField = WrittenField | 'accountable' | 'period';

export const MANDATE_FIELDS: MandateField[] = [...(Object.keys(WRITTEN) as WrittenField[]), 'accountable', 'period'];

export interface Accountable {
  role: string;
  organisation: string;
}

/** From when and until when it is given, each as precisely as it was told (B58). */
export interface Period {
  from?: string;
  until?: string;
}

export interface MandateRecord extends Made {
  key: string;
  /** When it was first recorded to have been given. */
  at: When;
  imported: boolean;
  /** The key of each part's text. */
  written: Partial<Record<WrittenField, string>>;
  accountable?: Accountable;
  /** `imported`: its latest word was brought in from elsewhere, so nothing falls due from it (INV-26). */
  period?: Period & { imported: boolean };
}

/** One for each attempt that took the mandate up again. */
export interface Mandates {
  mandates: MandateRecord[];
}

export const nothing: Mandates = { mandates: [] };

export type MandateRecorded = { mandate: string; accountable?: Accountable; period?: Period } & {
  [Field in (typeof WRITTEN)[WrittenField]]?: string;
};

export const events: Record<string, Evolve<Mandates>> = {
  'mandate.recorded': on(({ mandates }, data: MandateRecorded, event, plan) => {
    const had = mandates.find((one) => one.key === data.mandate);
    const begun = had ?? {
      key: data.mandate,
      at: event.occurredAt,
      imported: event.imported === true,
      written: {},
      ...madeIn(plan),
    };
    const { accountable = begun.accountable, period } = data;
    const now = {
      ...begun,
      written: { ...begun.written, ...writtenIn(data) },
      ...(accountable ? { accountable } : {}),
      ...(period ? { period: { ...begun.period, ...period, imported: event.imported === true } } : {}),
    };
    return { mandates: had ? mandates.map((one) => (one === had ? now : one)) : [...mandates, now] };
  }),
};

function writtenIn(data: MandateRecorded): Partial<Record<WrittenField, string>> {
  const found = Object.entries(WRITTEN).map(([field, name]) => [field, data[name]] as const);
  return Object.fromEntries(found.filter(([, text]) => text !== undefined));
}

export function mandatesOf(plan: Plan): MandateRecord[] {
  return factsOf({ key: 'mandate', nothing }, plan).mandates;
}

/** The mandate of the present attempt. */
export function mandateOf(plan: Plan): MandateRecord | undefined {
  return mandatesOf(plan).findLast((mandate) => stands(plan, mandate));
}
