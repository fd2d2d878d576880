// What is wrong with a template that has the right shape: names that lead nowhere, ways that end nowhere (INV-02, INV-04).
import { isLifecycleVerb } from './lifecycle-verbs.js';
import type { Params } from './refusal.js';
import type { CheckIn, Reminder, Stage, Template, Timing } from './template.js';
import { askedBy, awaitedBy, withInner, type Asked } from './template-asked.js';
import { unmeetable } from './template-unmeetable.js';
import { ways, type Report } from './template-ways.js';
import { CHECK_IN_FORMS, type Vocabulary } from './vocabulary.js';

export interface TemplateFault {
  /** JSON pointer (RFC 6901) into the template. */
  pointer: string;
  code: string;
  params: Params;
}

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
  among(template.methods ?? [], '/methods');
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
  const methods = new Set(template.methods?.map(({ key }) => key));
  const knownRoles = (list: string[], at: string) =>
    list.forEach((role, index) => roles.has(role) || report(`${at}/${index}`, 'unknown-role', { role }));
  const known = (asked: Asked) => knownCriterion(vocabulary, template, asked, report);
  const reminder = (one: Reminder, at: string) => {
    knownRoles(one.to, `${at}/to`);
    anchor(vocabulary, one.when, `${at}/when`, report);
    awaitedBy(one, at).flatMap(withInner).forEach(known);
  };
  template.stages.forEach((stage, index) => {
    const at = `/stages/${index}`;
    if (stage.accountable !== undefined && !roles.has(stage.accountable))
      report(`${at}/accountable`, 'unknown-role', { role: stage.accountable });
    if (stage.fork?.each !== undefined && !vocabulary.forks.has(stage.fork.each))
      report(`${at}/fork/each`, 'unknown-fork', { each: stage.fork.each });
    stage.methods?.forEach(
      (method, nth) => methods.has(method) || report(`${at}/methods/${nth}`, 'unknown-method', { method }),
    );
    stage.criteria.forEach((criterion, nth) => {
      withInner(askedBy(criterion, `${at}/criteria/${nth}`)).forEach(known);
      knownRoles(criterion.by ?? [], `${at}/criteria/${nth}/by`);
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

/** Of an initiative the plans below may go by other templates, so that their stages are not known here. */
function knownCriterion(vocabulary: Vocabulary, template: Template, asked: Asked, report: Report): void {
  const { kind, kindAt, given, givenAt } = asked;
  const { anchor: day, stage } = given;
  if (!vocabulary.criteria.has(kind)) report(kindAt, 'unknown-criterion', { kind });
  if (kind === 'day-reached' && typeof day === 'string' && !vocabulary.anchors.has(day))
    report(`${givenAt}/anchor`, 'unknown-anchor', { anchor: day });
  if (kind !== 'plans-in-stage' || typeof stage !== 'string' || template.kind === 'initiative') return;
  if (!template.stages.some(({ key }) => key === stage)) report(`${givenAt}/stage`, 'unknown-stage', { stage });
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
  stages.forEach(({ next, returnsTo = [], fork, cycle }, index) => {
    next.forEach((stage, nth) => check(stage, `/stages/${index}/next/${nth}`));
    returnsTo.forEach((stage, nth) => check(stage, `/stages/${index}/returnsTo/${nth}`));
    check(fork?.to, `/stages/${index}/fork/to`);
    check(cycle?.to, `/stages/${index}/cycle/to`);
  });
  return found;
}
