// What a template asks for and when, as it stands and at its place: the template may be broken elsewhere.

export interface AskedFor {
  kind: string;
  /** As it was written; undefined when nothing was. */
  given: unknown;
  /** JSON pointer (RFC 6901) to what is given. */
  at: string;
  /** What the place is called: `with` in a criterion, `given` in a reminder. */
  name: string;
}

type Fields = Record<string, unknown>;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

function each<Found>(of: Fields, name: string, at: string, read: (item: Fields, at: string) => Found[]): Found[] {
  const list = of[name];
  return Array.isArray(list) ? list.flatMap((item, index) => read(fields(item), `${at}/${name}/${index}`)) : [];
}

/** Every kind of criterion, with what is given to it. */
export function askedIn(candidate: unknown): AskedFor[] {
  const template = fields(candidate);
  const rules = fields(template['rules']);
  const reminders = (of: Fields, at: string) => each(of, 'reminders', at, awaited);
  return [
    ...each(template, 'stages', '', (stage, at) => [...each(stage, 'criteria', at, asked), ...reminders(stage, at)]),
    ...each(template, 'tracks', '', reminders),
    ...reminders(rules, '/rules'),
    ...each(rules, 'whilePaused', '/rules', awaited),
  ];
}

/** Every `when` of a stage, a track or the whole plan, with its place. */
export function whensIn(candidate: unknown): { when: unknown; at: string }[] {
  const template = fields(candidate);
  const read = ({ when }: Fields, at: string) => [{ when, at: `${at}/when` }];
  const rules = (of: Fields, at: string) => [...each(of, 'reminders', at, read), ...each(of, 'checkIns', at, read)];
  return [
    ...each(template, 'stages', '', rules),
    ...each(template, 'tracks', '', rules),
    ...rules(fields(template['rules']), '/rules'),
  ];
}

function asked({ kind, with: given }: Fields, at: string): AskedFor[] {
  return withInner(kind, given, `${at}/with`, 'with');
}

function awaited({ until, given }: Fields, at: string): AskedFor[] {
  return withInner(until, given, `${at}/given`, 'given');
}

/** What an any-of holds is as strict as what a stage asks for. */
function withInner(kind: unknown, given: unknown, at: string, name: string): AskedFor[] {
  if (typeof kind !== 'string') return [];
  const inner = kind === 'any-of' ? each(fields(given), 'criteria', at, asked) : [];
  return [{ kind, given, at, name }, ...inner];
}
