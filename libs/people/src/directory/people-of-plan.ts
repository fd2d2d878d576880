// Who holds what in a plan, as a reader sees it.
import { holdingsOf, isHeldOn, type Day, type Holding, type Plan, type Template } from '#libs/lifecycle';
import type { Language } from '#libs/platform';
import type { Names } from './names.js';
import { roleNameIn } from './role-name.js';

/** What the words of a view are made with. */
export interface Telling {
  template: Template;
  language: Language;
  names: Names;
  /** The plan's prose by key. */
  texts: ReadonlyMap<string, string | null>;
  /** Today, in Stockholm. */
  day: Day;
}

/** Those that are held, will be, or wait to be handed over; all there ever were when asked for. */
export function holdingsToTell(plan: Plan, day: Day, all: boolean): Holding[] {
  return holdingsOf(plan).filter((one) => all || one.handOver || isHeldOn(one, day) || isAhead(one, day));
}

function isAhead({ from, ended }: Holding, day: Day): boolean {
  return from > day && !ended;
}

export function personsIn(holdings: Holding[]): (string | undefined)[] {
  return holdings.flatMap(({ person, deputy, handOver }) => [person, deputy, handOver?.to]);
}

export function holdingView(holding: Holding, { template, language, names, texts, day }: Telling) {
  const { key, role, person, organisation, from, handOver, ended } = holding;
  return {
    holding: key,
    role,
    roleName: roleNameIn(template, role, language),
    person: names.of(person),
    organisation,
    workgroup: holding.workgroup ?? null,
    from,
    until: holding.until ?? null,
    held: isHeldOn(holding, day),
    deputy: names.orNull(holding.deputy),
    share: holding.share ?? null,
    mandate: textOf(holding.mandateText, texts),
    endedAt: ended?.at ?? null,
    successor: ended?.successor ?? null,
    handOver: handOver ? handOverView(handOver, names, texts) : null,
  };
}

function handOverView(handOver: NonNullable<Holding['handOver']>, names: Names, texts: Telling['texts']) {
  const { to, organisation, at, whyText, contactsText } = handOver;
  return {
    to: names.orNull(to),
    organisation,
    at,
    why: textOf(whyText, texts),
    contacts: textOf(contactsText, texts),
  };
}

/** Null when nothing was written, and when it has been struck out. */
export function textOf(key: string | undefined, texts: Telling['texts']): string | null {
  return key === undefined ? null : (texts.get(key) ?? null);
}
