// What is too large to be looked at is refused before anybody looks: a check must never cost more than it may.
import type { TemplateFault } from '#libs/lifecycle';
import { LIMITS } from './template-schema.js';

/** Room for an any-of in an any-of, some levels down. */
const DEPTH_MAX = 24;
const PROPERTIES_MAX = 200;
const VALUES_MAX = 400_000;

/** @returns the places where there is too much; empty when the template can be checked. */
export function outOfBounds(candidate: unknown): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const path: string[] = [];
  const report = (code: string, params: TemplateFault['params'] = {}) =>
    void faults.push({ pointer: pointerOf(path), code, params });
  let values = 0;
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (path.length > DEPTH_MAX) return report('too-deep');
    const keys = Object.keys(value);
    const limit = Array.isArray(value) ? LIMITS.items : PROPERTIES_MAX;
    if (keys.length > limit) return report('too-many', { have: keys.length, limit });
    values += keys.length;
    if (values > VALUES_MAX || faults.length > 0) return;
    for (const key of keys) {
      path.push(key);
      walk((value as Record<string, unknown>)[key]);
      path.pop();
    }
  };
  walk(candidate);
  return values > VALUES_MAX ? [{ pointer: '', code: 'too-large', params: {} }] : faults;
}

function pointerOf(path: string[]): string {
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
