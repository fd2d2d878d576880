// any-of: one of several criteria is enough; until one holds, each way is told with what it lacks and who can supply that.
import { criterionKind, type CriterionKind } from './capability.js';
import type { Missing } from './refusal.js';
import type { Label, Language } from './template.js';

type Kinds = ReadonlyMap<string, CriterionKind>;

export interface Inner {
  kind: string;
  with?: object;
}

export function anyOf(known: Kinds): CriterionKind {
  return criterionKind<{ criteria: Inner[] }>({
    name: { sv: 'Något av flera villkor', en: 'One of several criteria' },
    with: {
      type: 'object',
      required: ['criteria'],
      properties: {
        criteria: {
          type: 'array',
          minItems: 2,
          maxItems: 20,
          description: 'Kinds of criterion with their parameters; one that holds is enough.',
          items: {
            type: 'object',
            required: ['kind'],
            properties: { kind: { type: 'string' }, with: { type: 'object' } },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
    suppliedBy: [],
    missing: (plan, { criteria }, template, now) => {
      const ways = alternatives(criteria).map(({ kind, with: given = {} }) => {
        const { name, missing } = kindOf(known, kind);
        return { name, missing: missing(plan, given, template, now) };
      });
      return ways.some(({ missing }) => missing.length === 0) ? [] : oneIsEnough(ways);
    },
  });
}

/** What an any-of holds; of anything else, nothing. */
export function innerOf({ with: given = {} }: Inner): Inner[] {
  return 'criteria' in given ? (given.criteria as Inner[]) : [];
}

interface Way {
  name: Label;
  missing: Missing[];
}

/** One of several, of which one is again one of several: all are ways. */
function alternatives(criteria: Inner[]): Inner[] {
  return criteria.flatMap((one) => (one.kind === 'any-of' ? alternatives(innerOf(one)) : one));
}

/** A line that names the ways, then what each of them lacks; the first verb that would help stands for them. */
function oneIsEnough(ways: Way[]): Missing[] {
  const list = (language: Language) => ways.map(({ name }, index) => `${index + 1}) ${name[language]}`).join(', ');
  const each = ways.flatMap(({ name, missing }, index) =>
    missing.map((one) => ({ ...one, alternative: { number: index + 1, name } })),
  );
  const verb = each.find((one) => one.verb !== undefined)?.verb;
  const names = { ways: { sv: list('sv'), en: list('en') } };
  return [{ code: 'one-is-enough', names, ...(verb === undefined ? {} : { verb }) }, ...each];
}

function kindOf(known: Kinds, kind: string): CriterionKind {
  const found = known.get(kind);
  if (!found) throw new Error(`a published template names the unknown kind ${kind}`);
  return found;
}
