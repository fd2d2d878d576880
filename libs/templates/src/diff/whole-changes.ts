// What has become of what belongs to no stage: names, roles, method cards, tracks, rules for the whole plan.
import { isStandardRole, STANDARD_ROLES, type Label, type Role, type Template, type Track } from '#libs/lifecycle';
import { change, sameText, type Change } from './change.js';
import { difference, together } from './difference.js';
import { compared } from './keyed.js';
import type { Names } from './places.js';
import { ruleChanges } from './rule-changes.js';
import { listed } from './stage-changes.js';

type MethodCard = NonNullable<Template['methods']>[number];

const startOf = ({ start, stages }: Template): string => start ?? stages[0]?.key ?? '';

export function wholeChanges(names: Names, from: Template, to: Template): Change[] {
  const [first, now] = [startOf(from), startOf(to)];
  const [kind, kindNow] = [from.kind ?? 'plan', to.kind ?? 'plan'];
  return [
    ...(sameText(from.name, to.name) ? [] : [change('template-renamed', { from: from.name, to: to.name })]),
    ...(sameText(from.summary, to.summary) ? [] : [change('summary-changed')]),
    ...(kind === kindNow ? [] : [change('kind-changed', { from: kind, to: kindNow })]),
    ...(first === now ? [] : [change('start-changed', { from: names.stage(first), to: names.stage(now) })]),
    ...roleChanges(from.roles, to.roles),
    ...methodChanges(from.methods, to.methods),
    ...trackChanges(names, from.tracks, to.tracks),
    ...ruleChanges(names, from.rules ?? {}, to.rules ?? {}, { sv: ' för hela planen', en: ' for the whole plan' }),
    ...ruleChanges(
      names,
      { reminders: from.rules?.whilePaused ?? [] },
      { reminders: to.rules?.whilePaused ?? [] },
      { sv: ' under en paus', en: ' during a pause' },
    ),
  ];
}

function roleChanges(from: Role[], to: Role[]): Change[] {
  const { added, removed, kept } = compared(from, to);
  return [
    ...added.map((role) => change('role-added', { role })),
    ...removed.map((role) => change('role-removed', { role })),
    ...kept.flatMap(([was, role]) => [
      ...(sameText(was.name, role.name)
        ? []
        : [change('role-renamed', { role: role.key, from: was.name, to: role.name })]),
      ...((was.required ?? false) === (role.required ?? false)
        ? []
        : [change(role.required ? 'role-required' : 'role-not-required', { role })]),
      ...(was.as === role.as ? [] : [change('role-as-changed', { role, from: standard(was), to: standard(role) })]),
    ]),
  ];
}

function standard({ as }: Role): Label {
  return as !== undefined && isStandardRole(as) ? STANDARD_ROLES[as] : { sv: 'inget sagt', en: 'nothing said' };
}

const PARTS = {
  name: { sv: 'namn', en: 'name' },
  level: { sv: 'nivå', en: 'level' },
  summary: { sv: 'sammanfattning', en: 'summary' },
  link: { sv: 'länk', en: 'link' },
};

function methodChanges(from: MethodCard[] = [], to: MethodCard[] = []): Change[] {
  const { added, removed, kept } = compared(from, to);
  return [
    ...added.map((method) => change('method-added', { method })),
    ...removed.map((method) => change('method-removed', { method })),
    ...kept.flatMap(([was, method]) => {
      const what = together([
        difference(PARTS.name, was.name, method.name, (name: MethodCard['name']) => name),
        difference(PARTS.level, was.level, method.level),
        difference(PARTS.summary, was.summary, method.summary, (text: MethodCard['summary']) => text),
        difference(PARTS.link, was.link, method.link),
      ]);
      return what ? [change('method-changed', { method, what })] : [];
    }),
  ];
}

function trackChanges(names: Names, from: Track[] = [], to: Track[] = []): Change[] {
  const { added, removed, kept } = compared(from, to);
  return [
    ...added.map((track) => change('track-added', { track })),
    ...removed.map((track) => change('track-removed', { track })),
    ...kept.flatMap(([was, track]) => [
      ...(sameText(was.name, track.name)
        ? []
        : [change('track-renamed', { track: track.key, from: was.name, to: track.name })]),
      ...listed(was.opens, track.opens, 'track-opens-added', 'track-opens-removed', (verb) => ({
        track,
        verb: names.verb(verb),
      })),
      ...ruleChanges(names, was, track, { sv: ` på spåret ${track.name.sv}`, en: ` on the track ${track.name.en}` }),
    ]),
  ];
}
