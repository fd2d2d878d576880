// What is too large to be looked at is refused before anybody looks: a check must never cost more than it may.
import type { TemplateFault } from '#libs/lifecycle';
import { LIMITS } from './template-schema.js';

const DEPTH_MAX = 12;
const PROPERTIES_MAX = 200;
const VALUES_MAX = 400_000;

export function outOfBounds(candidate: unknown): TemplateFault[] {
  const faults: TemplateFault[] = [];
  let values = 0;
  const walk = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (depth > DEPTH_MAX) return void faults.push({ pointer, code: 'too-deep', params: {} });
    const limit = Array.isArray(value) ? LIMITS.items : PROPERTIES_MAX;
    const keys = Object.keys(value);
    if (keys.length > limit)
      return void faults.push({ pointer, code: 'too-many', params: { have: keys.length, limit } });
    values += keys.length;
    if (values > VALUES_MAX || faults.length > 0) return;
    for (const key of keys) {
      const below = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      walk((value as Record<string, unknown>)[key], below, depth + 1);
    }
  };
  walk(candidate, '', 0);
  return values > VALUES_MAX ? [{ pointer: '', code: 'too-large', params: {} }] : faults;
}
