// The picture told: each stage with its ways, for whoever does not see it.
import type { Label, Language, Stage, Template } from '#libs/lifecycle';
import { isEnd } from './machine-moves.js';
import { notesOf } from './words.js';

const WORDS = {
  on: { sv: 'vidare till {stages}', en: 'on to {stages}' },
  back: { sv: 'tillbaka till {stages}', en: 'back to {stages}' },
  fork: { sv: 'planerna börjar i {stages}', en: 'the plans begin at {stages}' },
  forkToCases: { sv: 'casen börjar i {stages}', en: 'the cases begin at {stages}' },
  cycle: { sv: 'ny omgång från {stages}', en: 'a new cycle from {stages}' },
} as const satisfies Record<string, Label>;

/** @param template whole. */
export function account({ stages }: Template, language: Language): string {
  const names = new Map(stages.map(({ key, name }) => [key, name[language]]));
  const ways = (word: keyof typeof WORDS, keys: string[] = []) =>
    keys.length === 0
      ? []
      : [WORDS[word][language].replace('{stages}', () => keys.map((key) => names.get(key) ?? key).join(', '))];
  return stages.map((stage, index) => `${index + 1}. ${told(stage)}.`).join(' ');

  function told(stage: Stage): string {
    const { name, next, returnsTo, fork, cycle } = stage;
    const notes = notesOf(stage, isEnd(stage)).map((note) => note[language]);
    const all = [
      ...notes,
      ...ways('on', next),
      ...ways('back', returnsTo),
      ...ways(fork?.as === 'case' ? 'forkToCases' : 'fork', fork ? [fork.to] : []),
      ...ways('cycle', cycle ? [cycle.to] : []),
    ];
    return all.length === 0 ? name[language] : `${name[language]}: ${all.join('; ')}`;
  }
}
