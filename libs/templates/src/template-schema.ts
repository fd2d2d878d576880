// The JSON Schema (2020-12) of a template, made from what the engine knows: nothing in it is written down twice.
import { CHECK_IN_FORMS, LANGUAGES, PLAN_ROLES, type Vocabulary } from '#libs/lifecycle';

/** An answer to "how large may it be" for whoever writes templates, and a bound on what a check costs. */
export const LIMITS = { stages: 1000, items: 1000, labelCharacters: 4000, keyCharacters: 64, steps: 10 } as const;

export const KEY_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
/** A duration, or none. */
export const DELAY_PATTERN = '^P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$';
/** Years, months, weeks and days, at least one day in all. */
export const DURATION_PATTERN = '^P(?=.*[1-9])(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$';

type Schema = Record<string, unknown>;

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const list = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, maxItems: LIMITS.items, ...more });
const closed = (required: string[], properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
  ...more,
});

/** A list of names, none twice. `type` beside the reference lets a checker compare them as the texts that they are. */
const names = (item: string, more: Schema = {}): Schema =>
  list({ type: 'string', ...ref(item) }, { uniqueItems: true, ...more });

/** @param parameters `apart`: what each kind of criterion takes, and how a time is said, is left to the caller, who is quicker at it. */
export function templateSchema(vocabulary: Vocabulary, parameters: 'within' | 'apart' = 'within'): Schema {
  const rules = { reminders: list(ref('reminder')), checkIns: list(ref('checkIn')) };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A template: a way of working as data',
    ...closed(['key', 'version', 'name', 'roles', 'stages'], {
      key: ref('key'),
      version: { type: 'integer', minimum: 1, maximum: 1_000_000 },
      name: ref('label'),
      summary: ref('label'),
      kind: { enum: ['initiative', 'plan', 'case'] },
      start: ref('key'),
      roles: list(ref('role'), { minItems: 1 }),
      methods: list(ref('method')),
      stages: { type: 'array', items: ref('stage'), minItems: 1, maxItems: LIMITS.stages },
      tracks: list(ref('track')),
      rules: closed([], { ...rules, whilePaused: list(ref('pausedReminder')) }),
    }),
    $defs: {
      ...words(vocabulary),
      role: closed(['key', 'name'], {
        key: ref('key'),
        name: ref('label'),
        required: { type: 'boolean' },
        as: { enum: PLAN_ROLES },
      }),
      timing: timing(ref('anchor'), parameters === 'within'),
      criterion: criterion(),
      ...(parameters === 'within' ? taken(vocabulary) : { asked: {}, awaited: {} }),
      reminder: reminder(ref('timing')),
      pausedReminder: reminder(closed(['entered'], { entered: ref('duration') })),
      checkIn: closed(['key', 'form', 'when', 'to'], {
        key: ref('key'),
        name: ref('label'),
        form: { enum: Object.keys(CHECK_IN_FORMS) },
        when: ref('timing'),
        to: ref('roles'),
      }),
      method: closed(['key', 'name', 'level', 'summary'], {
        key: ref('key'),
        name: ref('label'),
        level: { enum: ['strategic', 'operative'] },
        summary: ref('label'),
        link: { type: 'string', pattern: '^https?://', maxLength: 2000 },
      }),
      track: closed(['key', 'name', 'opens'], { key: ref('key'), name: ref('label'), opens: ref('opens'), ...rules }),
      stage: stage(vocabulary, rules),
    },
  };
}

/** What many places name. Each stands once, so that a checker makes it once. */
function words(vocabulary: Vocabulary): Record<string, Schema> {
  return {
    key: { type: 'string', pattern: KEY_PATTERN, maxLength: LIMITS.keyCharacters },
    keys: names('key'),
    roles: names('key', { minItems: 1 }),
    text: { type: 'string', pattern: '\\S', maxLength: LIMITS.labelCharacters },
    label: closed([...LANGUAGES], Object.fromEntries(LANGUAGES.map((language) => [language, ref('text')]))),
    duration: { type: 'string', pattern: DURATION_PATTERN },
    delay: { type: 'string', pattern: DELAY_PATTERN },
    verb: { type: 'string', enum: [...vocabulary.verbs.keys()] },
    opens: names('verb'),
    kind: { type: 'string', enum: [...vocabulary.criteria.keys()] },
    anchor: { type: 'string', enum: [...vocabulary.anchors.keys()] },
  };
}

/** A stage without `opens`, `criteria` or `next` opens nothing, asks for nothing, and is an end. */
function stage(vocabulary: Vocabulary, rules: Record<string, Schema>): Schema {
  const truth = { type: 'boolean' };
  return closed(['key', 'name'], {
    key: ref('key'),
    name: ref('label'),
    purpose: ref('label'),
    optional: truth,
    accountable: ref('key'),
    opens: ref('opens'),
    criteria: list(ref('criterion')),
    next: ref('keys'),
    returnsTo: ref('keys'),
    fork: closed(['to'], {
      to: ref('key'),
      each: { enum: [...vocabulary.forks.keys()] },
      as: { enum: ['plan', 'case'] },
      join: truth,
    }),
    cycle: closed(['to'], { to: ref('key') }),
    methods: ref('keys'),
    restart: truth,
    end: truth,
    ...rules,
  });
}

/** The ways to say when (see Timing in the engine), each by the parts that it needs. */
const TIMING_WAYS = [
  ['on'],
  ['after', 'by'],
  ['before', 'by'],
  ['midway'],
  ['entered'],
  ['idle'],
  ['vacant', 'by'],
  ['every'],
];
const partsOf = (way: string[]) => (way[0] === 'every' ? ['every', 'first'] : way);

function timing(anchor: Schema, isWhole: boolean): Schema {
  const duration = ref('duration');
  const lengths = { by: duration, entered: ref('delay'), idle: duration, every: duration, first: duration };
  const oneOf = TIMING_WAYS.map((way) => ({ required: way, propertyNames: { enum: partsOf(way) } }));
  const days = { on: anchor, after: anchor, before: anchor, midway: anchor };
  return closed([], { ...days, vacant: ref('key'), ...lengths }, isWhole ? { oneOf } : {});
}

/** Whether it is said in one of these ways, whatever the parts hold. */
export function isTiming(when: object): boolean {
  const parts = Object.keys(when);
  return TIMING_WAYS.some(
    (way) => way.every((part) => parts.includes(part)) && parts.every((part) => partsOf(way).includes(part)),
  );
}

/** What `when` takes of one anchor. */
export function whenSchema(anchor: string): Schema {
  const at = { const: anchor };
  const by = { type: 'string', pattern: DURATION_PATTERN };
  const ways: Record<string, Schema>[] = [{ on: at }, { after: at, by }, { before: at, by }, { midway: at }];
  return { type: 'object', oneOf: ways.map((way) => closed(Object.keys(way), way)) };
}

/** What one kind takes stands once, under `takes-<kind>`: a criterion, a reminder and an any-of read the same place. */
function taken(vocabulary: Vocabulary): Record<string, Schema> {
  const takes = [...vocabulary.criteria].flatMap(([kind, { with: given }]) =>
    given ? [[takesOf(kind), kind === 'any-of' ? eachByItsKind(given) : given]] : [],
  );
  return {
    ...(Object.fromEntries(takes) as Record<string, Schema>),
    'takes-nothing': { type: 'object', maxProperties: 0 },
    asked: parametersOf(vocabulary, 'kind', 'with'),
    awaited: parametersOf(vocabulary, 'until', 'given'),
    inner: closed(['kind'], { kind: ref('kind'), with: { type: 'object' } }, ref('asked')),
  };
}

/** What an any-of holds is as strict as what a stage asks for. */
function eachByItsKind(given: Schema): Schema {
  const { criteria } = given['properties'] as { criteria: Schema };
  return { ...given, properties: { criteria: { ...criteria, items: ref('inner') } } };
}

const takesOf = (kind: string) => `takes-${kind}`;

function criterion(): Schema {
  const properties = {
    key: ref('key'),
    kind: ref('kind'),
    name: ref('label'),
    with: { type: 'object' },
    by: ref('roles'),
  };
  return closed(['key', 'kind', 'name'], properties, ref('asked'));
}

function reminder(when: Schema): Schema {
  const properties = {
    key: ref('key'),
    name: ref('label'),
    when,
    to: ref('roles'),
    until: ref('kind'),
    given: { type: 'object' },
    escalate: {
      type: 'array',
      items: closed(['after', 'to'], { after: ref('duration'), to: ref('roles') }),
      minItems: 1,
      maxItems: LIMITS.steps,
    },
  };
  return closed(['key', 'when', 'to'], properties, {
    dependentRequired: { given: ['until'] },
    dependentSchemas: { until: ref('awaited') },
  });
}

/** The parameters that each kind takes. `discriminator` is OpenAPI's: it lets a checker speak of the one kind that is meant. */
function parametersOf(vocabulary: Vocabulary, tag: string, given: string): Schema {
  const oneOf = [...vocabulary.criteria].map(([kind, { with: takes }]) => ({
    required: takes && 'required' in takes ? [tag, given] : [tag],
    properties: { [tag]: { const: kind }, [given]: ref(takes ? takesOf(kind) : 'takes-nothing') },
  }));
  return { type: 'object', discriminator: { propertyName: tag }, oneOf };
}
