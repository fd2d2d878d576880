// What can be read of a template that may be broken: its parts at their places, so that names and ways are checked all the same.
import type {
  CheckIn,
  Criterion,
  Escalation,
  Label,
  Reminder,
  Role,
  Stage,
  Template,
  Timing,
  Track,
} from '#libs/lifecycle';

type Fields = Record<string, unknown>;

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const list = <Item>(value: unknown, read: (item: Fields) => Item): Item[] =>
  Array.isArray(value) ? value.map((item) => read(fields(item))) : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
const unnamed: Label = { sv: '', en: '' };
/** Leaves out what is not there or no text. */
const perhaps = <Name extends string>(from: Fields, name: Name): Partial<Record<Name, string>> =>
  (typeof from[name] === 'string' ? { [name]: from[name] } : {}) as Partial<Record<Name, string>>;

export function readable(candidate: unknown): Template {
  const { key, kind, roles, methods, stages, tracks, rules, ...rest } = fields(candidate);
  const whole = fields(rules);
  return {
    key: text(key),
    version: 1,
    name: unnamed,
    ...perhaps(rest, 'start'),
    ...(kind === 'initiative' ? { kind } : {}),
    methods: list(methods, (method) => ({
      key: text(method['key']),
      name: unnamed,
      level: 'operative' as const,
      summary: unnamed,
    })),
    roles: list(roles, (role): Role => ({ key: text(role['key']), name: unnamed, ...perhaps(role, 'as') })),
    stages: list(stages, stage),
    tracks: list(tracks, (track): Track => ({
      key: text(track['key']),
      name: unnamed,
      opens: texts(track['opens']),
      ...rulesOf(track),
    })),
    rules: { ...rulesOf(whole), whilePaused: list(whole['whilePaused'], reminder) },
  };
}

function stage(from: Fields): Stage {
  const fork = fields(from['fork']);
  const cycle = fields(from['cycle']);
  return {
    key: text(from['key']),
    name: unnamed,
    ...perhaps(from, 'accountable'),
    optional: from['optional'] === true,
    end: from['end'] === true,
    opens: texts(from['opens']),
    criteria: list(from['criteria'], criterion),
    next: texts(from['next']),
    returnsTo: texts(from['returnsTo']),
    methods: texts(from['methods']),
    ...(typeof fork['to'] === 'string'
      ? { fork: { to: fork['to'], ...perhaps(fork, 'each'), join: fork['join'] === true } }
      : {}),
    ...(typeof cycle['to'] === 'string' ? { cycle: { to: cycle['to'] } } : {}),
    ...rulesOf(from),
  };
}

function criterion(from: Fields): Criterion {
  return {
    key: text(from['key']),
    kind: text(from['kind']),
    name: unnamed,
    with: fields(from['with']),
    by: texts(from['by']),
  };
}

function rulesOf(from: Fields): { reminders: Reminder[]; checkIns: CheckIn[] } {
  return { reminders: list(from['reminders'], reminder), checkIns: list(from['checkIns'], checkIn) };
}

function reminder(from: Fields): Reminder {
  const awaited = { ...perhaps(from, 'until'), given: fields(from['given']) };
  const goesOn = Array.isArray(from['escalate']) ? { escalate: list(from['escalate'], step) } : {};
  return { key: text(from['key']), when: when(from), to: texts(from['to']), ...awaited, ...goesOn };
}

function step(from: Fields): Escalation {
  return { after: text(from['after']), to: texts(from['to']) };
}

function checkIn(from: Fields): CheckIn {
  return { key: text(from['key']), form: text(from['form']), when: when(from), to: texts(from['to']) };
}

function when(from: Fields): Timing {
  const said = fields(from['when']);
  const parts = ['on', 'after', 'before', 'by', 'midway', 'idle', 'vacant'].map((part) => perhaps(said, part));
  return Object.assign({}, ...parts) as Timing;
}
