// The JSON Schema (2020-12) of a template, made from what the engine knows: nothing in it is written down twice.
import { CHECK_IN_FORMS, LANGUAGES, type Vocabulary } from '#libs/lifecycle';

/** An answer to "how large may it be" for whoever writes templates, and a bound on what a check costs. */
export const LIMITS = { stages: 1000, items: 1000, labelCharacters: 4000, keyCharacters: 64 } as const;

export const KEY_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
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

export function templateSchema(vocabulary: Vocabulary): Schema {
  const roles = list(ref('key'), { minItems: 1, uniqueItems: true });
  const rules = { reminders: list(ref('reminder')), checkIns: list(ref('checkIn')) };
  const opens = list({ type: 'string', enum: [...vocabulary.verbs.keys()] }, { uniqueItems: true });
  const stages = list(ref('key'), { uniqueItems: true });
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
      roles: list(closed(['key', 'name'], { key: ref('key'), name: ref('label'), required: { type: 'boolean' } }), {
        minItems: 1,
      }),
      stages: { type: 'array', items: ref('stage'), minItems: 1, maxItems: LIMITS.stages },
      tracks: list(closed(['key', 'name', 'opens'], { key: ref('key'), name: ref('label'), opens, ...rules })),
      rules: closed([], { ...rules, whilePaused: list(ref('pausedReminder')) }),
    }),
    $defs: {
      key: { type: 'string', pattern: KEY_PATTERN, maxLength: LIMITS.keyCharacters },
      text: { type: 'string', pattern: '\\S', maxLength: LIMITS.labelCharacters },
      label: closed([...LANGUAGES], Object.fromEntries(LANGUAGES.map((language) => [language, ref('text')]))),
      duration: { type: 'string', pattern: DURATION_PATTERN },
      timing: timing([...vocabulary.anchors.keys()]),
      criterion: criterion(vocabulary, roles),
      reminder: reminder(vocabulary, roles, ref('timing')),
      pausedReminder: reminder(vocabulary, roles, closed(['entered'], { entered: ref('duration') })),
      checkIn: closed(['key', 'form', 'when', 'to'], {
        key: ref('key'),
        name: ref('label'),
        form: { enum: Object.keys(CHECK_IN_FORMS) },
        when: ref('timing'),
        to: roles,
      }),
      // A stage without `opens`, `criteria` or `next` opens nothing, asks for nothing, and is an end.
      stage: closed(['key', 'name'], {
        key: ref('key'),
        name: ref('label'),
        purpose: ref('label'),
        optional: { type: 'boolean' },
        accountable: ref('key'),
        opens,
        criteria: list(ref('criterion')),
        next: stages,
        returnsTo: stages,
        fork: closed(['to'], { to: ref('key'), each: { enum: [...vocabulary.forks.keys()] } }),
        restart: { type: 'boolean' },
        end: { type: 'boolean' },
        ...rules,
      }),
    },
  };
}

/** One of the six ways to say when (see Timing in the engine). */
function timing(anchors: string[]): Schema {
  const anchor = { type: 'string', enum: anchors };
  const ways = [['on'], ['after', 'by'], ['before', 'by'], ['entered'], ['idle'], ['every']];
  const duration = ref('duration');
  return closed(
    [],
    {
      on: anchor,
      after: anchor,
      before: anchor,
      by: duration,
      entered: duration,
      idle: duration,
      every: duration,
      first: duration,
    },
    {
      oneOf: ways.map((names) => ({
        required: names,
        propertyNames: { enum: names[0] === 'every' ? ['every', 'first'] : names },
      })),
    },
  );
}

/** What `when` takes of one anchor. */
export function whenSchema(anchor: string): Schema {
  const at = { const: anchor };
  const by = { type: 'string', pattern: DURATION_PATTERN };
  const ways: Record<string, Schema>[] = [{ on: at }, { after: at, by }, { before: at, by }];
  return { type: 'object', oneOf: ways.map((way) => closed(Object.keys(way), way)) };
}

function criterion(vocabulary: Vocabulary, roles: Schema): Schema {
  const properties = {
    key: ref('key'),
    kind: kinds(vocabulary),
    name: ref('label'),
    with: { type: 'object' },
    by: roles,
  };
  return closed(['key', 'kind', 'name'], properties, parametersOf(vocabulary, 'kind', 'with'));
}

function reminder(vocabulary: Vocabulary, roles: Schema, when: Schema): Schema {
  const properties = {
    key: ref('key'),
    name: ref('label'),
    when,
    to: roles,
    until: kinds(vocabulary),
    given: { type: 'object' },
  };
  return closed(['key', 'when', 'to'], properties, {
    dependentRequired: { given: ['until'] },
    dependentSchemas: { until: { type: 'object', ...parametersOf(vocabulary, 'until', 'given') } },
  });
}

function kinds(vocabulary: Vocabulary): Schema {
  return { type: 'string', enum: [...vocabulary.criteria.keys()] };
}

/** The parameters that each kind takes. `discriminator` is OpenAPI's: it lets a checker speak of the one kind that is meant. */
function parametersOf(vocabulary: Vocabulary, tag: string, parameters: string): Schema {
  const none = { type: 'object', maxProperties: 0 };
  const oneOf = [...vocabulary.criteria].map(([kind, { with: takes }]) => ({
    required: takes && 'required' in takes ? [tag, parameters] : [tag],
    properties: { [tag]: { const: kind }, [parameters]: takes ?? none },
  }));
  return { discriminator: { propertyName: tag }, oneOf };
}
