// What is wrong with a template that has the right shape: names that lead nowhere, ways that end nowhere (INV-02, INV-04).
import { isLifecycleVerb } from './lifecycle-verbs.js';
import type { Params } from './refusal.js';
import { PLAN_ROLES } from './standard-roles.js';
import { askedBy, awaitedBy, withInner, type Asked } from './template-asked.js';
import { escalations } from './template-escalation.js';
import { guesses, type Guess } from './template-nearest.js';
import { outlineOf } from './template-outline.js';
import { placesOf } from './template-places.js';
import { unmeetable } from './template-unmeetable.js';
import { ways, type Report } from './template-ways.js';
import { ANCHORED, ESCALATION_WORDS, type Template, type Timing } from './template.js';
import { CHECK_IN_FORMS, type Vocabulary } from './vocabulary.js';

export interface TemplateFault {
  /** JSON pointer (RFC 6901) into the template. */
  pointer: string;
  code: string;
  /** With `near`, the known name that was likely meant, where one is. */
  params: Params;
}

/** Every fault at once, none that only follows from another; one pass over its stages, whatever their number. */
export function templateFaults(vocabulary: Vocabulary, template: Template): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const report: Report = (pointer, code, params = {}) => faults.push({ pointer, code, params });
  doubles(template, report);
  names(vocabulary, template, report);
  escalations(template, report);
  const outline = outlineOf(vocabulary, template);
  ways(template, outline, report);
  unmeetable(vocabulary, template, outline, report);
  return faults;
}

function doubles(template: Template, report: Report): void {
  const among = (list: { key: string }[], at: string, seen = new Map<string, string>()) =>
    list.forEach(({ key }, index) => {
      const pointer = `${at}/${index}/key`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, pointer);
      else report(pointer, 'duplicate-key', { key, first });
    });
  among(template.roles, '/roles');
  among(template.methods ?? [], '/methods');
  among(template.stages, '/stages');
  among(template.tracks ?? [], '/tracks');
  template.stages.forEach(({ criteria }, index) => among(criteria, `/stages/${index}/criteria`));
  for (const { at, list, reminders, checkIns } of placesOf(template)) {
    const seen = new Map<string, string>();
    among(reminders, `${at}/${list}`, seen);
    among(checkIns, `${at}/checkIns`, seen);
  }
}

/** Tells of a name that is not known, with the one that was likely meant. */
type Known = (name: string | undefined, at: string) => void;

function names(vocabulary: Vocabulary, template: Template, report: Report): void {
  const known = knownNames(vocabulary, template, report);
  const all = (list: string[] | undefined, at: string, one: Known) =>
    list?.forEach((name, index) => one(name, `${at}/${index}`));
  const asked = (one: Asked) => {
    knownCriterion(vocabulary, template, one, known);
    for (const { at, code, params, first } of vocabulary.criteria.get(one.kind)?.faults?.(one.given) ?? [])
      report(
        `${one.givenAt}${at}`,
        code,
        first === undefined ? params : { ...params, first: `${one.givenAt}${first}` },
      );
  };
  template.roles.forEach(({ as }, index) => known.standard(as, `/roles/${index}/as`));
  template.stages.forEach((stage, index) => {
    const at = `/stages/${index}`;
    known.role(stage.accountable, `${at}/accountable`);
    known.fork(stage.fork?.each, `${at}/fork/each`);
    all(stage.methods, `${at}/methods`, known.method);
    all(stage.next, `${at}/next`, known.stage);
    all(stage.returnsTo, `${at}/returnsTo`, known.stage);
    known.stage(stage.fork?.to, `${at}/fork/to`);
    known.stage(stage.cycle?.to, `${at}/cycle/to`);
    stage.criteria.forEach((criterion, nth) => {
      withInner(askedBy(criterion, `${at}/criteria/${nth}`)).forEach(asked);
      all(criterion.by, `${at}/criteria/${nth}/by`, known.role);
    });
  });
  known.stage(template.start, '/start');
  for (const { at, list, opens, reminders, checkIns } of placesOf(template)) {
    all(opens, `${at}/opens`, known.verb);
    reminders.forEach((one, index) => {
      const place = `${at}/${list}/${index}`;
      all(one.to, `${place}/to`, known.role);
      anchors(one.when, `${place}/when`, known);
      one.escalate?.forEach((step, nth) => all(step.to, `${place}/escalate/${nth}/to`, known.asked));
      awaitedBy(one, place).flatMap(withInner).forEach(asked);
    });
    checkIns.forEach(({ to, when, form }, index) => {
      const place = `${at}/checkIns/${index}`;
      all(to, `${place}/to`, known.role);
      anchors(when, `${place}/when`, known);
      known.form(form, `${place}/form`);
    });
  }
}

const FORMS = Object.keys(CHECK_IN_FORMS);

type Names = Record<
  'role' | 'asked' | 'standard' | 'fork' | 'method' | 'stage' | 'verb' | 'anchor' | 'form' | 'kind',
  Known
>;

function knownNames(vocabulary: Vocabulary, template: Template, report: Report): Names {
  const of = (all: Iterable<string>, code: string, called: string, more: Params = {}): Known => {
    const set = new Set(all);
    const guess: Guess = guesses(set);
    return (name, at) => {
      if (name === undefined || set.has(name)) return;
      const near = guess(name);
      report(at, code, { [called]: name, ...more, ...(near === undefined ? {} : { near }) });
    };
  };
  const keys = (list: { key: string }[] = []) => list.map(({ key }) => key);
  const verb = of(vocabulary.verbs.keys(), 'unknown-verb', 'verb');
  return {
    role: of(keys(template.roles), 'unknown-role', 'role'),
    asked: of([...ESCALATION_WORDS, ...keys(template.roles)], 'unknown-role', 'role'),
    standard: of(PLAN_ROLES, 'unknown-standard-role', 'role'),
    fork: of(vocabulary.forks.keys(), 'unknown-fork', 'each'),
    method: of(keys(template.methods), 'unknown-method', 'method'),
    stage: of(keys(template.stages), 'unknown-stage', 'stage'),
    verb: (name = '', at) => (isLifecycleVerb(name) ? report(at, 'lifecycle-verb', { verb: name }) : verb(name, at)),
    anchor: of(vocabulary.anchors.keys(), 'unknown-anchor', 'anchor'),
    form: of(FORMS, 'unknown-form', 'form', { choices: FORMS.join(', ') }),
    kind: of(vocabulary.criteria.keys(), 'unknown-criterion', 'kind'),
  };
}

/** Of an initiative the plans below may go by other templates, so that their stages are not known here. */
function knownCriterion(
  vocabulary: Vocabulary,
  template: Template,
  { kind, kindAt, given, givenAt }: Asked,
  known: Names,
): void {
  known.kind(kind, kindAt);
  const { anchor, stage } = given;
  if (kind === 'day-reached' && typeof anchor === 'string') known.anchor(anchor, `${givenAt}/anchor`);
  if (kind === 'plans-in-stage' && typeof stage === 'string' && template.kind !== 'initiative')
    known.stage(stage, `${givenAt}/stage`);
  for (const name of vocabulary.criteria.get(kind)?.rolesIn ?? []) {
    const list = given[name];
    if (Array.isArray(list))
      list.forEach((role, index) => typeof role === 'string' && known.role(role, `${givenAt}/${name}/${index}`));
  }
}

function anchors(when: Timing, at: string, known: Names): void {
  for (const way of ANCHORED) known.anchor((when as Partial<Record<typeof way, string>>)[way], `${at}/${way}`);
  if ('vacant' in when) known.role(when.vacant, `${at}/vacant`);
}
