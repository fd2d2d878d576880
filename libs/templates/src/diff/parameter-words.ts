// What a kind of criterion takes, in words: names where there are names, lists as lists, never a dump of JSON.
import { vocabulary, type Label } from '#libs/lifecycle';
import { same } from '../same.js';
import { anchorInWords } from './anchor-words.js';
import { joined } from './change.js';
import { difference } from './difference.js';
import type { Names } from './places.js';
import { durationInWords } from './timing-words.js';

type Given = Record<string, unknown>;

const NONE: Label = { sv: '–', en: '–' };
const NEW: Label = { sv: 'nytt ', en: 'new ' };
const GONE: Label = { sv: 'borta ', en: 'gone ' };
const YES: Label = { sv: 'ja', en: 'yes' };
const NO: Label = { sv: 'nej', en: 'no' };

/** Parameters, one by one: of a list what is new and what is gone, of anything else what it was and is. */
export function differences(names: Names, from: Given = {}, to: Given = {}): (Label | undefined)[] {
  const all = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return all.map((name) => {
    const [was, is] = [from[name], to[name]];
    const told = Array.isArray(was) && Array.isArray(is) ? listDifference(names, name, was, is) : undefined;
    return told ?? difference(called(name), was, is, (value) => valueInWords(names, name, value));
  });
}

export function kindInWords(kind: string): Label {
  return vocabulary.criteria.get(kind)?.name ?? called(kind);
}

const called = (name: string): Label => ({ sv: name, en: name });

/** What has a key stays the same under other words. @returns undefined when nothing came or went: then the order may have changed. */
function listDifference(names: Names, name: string, from: unknown[], to: unknown[]): Label | undefined {
  const before = new Map(from.filter(isKeyed).map((one) => [one.key, one]));
  const reworded = to.filter(isKeyed).flatMap((is) => {
    const was = before.get(is.key);
    return was && !same(was.name, is.name) ? [[was, is] as const] : [];
  });
  const isReworded = (one: unknown) => isKeyed(one) && reworded.some(([{ key }]) => key === one.key);
  const without = (list: unknown[], other: unknown[]) =>
    list.filter((one) => !isReworded(one) && !other.some((two) => same(one, two)));
  const [added, removed] = [without(to, from), without(from, to)];
  const parts = [
    ...reworded.map(([was, is]) => rewordedInWords(was, is)),
    ...(added.length > 0 ? [joined([NEW, valueInWords(names, name, added)], '')] : []),
    ...(removed.length > 0 ? [joined([GONE, valueInWords(names, name, removed)], '')] : []),
  ];
  return parts.length === 0 ? undefined : joined([called(name), joined(parts, '; ')], ': ');
}

interface Keyed {
  key: string;
  name: Label;
}

function isKeyed(value: unknown): value is Keyed {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('name' in value)) return false;
  return typeof value.key === 'string' && isLabel(value.name);
}

function rewordedInWords({ name: was }: Keyed, { name: is }: Keyed): Label {
  return {
    sv: `”${was.sv}” heter nu ”${is.sv}”, och det som är avbockat står kvar`,
    en: `the wording of "${was.en}" is now "${is.en}", and ticks stay`,
  };
}

/** @param name of the parameter, by which some texts are names of something. */
function valueInWords(names: Names, name: string, value: unknown): Label {
  if (Array.isArray(value)) return value.length === 0 ? NONE : listInWords(names, name, value);
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'string') return textInWords(names, name, value);
  if (typeof value !== 'object' || value === null) return called(String(value));
  return objectInWords(names, value as Given);
}

function listInWords(names: Names, name: string, list: unknown[]): Label {
  const quoted = (label: Label): Label => ({ sv: `”${label.sv}”`, en: `"${label.en}"` });
  const one = (value: unknown) => {
    const said = valueInWords(names, name, value);
    if (isKeyed(value)) return quoted(value.name);
    return isLabel(value) || (typeof value === 'string' && name === 'items') ? quoted(said) : said;
  };
  return joined(list.map(one), ', ');
}

function textInWords(names: Names, name: string, text: string): Label {
  if (name === 'anchor') return anchorInWords(text);
  if (name === 'stage') return names.stage(text).name;
  return (name === 'before' || name === 'after') && /^P\d/.test(text) ? durationInWords(text) : called(text);
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'object' && value !== null && 'sv' in value && 'en' in value;
}

/** A label as it reads; a criterion within an any-of by its name, with what it takes in brackets. */
function objectInWords(names: Names, value: Given): Label {
  if (isLabel(value)) return value;
  const { kind, with: given = {}, ...rest } = value;
  const inner = typeof kind === 'string' ? (given as Given) : rest;
  const parts = Object.entries(inner).map(([name, one]) => joined([called(name), valueInWords(names, name, one)], ' '));
  if (typeof kind !== 'string') return parts.length === 0 ? NONE : joined(parts, ', ');
  return parts.length === 0 ? kindInWords(kind) : joined([kindInWords(kind), ' (', joined(parts, ', '), ')'], '');
}
