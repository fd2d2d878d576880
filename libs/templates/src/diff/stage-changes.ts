// What has become of one stage that is in both versions.
import type { Criterion, Label, Stage } from '#libs/lifecycle';
import { same } from '../same.js';
import { change, sameText, type Change, type ChangeCode } from './change.js';
import { difference, together } from './difference.js';
import { compared, comparedTexts } from './keyed.js';
import { differences, kindInWords } from './parameter-words.js';
import type { Names } from './places.js';
import { ruleChanges } from './rule-changes.js';

const KIND = { sv: 'slag', en: 'kind' };
const BY = { sv: 'av', en: 'by' };
const FORK_PARTS: Record<string, Label> = {
  to: { sv: 'börjar i', en: 'begins at' },
  each: { sv: 'en för varje', en: 'one for each' },
  as: { sv: 'slag', en: 'kind' },
  join: { sv: 'väntas in', en: 'waited for' },
};

const MADE = { plan: { sv: 'planer', en: 'plans' }, case: { sv: 'case', en: 'cases' } };

export function stageChanges(names: Names, from: Stage, to: Stage): Change[] {
  return [
    ...(sameText(from.name, to.name) ? [] : [change('stage-renamed', { stage: to.key, from: from.name, to: to.name })]),
    ...(sameText(from.purpose, to.purpose) ? [] : [change('purpose-changed')]),
    ...turned(from.optional, to.optional, 'optional-now', 'optional-no-more'),
    ...accountable(names, from, to),
    ...listed(from.opens, to.opens, 'opens-added', 'opens-removed', (verb) => ({ verb: names.verb(verb) })),
    ...criterionChanges(names, from.criteria, to.criteria),
    ...listed(from.next, to.next, 'way-added', 'way-removed', (key) => ({ to: names.stage(key) })),
    ...listed(from.returnsTo, to.returnsTo, 'way-back-added', 'way-back-removed', (key) => ({ to: names.stage(key) })),
    ...forkChanges(names, from, to),
    ...cycleChanges(names, from, to),
    ...turned(from.restart, to.restart, 'restart-allowed', 'restart-removed'),
    ...turned(from.end, to.end, 'end-added', 'end-removed'),
    ...listed(from.methods, to.methods, 'method-linked', 'method-unlinked', (key) => ({ method: names.method(key) })),
    ...ruleChanges(names, from, to),
  ];
}

function turned(from = false, to = false, on: ChangeCode, off: ChangeCode): Change[] {
  return from === to ? [] : [change(to ? on : off)];
}

function accountable(names: Names, from: Stage, to: Stage): Change[] {
  if (from.accountable === to.accountable) return [];
  const role = (key: string | undefined) => (key === undefined ? '–' : names.role(key));
  return [change('accountable-changed', { from: role(from.accountable), to: role(to.accountable) })];
}

/** @param told what a change concerns, for each name. */
export function listed(
  from: string[] | undefined,
  to: string[] | undefined,
  on: ChangeCode,
  off: ChangeCode,
  told: (name: string) => Parameters<typeof change>[1],
): Change[] {
  const { added, removed } = comparedTexts(from, to);
  return [...added.map((one) => change(on, told(one))), ...removed.map((one) => change(off, told(one)))];
}

function criterionChanges(names: Names, from: Criterion[], to: Criterion[]): Change[] {
  const { added, removed, kept } = compared(from, to);
  return [
    ...added.map((criterion) => change('criterion-added', { criterion, kind: criterion.kind })),
    ...removed.map((criterion) => change('criterion-removed', { criterion, kind: criterion.kind })),
    ...kept.flatMap(([was, is]) => {
      const what = together([
        difference(KIND, was.kind, is.kind, kindInWords),
        ...differences(names, was.with, is.with),
        difference(BY, was.by, is.by, (keys: string[]) => names.roles(keys)),
      ]);
      return [
        ...(sameText(was.name, is.name)
          ? []
          : [change('criterion-renamed', { criterion: is.key, from: was.name, to: is.name })]),
        ...(what ? [change('criterion-changed', { criterion: is, what })] : []),
      ];
    }),
  ];
}

function forkChanges(names: Names, { fork: from }: Stage, { fork: to }: Stage): Change[] {
  if (same(from, to)) return [];
  if (!to) return [change('fork-removed', { made: MADE[from?.as ?? 'plan'] })];
  const made = MADE[to.as ?? 'plan'];
  if (!from) return [change('fork-added', { to: names.stage(to.to), made })];
  const parts = Object.entries(FORK_PARTS).map(([part, word]) =>
    difference(word, from[part as keyof typeof from], to[part as keyof typeof to]),
  );
  return [change('fork-changed', { made, what: together(parts) ?? '' })];
}

function cycleChanges(names: Names, { cycle: from }: Stage, { cycle: to }: Stage): Change[] {
  if (from?.to === to?.to) return [];
  if (!to) return [change('cycle-removed')];
  if (!from) return [change('cycle-added', { to: names.stage(to.to) })];
  return [change('cycle-changed', { from: names.stage(from.to), to: names.stage(to.to) })];
}
