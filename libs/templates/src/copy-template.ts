// A template to begin one's own from: all of another, under a new key and name, with what is to be otherwise.
import type { Label, Template } from '#libs/lifecycle';

export interface CopyOrder {
  key: string;
  name: Label;
  /** The version of the copy: the first of its key, or the next. */
  version: number;
  /** A JSON Merge Patch (RFC 7396): null takes a part away, a list takes the place of the whole list. */
  changes?: object;
}

/** @returns a draft, which may have faults by its changes; nothing is published. */
export function copyTemplate(document: Template, { key, name, version, changes = {} }: CopyOrder): unknown {
  const changed = patched(document, changes) as Record<string, unknown>;
  const { key: _key, version: _version, name: _name, ...rest } = changed;
  return { key, version, name, ...rest };
}

function patched(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = patched(result[name], value);
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
