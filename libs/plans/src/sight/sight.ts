// What of a plan its reader sees: what the policy shows, without what others keep to themselves and without plans it may not see.
import {
  isKeptFrom,
  keptTexts,
  namesAny,
  seenBy,
  vocabulary,
  withoutRecords,
  type Missing,
  type Plan,
  type PlanEvent,
} from '#libs/lifecycle';
import assert from 'node:assert/strict';
import type { View } from '../access.js';
import { withoutUnseen } from './other-plans.js';

/** A plan's prose by key; null where it has been struck out. */
export type Texts = ReadonlyMap<string, string | null>;

/** What a sight is made of. */
export interface Seeing {
  view: View;
  /** Ids that the reader's own events carry; none when nobody in particular reads. */
  ids: readonly string[];
  /** The plan as it is now, whenever it is that is looked at; null when only events are. */
  now: Plan | null;
  /** Plans over and under it that the reader may not see. */
  unseen: ReadonlySet<string>;
  /** Records that are closed to the reader by a confidentiality mark; none when absent. */
  closed?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export const ALL: View = { records: () => true, event: () => true };

/** Whose words a code is. */
const CAPABILITY_OF = new Map(
  vocabulary.capabilities.flatMap(({ key, words }) => Object.keys(words).map((code) => [code, key] as const)),
);

const UNTOLD = { id: '00000000-0000-0000-0000-000000000000', title: '…' };

export class Sight {
  /** Of one who sees every plan and all of it, but for what people keep to themselves. */
  static ofAll(plan: Plan): Sight {
    return new Sight({ view: ALL, ids: [], now: plan, unseen: new Set() });
  }

  private readonly kept: ReadonlySet<string>;

  constructor(private readonly seeing: Seeing) {
    this.kept = new Set(seeing.now ? keptTexts(seeing.now, seeing.ids) : []);
  }

  /** Whether what the capability has recorded is shown. */
  records(capability: string): boolean {
    return this.seeing.view.records(capability);
  }

  /** The event as its reader sees it, or null. @param mends of a repair: the events that it mends */
  event(event: PlanEvent, mends: readonly PlanEvent[] = []): PlanEvent | null {
    const { view, ids, unseen, closed = NONE } = this.seeing;
    const hidden = [event, ...mends].some(
      (one) => isKeptFrom(one, ids) || !view.event(one) || namesAny(one.data, closed),
    );
    if (hidden) return null;
    return withoutUnseen(event, unseen, (capability) => view.records(capability));
  }

  /** The plan as it stands or stood, as its reader may read of it. What is reckoned from it is reckoned from the whole. */
  plan(plan: Plan): Plan {
    const { ids, unseen, view, closed = NONE } = this.seeing;
    const { parent, ...seen } = seenBy(plan, ids);
    const open = Object.entries(seen.facts).filter(([key]) => view.records(key));
    const facts = withoutRecords(Object.fromEntries(open), closed);
    const children = seen.children.filter(({ id }) => !unseen.has(id));
    return { ...seen, ...(parent === undefined || unseen.has(parent) ? {} : { parent }), children, facts };
  }

  /** The plan for what is said of it in words, in which no plan is told by title or id that the reader may not see. */
  nameless(plan: Plan): Plan {
    const { unseen } = this.seeing;
    if (unseen.size === 0) return plan;
    const told = plan.children.map((child) => (unseen.has(child.id) ? { ...child, ...UNTOLD } : child));
    return { ...plan, children: told };
  }

  /** What is missing, but for what would tell of records that are not shown. */
  missing(missing: Missing[]): Missing[] {
    return missing.filter(({ code }) => {
      const of = CAPABILITY_OF.get(code);
      return of === undefined || this.records(of);
    });
  }

  /** Without those that others keep to themselves, wherever they are named. */
  texts(texts: Texts): Texts {
    assert(this.seeing.now, 'whoever looks at events alone reads no texts');
    if (this.kept.size === 0) return texts;
    return new Map([...texts].filter(([key]) => !this.kept.has(key)));
  }
}
