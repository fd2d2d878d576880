// Checks a template before it is published: every fault at once, one for each place, in words and in the order of the file.
import { vocabulary as known, templateFaults, type Label, type Language, type TemplateFault } from '#libs/lifecycle';
import { outOfBounds } from './bounds.js';
import { CHOOSE, DID_YOU_MEAN, ELSEWHERE, faultWords, IN_BRANCH } from './fault-words.js';
import { inOrderOf } from './file-order.js';
import { readable } from './readable.js';
import { shapeFaults } from './shape-faults.js';
import { withAlwaysOpen } from './whole-template.js';

export interface Fault {
  /** JSON pointer (RFC 6901) into what was sent. */
  pointer: string;
  code: string;
  message: string;
}

const FAULTS_MAX = 1000;

/** @returns an empty list when the template may be published. */
export function checkTemplate(candidate: unknown, language: Language = 'en'): Fault[] {
  const beyond = outOfBounds(candidate);
  const faults = beyond.length > 0 ? beyond : allFaults(candidate);
  const told = faults.slice(0, FAULTS_MAX);
  const untold = faults.length - told.length;
  if (untold > 0) told.push({ pointer: '', code: 'more-faults', params: { count: untold } });
  return told.map(({ pointer, code, params }) => ({ pointer, code, message: sentence(code, params, language) }));
}

/** What only the published templates can tell: that this version is out already, with another content. */
export function versionTaken(language: Language): Fault {
  return { pointer: '/version', code: 'version-taken', message: sentence('version-taken', {}, language) };
}

function allFaults(candidate: unknown): TemplateFault[] {
  const shape = shapeFaults(known, candidate);
  const unread = new Set([
    ...(shape.some(hidesWays) ? OF_WAYS : []),
    ...(shape.some(hidesRoles) ? ['unknown-role'] : []),
  ]);
  const meaning = templateFaults(withAlwaysOpen(readable(candidate))).filter(({ code }) => !unread.has(code));
  const places = new Set<string>();
  const once = ({ pointer }: TemplateFault) => !places.has(pointer) && places.add(pointer);
  // A name that is not known says more than "not one of these", so it goes first to the place.
  const [vague, clear] = [shape.filter(isVague), shape.filter((fault) => !isVague(fault))];
  return inOrderOf(candidate, [...clear, ...meaning, ...vague].filter(once));
}

const OF_WAYS = [
  'unreachable-stage',
  'no-way-out',
  'criterion-unmeetable',
  'criterion-unmeetable-here',
  'criterion-unmeetable-below',
  'until-unmeetable',
  'anchor-unsuppliable',
  'fork-unsuppliable',
  'optional-last-stage',
  'join-without-next',
  'branch-without-end',
];
const PART_OF_WAYS = /^\/(stages|tracks|start)(\/\d+(\/(key|next|opens|returnsTo|fork|cycle)\b.*)?)?$/;

/** Where a stage's ways cannot be read, nothing is said of what they lead to. */
function hidesWays({ pointer, code }: TemplateFault): boolean {
  return (code === 'wrong-type' || code === 'missing') && PART_OF_WAYS.test(pointer);
}

function hidesRoles({ pointer, code }: TemplateFault): boolean {
  return (code === 'wrong-type' || code === 'missing') && /^\/roles(\/\d+(\/key)?)?$/.test(pointer);
}

function isVague({ code }: TemplateFault): boolean {
  return code === 'not-one-of';
}

/** The kinds of value, in words. */
const WANTED: Record<string, Label> = {
  string: { sv: 'en text', en: 'a text' },
  object: { sv: 'ett objekt { … }', en: 'an object { ... }' },
  array: { sv: 'en lista [ … ]', en: 'a list [ ... ]' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  integer: { sv: 'ett heltal', en: 'a whole number' },
  number: { sv: 'ett tal', en: 'a number' },
};
const LANGUAGE_NAMES: Record<string, Label> = {
  sv: { sv: 'svenska', en: 'Swedish' },
  en: { sv: 'engelska', en: 'English' },
} satisfies Record<Language, Label>;

function sentence(code: string, params: TemplateFault['params'], language: Language): string {
  const words = faultWords[code];
  if (!words) throw new Error(`no words for the fault ${code}`);
  const filled: TemplateFault['params'] = {
    ...params,
    wanted: WANTED[params['wanted'] ?? '']?.[language] ?? '',
    language: LANGUAGE_NAMES[params['language'] ?? '']?.[language] ?? '',
  };
  const near = filled['near'] === undefined ? '' : ` ${DID_YOU_MEAN[language]}`;
  const elsewhere = filled['begin'] === undefined ? '' : ` ${ELSEWHERE[language]}`;
  const branch = filled['branch'] === undefined ? '' : ` ${IN_BRANCH[language]}`;
  const choose = code === 'missing' && filled['choices'] !== undefined ? ` ${CHOOSE[language]}` : '';
  return (words[language] + near + elsewhere + branch + choose).replace(/\{(\w+)\}/g, (_, name: string) =>
    String(filled[name] ?? ''),
  );
}
