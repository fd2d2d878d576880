// What is wrong with a template that has the right shape: names that lead nowhere, ways that end nowhere (INV-02, INV-04).
import { isLifecycleVerb } from './lifecycle-verbs.js';
import type { Params } from './refusal.js';
import {
  isEnd,
  startStageOf,
  type CheckIn,
  type Criterion,
  type Reminder,
  type Stage,
  type Template,
  type Timing,
} from './template.js';
import { CHECK_IN_FORMS, type Vocabulary } from './vocabulary.js';

export interface TemplateFault {
  /** JSON pointer (RFC 6901) into the template. */
  pointer: string;
  code: string;
  params: Params;
}

type Report = (pointer: string, code: string, params?: Params) => void;

/** Every fault at once, in the order of the template; one pass over its stages, whatever their number. */
export function templateFaults(vocabulary: Vocabulary, template: Template): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const report: Report = (pointer, code, params = {}) => faults.push({ pointer, code, params });
  doubles(template, report);
  names(vocabulary, template, report);
  const unknown = unknownStages(template, report);
  ways(template, unknown, report);
  unmeetable(vocabulary, template, report);
  return faults;
}

/** A stage or a track, where it stands, and what it opens. */
function placesOf(template: Template): { at: string; opens: string[]; reminders: Reminder[]; checkIns: CheckIn[] }[] {
  const listed = (of: Pick<Stage, 'opens' | 'reminders' | 'checkIns'>[], list: string) =>
    of.map(({ opens, reminders = [], checkIns = [] }, index) => ({
      at: `/${list}/${index}`,
      opens,
      reminders,
      checkIns,
    }));
  const { reminders = [], checkIns = [] } = template.rules ?? {};
  const whole = { at: '/rules', opens: [], reminders, checkIns };
  return [...listed(template.stages, 'stages'), ...listed(template.tracks ?? [], 'tracks'), whole];
}

function doubles(template: Template, report: Report): void {
  const among = (list: { key: string }[], at: string, seen = new Set<string>()) =>
    list.forEach(({ key }, index) => {
      if (seen.has(key)) report(`${at}/${index}/key`, 'duplicate-key', { key });
      seen.add(key);
    });
  among(template.roles, '/roles');
  among(template.stages, '/stages');
  among(template.tracks ?? [], '/tracks');
  template.stages.forEach(({ criteria }, index) => among(criteria, `/stages/${index}/criteria`));
  among(template.rules?.whilePaused ?? [], '/rules/whilePaused');
  for (const { at, reminders, checkIns } of placesOf(template)) {
    const seen = new Set<string>();
    among(reminders, `${at}/reminders`, seen);
    among(checkIns, `${at}/checkIns`, seen);
  }
}

function names(vocabulary: Vocabulary, template: Template, report: Report): void {
  const roles = new Set(template.roles.map(({ key }) => key));
  const knownRoles = (list: string[], at: string) =>
    list.forEach((role, index) => roles.has(role) || report(`${at}/${index}`, 'unknown-role', { role }));
  const reminder = (one: Reminder, at: string) => {
    knownRoles(one.to, `${at}/to`);
    anchor(vocabulary, one.when, `${at}/when`, report);
    if (one.until !== undefined && !vocabulary.criteria.has(one.until))
      report(`${at}/until`, 'unknown-criterion', { kind: one.until });
  };
  template.stages.forEach((stage, index) => {
    const at = `/stages/${index}`;
    if (stage.accountable !== undefined && !roles.has(stage.accountable))
      report(`${at}/accountable`, 'unknown-role', { role: stage.accountable });
    if (stage.fork?.each !== undefined && !vocabulary.forks.has(stage.fork.each))
      report(`${at}/fork/each`, 'unknown-fork', { each: stage.fork.each });
    stage.criteria.forEach(({ kind, by = [] }, nth) => {
      if (!vocabulary.criteria.has(kind)) report(`${at}/criteria/${nth}/kind`, 'unknown-criterion', { kind });
      knownRoles(by, `${at}/criteria/${nth}/by`);
    });
  });
  for (const { at, opens, reminders, checkIns } of placesOf(template)) {
    opens.forEach((verb, index) => knownVerb(vocabulary, verb, `${at}/opens/${index}`, report));
    reminders.forEach((one, index) => reminder(one, `${at}/reminders/${index}`));
    checkIns.forEach((one, index) => {
      knownRoles(one.to, `${at}/checkIns/${index}/to`);
      anchor(vocabulary, one.when, `${at}/checkIns/${index}/when`, report);
      if (!Object.hasOwn(CHECK_IN_FORMS, one.form))
        report(`${at}/checkIns/${index}/form`, 'unknown-form', { form: one.form });
    });
  }
  template.rules?.whilePaused?.forEach((one, index) => reminder(one, `/rules/whilePaused/${index}`));
}

function knownVerb(vocabulary: Vocabulary, verb: string, at: string, report: Report): void {
  if (isLifecycleVerb(verb)) report(at, 'lifecycle-verb', { verb });
  else if (!vocabulary.verbs.has(verb)) report(at, 'unknown-verb', { verb });
}

function anchor(vocabulary: Vocabulary, when: Timing, at: string, report: Report): void {
  for (const way of ['on', 'after', 'before'] as const) {
    const name = (when as Partial<Record<typeof way, string>>)[way];
    if (name !== undefined && !vocabulary.anchors.has(name)) report(`${at}/${way}`, 'unknown-anchor', { anchor: name });
  }
}

/** @returns whether any name of a stage leads nowhere. */
function unknownStages({ stages, start }: Template, report: Report): boolean {
  const known = new Set(stages.map(({ key }) => key));
  let found = false;
  const check = (stage: string | undefined, at: string) => {
    if (stage === undefined || known.has(stage)) return;
    found = true;
    report(at, 'unknown-stage', { stage });
  };
  check(start, '/start');
  stages.forEach(({ next, returnsTo = [], fork }, index) => {
    next.forEach((stage, nth) => check(stage, `/stages/${index}/next/${nth}`));
    returnsTo.forEach((stage, nth) => check(stage, `/stages/${index}/returnsTo/${nth}`));
    check(fork?.to, `/stages/${index}/fork/to`);
  });
  return found;
}

/** @param unknown a name led nowhere: then only the stages that nothing leads to are told, not all that lie behind them. */
function ways(template: Template, unknown: boolean, report: Report): void {
  const { stages } = template;
  const onward = (stage: Stage) => [...stage.next, ...(stage.fork ? [stage.fork.to] : [])];
  const anyWay = (stage: Stage) => [...onward(stage), ...(stage.returnsTo ?? [])];
  const reached = closure(stages, anyWay, [startStageOf(template)]);
  const named = new Set(stages.flatMap((stage) => anyWay(stage).filter((key) => key !== stage.key)));
  const out = closure(
    stages,
    backwards(stages, anyWay),
    stages.filter(isEnd).map(({ key }) => key),
  );
  stages.forEach((stage, index) => {
    if (!reached.has(stage.key) && (!unknown || !named.has(stage.key)))
      report(`/stages/${index}`, 'unreachable-stage', { stage: stage.key });
    if (!out.has(stage.key) && !unknown) report(`/stages/${index}`, 'no-way-out', { stage: stage.key });
    if (stage.optional && stage.next.length === 0)
      report(`/stages/${index}/optional`, 'optional-last-stage', { stage: stage.key });
  });
}

/** Every stage that can be come to from these, themselves included. */
function closure(stages: Stage[], ways: (stage: Stage) => string[], from: string[]): Set<string> {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const seen = new Set<string>();
  const ahead = [...from];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    const stage = byKey.get(key);
    if (!stage || seen.has(key)) continue;
    seen.add(key);
    for (const next of ways(stage)) ahead.push(next);
  }
  return seen;
}

function backwards(stages: Stage[], ways: (stage: Stage) => string[]): (stage: Stage) => string[] {
  const into = new Map<string, string[]>();
  for (const stage of stages)
    for (const key of ways(stage)) {
      const before = into.get(key);
      if (before) before.push(stage.key);
      else into.set(key, [stage.key]);
    }
  return (stage) => into.get(stage.key) ?? [];
}

/** A criterion whose verbs are open neither here, nor on the way here, nor on a track, holds the plan for ever. */
function unmeetable(vocabulary: Vocabulary, template: Template, report: Report): void {
  const { stages, tracks = [] } = template;
  const always = new Set(tracks.flatMap((track) => track.opens));
  const onward = (stage: Stage) => [...stage.next, ...(stage.fork ? [stage.fork.to] : [])];
  const suppliedIn = new Map<string, Set<string> | 'always'>();
  const supplied = (kind: string): Set<string> | 'always' => {
    const verbs = vocabulary.criteria.get(kind)?.suppliedBy ?? [];
    if (verbs.length === 0 || verbs.some((verb) => always.has(verb))) return 'always';
    const sources = stages.filter((stage) => verbs.some((verb) => stage.opens.includes(verb)));
    return closure(
      stages,
      onward,
      sources.map(({ key }) => key),
    );
  };
  const meetable = (stage: Stage, { kind }: Criterion) => {
    const where = suppliedIn.get(kind) ?? supplied(kind);
    suppliedIn.set(kind, where);
    return where === 'always' || where.has(stage.key);
  };
  stages.forEach((stage, index) =>
    stage.criteria.forEach((criterion, nth) => {
      if (meetable(stage, criterion)) return;
      const verbs = vocabulary.criteria.get(criterion.kind)?.suppliedBy.join(', ') ?? '';
      report(`/stages/${index}/criteria/${nth}`, 'criterion-unmeetable', { criterion: criterion.key, verbs });
    }),
  );
}
