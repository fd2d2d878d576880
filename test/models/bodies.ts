// Bodies that a verb's class lets in, out of what chance makes of its schema: the same at every run.
import { schemaOf } from '#libs/plans';
import { Problem, readBody, readJson } from '#libs/platform';
import fc from 'fast-check';
import { verbBodies } from '../../apps/api/src/verb-bodies.js';
import { hostileBody } from './hostile.js';

type Body = Record<string, unknown>;
type Type = NonNullable<(typeof verbBodies)[string]>;

const KNOWN = [
  'meeting-1',
  'meeting-2',
  'checklist-item-1',
  'trial-1',
  'ownership-1',
  'decision-1',
  'RKL',
  'HOGSBY',
  'finish',
];
const REPAIRS = ['undo', 'correct', 'migrate'];
const TRIES = 60;

const pools = new Map<string, Body[]>(Object.entries(verbBodies).map(([verb, type]) => [verb, pool(type)]));

/** Every verb but the repairs of which chance found some body. */
export const verbs = [...pools].flatMap(([verb, some]) => (some.length > 0 && !REPAIRS.includes(verb) ? verb : []));

export function bodiesOf(verb: string): Body[] {
  const some = pools.get(verb) ?? [];
  return some.length > 0 ? some : [{}];
}

function pool(type: Type): Body[] {
  const sent = fc.sample(hostileBody(schemaOf(type), KNOWN), { numRuns: TRIES, seed: 7 });
  return sent.map((one) => letIn(type, one)).filter((body) => body !== null);
}

function letIn(type: Type, sent: object): Body | null {
  try {
    const { occurredAt: _, ...body } = readBody(type, readJson(Buffer.from(JSON.stringify(sent))));
    return { ...body };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
