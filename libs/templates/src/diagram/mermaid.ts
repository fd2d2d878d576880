// A template as a Mermaid flowchart, for documents that draw it themselves.
import type { Language, Stage, Template } from '#libs/lifecycle';
import { wholeTemplate } from '../whole-template.js';
import { waysIn, type Way } from './graph.js';
import { isEnd } from './machine-moves.js';
import { diagramWords, forksInto, notesOf } from './words.js';

/** Longer names are cut: a box is no place to read. */
const NAME_MAX = 80;

/** @param template without faults. */
export function toMermaid(template: Template, language: Language): string {
  const whole = wholeTemplate(template);
  const { stages, start = stages[0]?.key ?? '' } = whole;
  const optional = stages.filter((stage) => stage.optional).map(({ key }) => idOf(key));
  const ends = stages.filter(isEnd).map(({ key }) => idOf(key));
  return [
    '---',
    `title: ${JSON.stringify(`${template.name[language]}, ${diagramWords.version[language].replace('{n}', String(template.version))}`)}`,
    '---',
    'flowchart TD',
    `  start(("${diagramWords.start[language]}")) --> ${idOf(start)}`,
    ...stages.map((stage) => `  ${box(stage, language)}`),
    ...waysIn(whole).map((way) => `  ${line(way, language, stages)}`),
    '  classDef optional stroke-dasharray: 5 4',
    '  classDef last stroke-width: 3px',
    ...(optional.length > 0 ? [`  class ${optional.join(',')} optional`] : []),
    ...(ends.length > 0 ? [`  class ${ends.join(',')} last`] : []),
    '',
  ].join('\n');
}

/** Some words are Mermaid's own (end, default): each key gets a prefix. Keys have no underscore, so none meet. */
function idOf(key: string): string {
  return `stage_${key.replaceAll('-', '_')}`;
}

function box(stage: Stage, language: Language): string {
  const notes = notesOf(stage, isEnd(stage)).map((note) => note[language]);
  return `${idOf(stage.key)}["${[shown(stage.name[language]), ...notes.map(shown)].join('<br/>')}"]`;
}

function line({ from, to, kind }: Way, language: Language, stages: Stage[]): string {
  const [a, b] = [idOf(from), idOf(to)];
  const made = () => forksInto([stages.find(({ key }) => key === from)?.fork?.as]);
  const word = kind === 'loop' ? '' : (kind === 'fork' ? made() : diagramWords[kind])[language];
  switch (kind) {
    case 'on':
    case 'loop':
      return `${a} --> ${b}`;
    case 'back':
      return `${a} -. "${word}" .-> ${b}`;
    case 'join':
      return `${a} -. "${word}" .-> ${b}`;
    case 'fork':
    case 'cycle':
      return `${a} == "${word}" ==> ${b}`;
  }
}

/** Mermaid reads entities by number, written with #. */
function shown(text: string): string {
  const plain = [...text.replace(/\s+/g, ' ').trim()];
  const short = plain.length > NAME_MAX ? `${plain.slice(0, NAME_MAX).join('')}…` : plain.join('');
  return short.replace(/[#"<>&`\\[\]{}|]/g, (letter) => `#${letter.codePointAt(0)};`);
}
