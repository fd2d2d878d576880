// What a template may name, as the guide for its authors lists it (docs/templates.md); the spec holds the two together.
import { CHECK_IN_FORMS, PLAN_ROLES, STANDARD_ROLES, type Vocabulary } from '#libs/lifecycle';
import { anchorInWords } from './diff/anchor-words.js';

interface Given {
  type?: string;
  enum?: string[];
  items?: Given;
  anyOf?: Given[];
  description?: string;
}

export function guideVocabulary(vocabulary: Vocabulary): string {
  return [
    ...section('Kinds of criterion', ['kind', 'holds when', 'takes, under `with`', 'supplied by'], kinds(vocabulary)),
    ...section('Verbs', ['of', 'verbs'], verbs(vocabulary)),
    ...section(
      'Anchors',
      ['reminders, check-ins and `day-reached` reckon from', 'the day of', 'comes with the verbs of'],
      anchors(vocabulary),
    ),
    '### What plans can be forked by',
    '',
    `${forks(vocabulary).join(', ')}.`,
    '',
    ...section(
      'Forms of check-in',
      ['form', 'is'],
      Object.entries(CHECK_IN_FORMS).map(([form, { en }]) => [code(form), en]),
    ),
    ...section(
      'Standard roles',
      ['`as` of a role', 'is'],
      PLAN_ROLES.map((role) => [code(role), STANDARD_ROLES[role].en]),
    ),
  ].join('\n');
}

const code = (name: string) => `\`${name}\``;
const codes = (names: string[]) => names.map(code).join(', ');

function section(title: string, heads: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`### ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line), ''];
}

/** Days that reminders, check-ins and `day-reached` reckon from. */
function anchors({ capabilities }: Vocabulary): string[][] {
  return capabilities.flatMap(({ name, anchors: own = {} }) =>
    Object.keys(own).map((anchor) => [code(anchor), anchorInWords(anchor).en, name.en]),
  );
}

function forks({ capabilities }: Vocabulary): string[] {
  return capabilities.flatMap(({ name, forks: own = {} }) =>
    Object.keys(own).map((each) => `${code(each)} (comes with the verbs of ${name.en})`),
  );
}

function kinds(vocabulary: Vocabulary): string[][] {
  return [...vocabulary.criteria].map(([kind, { name, with: given, suppliedBy }]) => [
    code(kind),
    name.en,
    takes(given),
    suppliedBy.length === 0 ? '–' : codes(suppliedBy),
  ]);
}

function takes(given: Record<string, unknown> = {}): string {
  const required = (given['required'] as string[] | undefined) ?? [];
  const parts = Object.entries((given['properties'] ?? {}) as Record<string, Given>).map(([name, one]) =>
    `${code(name)}${required.includes(name) ? ' (needed)' : ''}: ${typeOf(one)}. ${one.description ?? ''}`.trim(),
  );
  return parts.length === 0 ? '–' : parts.join('<br>');
}

function typeOf({ type, enum: choices, items, anyOf }: Given): string {
  if (choices) return choices.map(code).join(', ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ');
  if (type === 'array') return `a list of ${items ? typeOf(items) : 'anything'}`;
  return TYPES[type ?? ''] ?? 'a text';
}

const TYPES: Record<string, string> = {
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  object: 'an object',
};

function verbs({ capabilities, verbs: all }: Vocabulary): string[][] {
  const of = (key: string) => [...all].filter(([, { capability }]) => capability.key === key);
  return capabilities.flatMap(({ key, name }) => {
    const mine = of(key).map(
      ([
        verb,
        {
          verb: { name: said },
        },
      ]) => `${code(verb)} (${said.en})`,
    );
    return mine.length === 0 ? [] : [[name.en, mine.join(', ')]];
  });
}
