// Two versions of a template, or two templates, held against each other: what has changed, in words, stage by stage.
import type { Label, Stage, Template } from '#libs/lifecycle';
import { wholeTemplate } from '../whole-template.js';
import { change, joined, sameText, type Change } from './change.js';
import { compared, movedKeys } from './keyed.js';
import { namesOf, type Names } from './places.js';
import { stageChanges } from './stage-changes.js';
import { wholeChanges } from './whole-changes.js';

export interface ChangedPart {
  /** The key of the stage, by the later version; null for what belongs to no stage. */
  stage: string | null;
  name: Label | null;
  changes: Change[];
}

export interface TemplateDiff {
  from: { key: string; version: number };
  to: { key: string; version: number };
  /** What belongs to no stage first, then the stages in the order of the later version, then those that are gone. */
  parts: ChangedPart[];
}

/** @param from without faults, as `to`. Parts in which nothing changed are left out. */
export function diffTemplates(from: Template, to: Template): TemplateDiff {
  const after = wholeTemplate(to);
  const keys = newKeys(from.stages, to.stages);
  const before = withKeys(wholeTemplate(from), keys);
  const names = namesOf(before, after);
  const whole = { stage: null, name: null, changes: wholeChanges(names, before, after) };
  const parts = [whole, ...stageParts(names, before.stages, after.stages, keys)];
  return { from: named(from), to: named(to), parts: parts.filter(({ changes }) => changes.length > 0) };
}

const named = ({ key, version }: Template) => ({ key, version });

/** Stages that go by another key but by the same name: the old key, then the new. */
function newKeys(from: Stage[], to: Stage[]): Map<string, string> {
  const { added, removed } = compared(from, to);
  const called = (list: Stage[], name: Label) => list.filter((one) => sameText(one.name, name));
  const pairs = removed.flatMap(({ key, name }) => {
    const [same, ...more] = called(added, name);
    return same && more.length === 0 && called(removed, name).length === 1 ? [[key, same.key] as const] : [];
  });
  return new Map(pairs);
}

function withKeys(template: Template, keys: Map<string, string>): Template {
  const now = (key: string) => keys.get(key) ?? key;
  const stages = template.stages.map((stage) => ({
    ...stage,
    key: now(stage.key),
    next: stage.next.map(now),
    ...(stage.returnsTo ? { returnsTo: stage.returnsTo.map(now) } : {}),
    ...(stage.fork ? { fork: { ...stage.fork, to: now(stage.fork.to) } } : {}),
    ...(stage.cycle ? { cycle: { to: now(stage.cycle.to) } } : {}),
  }));
  return { ...template, stages, ...(template.start === undefined ? {} : { start: now(template.start) }) };
}

function stageParts(names: Names, from: Stage[], to: Stage[], keys: Map<string, string>): ChangedPart[] {
  const { removed, kept } = compared(from, to);
  const before = new Map(kept.map(([was]) => [was.key, was]));
  const stayed = from.filter(({ key }) => before.has(key)).map(({ key }) => key);
  const moved = new Set(
    movedKeys(
      stayed,
      kept.map(([, { key }]) => key),
    ),
  );
  const old = new Map([...keys].map(([was, now]) => [now, was]));
  const parts = to.map((stage, index): ChangedPart => {
    const was = before.get(stage.key);
    const place = placeOf(to[index - 1]);
    const rekeyed = old.get(stage.key);
    const changes = was
      ? [
          ...(rekeyed === undefined ? [] : [change('stage-key-changed', { from: rekeyed, to: stage.key })]),
          ...(moved.has(stage.key) ? [change('stage-moved', { stage, place })] : []),
          ...stageChanges(names, was, stage),
        ]
      : [change('stage-added', { stage, place, criteria: asks(stage) })];
    return { stage: stage.key, name: stage.name, changes };
  });
  const gone = removed.map((stage) => ({
    stage: stage.key,
    name: stage.name,
    changes: [change('stage-removed', { stage, lost: lostWith(stage) })],
  }));
  return [...parts, ...gone];
}

function placeOf(before: Stage | undefined): Label {
  if (!before) return { sv: 'först', en: 'first' };
  return { sv: `efter ”${before.name.sv}”`, en: `after "${before.name.en}"` };
}

function asks({ criteria }: Stage): Label {
  if (criteria.length === 0) return { sv: 'inget', en: 'nothing' };
  return joined(
    criteria.map(({ name }) => name),
    ', ',
  );
}

/** «, with its 2 criteria and 1 reminder»: what goes along with a stage. */
function lostWith({ criteria, reminders = [], checkIns = [] }: Stage): Label {
  const parts = [
    counted(criteria.length, { sv: 'villkor', en: 'criterion' }, { sv: 'villkor', en: 'criteria' }),
    counted(reminders.length, { sv: 'påminnelse', en: 'reminder' }, { sv: 'påminnelser', en: 'reminders' }),
    counted(checkIns.length, { sv: 'avstämning', en: 'check-in' }, { sv: 'avstämningar', en: 'check-ins' }),
  ].flat();
  if (parts.length === 0) return { sv: '', en: '' };
  const and = parts.length > 1 ? [joined(parts.slice(-2), { sv: ' och ', en: ' and ' })] : parts.slice(-1);
  return joined([{ sv: ', med ', en: ', with its ' }, joined([...parts.slice(0, -2), ...and], ', ')], '');
}

function counted(count: number, one: Label, many: Label): Label[] {
  const { sv, en } = count === 1 ? one : many;
  return count === 0 ? [] : [{ sv: `${count} ${sv}`, en: `${count} ${en}` }];
}
