// A template as a picture in SVG: readable on a screen, on paper, and by a screen reader; nothing rests on colour alone.
import type { Language, Stage, Template } from '#libs/lifecycle';
import { wholeTemplate } from '../whole-template.js';
import { waysIn, type Way, type WayKind } from './graph.js';
import { laidOut, type Box, type Lane, type Line, type Placed, type Point } from './layout.js';
import { isEnd } from './machine-moves.js';
import { account } from './account.js';
import { NAME, NOTE, styleOf, TITLE } from './style.js';
import { escaped, widthOf, wrapped } from './text.js';
import { diagramWords, forksInto, notesOf } from './words.js';

const PADDING = { x: 14, y: 10 };
const LEGEND_LINE = 20;
const WIDTH_MIN = 340;
const START = 34;

/** @param template without faults. */
export function toSvg(template: Template, language: Language): string {
  const whole = wholeTemplate(template);
  const { stages, start = stages[0]?.key ?? '' } = whole;
  const ways = waysIn(whole);
  const drawn = laidOut(
    stages.map((stage) => boxOf(stage, language)),
    ways,
  );
  const title = `${template.name[language]}, ${diagramWords.version[language].replace('{n}', String(template.version))}`;
  const width = Math.max(drawn.width, WIDTH_MIN);
  const titled = wrapped(title, TITLE.size, width - 48, 3, true);
  const top = 20 + titled.length * TITLE.line + START;
  const shift = { x: (width - drawn.width) / 2, y: top };
  const legend = legendOf(whole, ways, language);
  const height = top + drawn.height + legend.length * LEGEND_LINE + 12;
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const id = `stegvis-${template.key}-${template.version}-${language}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${language}">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(account(whole, language))}</desc>`,
    `<style>\n${styleOf(id, height)}\n</style>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...titled.map(
      (line, index) => `<text class="title" x="24" y="${20 + (index + 0.75) * TITLE.line}">${escaped(line)}</text>`,
    ),
    `<g transform="translate(${round(shift.x)} ${round(shift.y)})">`,
    ...drawn.lanes.map(lane),
    ...drawn.lines.map(line),
    ...drawn.boxes.map((box) => boxed(byKey.get(box.key) as Stage, box, language)),
    beginning(
      drawn.boxes.find(({ key }) => key === start),
      language,
    ),
    '</g>',
    ...legend.map((entry, index) => legendEntry(entry, 24, top + drawn.height + index * LEGEND_LINE + 6)),
    '</svg>',
    '',
  ].join('\n');
}

const round = (value: number) => Math.round(value * 10) / 10;

function linesOf(stage: Stage, language: Language): { name: string[]; notes: string[] } {
  const notes = notesOf(stage, isEnd(stage))
    .map((note) => note[language])
    .join(' · ');
  return {
    name: wrapped(stage.name[language], NAME.size, NAME.widthMax, NAME.linesMax, true),
    notes: notes === '' ? [] : wrapped(notes, NOTE.size, NOTE.widthMax, NOTE.linesMax),
  };
}

function boxOf(stage: Stage, language: Language): Box {
  const { name, notes } = linesOf(stage, language);
  const widest = Math.max(
    ...name.map((text) => widthOf(text, NAME.size, true)),
    ...notes.map((text) => widthOf(text, NOTE.size)),
    90,
  );
  const height = name.length * NAME.line + notes.length * NOTE.line + 2 * PADDING.y;
  return { key: stage.key, width: Math.ceil(widest + 2 * PADDING.x), height };
}

function boxed(stage: Stage, { x, y, width, height }: Placed, language: Language): string {
  const { name, notes } = linesOf(stage, language);
  const kind = `box${stage.optional ? ' optional' : ''}${isEnd(stage) ? ' last' : ''}`;
  const [left, top] = [x - width / 2, y - height / 2];
  const names = name.map((text, index) => [text, 'name', top + PADDING.y + index * NAME.line + NAME.size] as const);
  const below = top + PADDING.y + name.length * NAME.line;
  const noted = notes.map((text, index) => [text, 'note', below + index * NOTE.line + NOTE.size] as const);
  const texts = [...names, ...noted].map(
    ([text, of, at]) => `<text class="${of}" x="${round(x)}" y="${round(at)}">${escaped(text)}</text>`,
  );
  const hover = [
    stage.name[language],
    stage.purpose?.[language],
    ...stage.criteria.map((one) => `– ${one.name[language]}`),
  ];
  const rect = `<rect class="${kind}" x="${round(left)}" y="${round(top)}" width="${width}" height="${height}" rx="8"/>`;
  return `<g><title>${escaped(hover.filter((part) => part).join('\n'))}</title>${rect}${texts.join('')}</g>`;
}

/** A spot above the first stage, with its word. */
function beginning(box: Placed | undefined, language: Language): string {
  if (!box) return '';
  const top = box.y - box.height / 2;
  const points = [
    { x: box.x, y: top - 28 },
    { x: box.x, y: top },
  ];
  const word = `<text class="small" x="${round(box.x + 12)}" y="${round(top - 27)}">${diagramWords.start[language]}</text>`;
  return `<circle class="head" cx="${round(box.x)}" cy="${round(top - 31)}" r="6"/>${word}${arrow('on', points)}`;
}

function line({ kind, points }: Line): string {
  const inner = kind === 'fork' ? `<path class="inner" d="${rounded(points)}"/>` : '';
  return `<path class="way ${kind}" d="${rounded(points)}"/>${inner}${head(kind, points)}`;
}

function arrow(kind: WayKind, points: Point[]): string {
  return `<path class="way ${kind}" d="${rounded(points)}"/>${head(kind, points)}`;
}

function lane({ kind, path, feeders }: Lane): string {
  const fed = feeders.map((points) => {
    const { x, y } = points.at(-1) as Point;
    return `<path class="way ${kind}" d="${rounded(points)}"/><circle class="dot ${kind}" cx="${round(x)}" cy="${round(y)}" r="2.4"/>`;
  });
  return `<g>${arrow(kind, path)}${fed.join('')}</g>`;
}

/** Through the points, with the corners taken off. */
function rounded(points: Point[]): string {
  const [first, ...rest] = points as [Point, ...Point[]];
  const steps = rest.map((point, index) => {
    const after = rest[index + 1];
    if (!after) return `L${round(point.x)} ${round(point.y)}`;
    const before = rest[index - 1] ?? first;
    const from = toward(point, before);
    const to = toward(point, after);
    return `L${round(from.x)} ${round(from.y)}Q${round(point.x)} ${round(point.y)} ${round(to.x)} ${round(to.y)}`;
  });
  return `M${round(first.x)} ${round(first.y)}${steps.join('')}`;
}

function toward(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(6, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Drawn out, since not every viewer of SVG knows markers. */
function head(kind: WayKind, points: Point[]): string {
  const tip = points.at(-1) as Point;
  const before = points.at(-2) ?? tip;
  const angle = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI;
  return `<path class="head ${kind}" d="M0 0L-9 -4.5L-9 4.5Z" transform="translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(angle)})"/>`;
}

interface LegendEntry {
  words: string;
  kind: WayKind | 'optional' | 'last';
}

/** Only what the picture has. */
function legendOf(template: Template, ways: Way[], language: Language): LegendEntry[] {
  const has = (kind: WayKind) => ways.some((way) => way.kind === kind);
  const kinds = (['on', 'fork', 'join', 'back', 'cycle'] as const).filter(has);
  const made = template.stages.flatMap(({ fork }) => (fork ? [fork.as] : []));
  const words = (kind: (typeof kinds)[number]) => (kind === 'fork' ? forksInto(made) : diagramWords[kind])[language];
  return [
    ...kinds.map((kind) => ({ kind, words: words(kind) })),
    ...(template.stages.some(({ optional }) => optional)
      ? [{ kind: 'optional' as const, words: diagramWords.optional[language] }]
      : []),
    { kind: 'last', words: diagramWords.end[language] },
  ];
}

function legendEntry({ kind, words }: LegendEntry, x: number, y: number): string {
  const text = `<text class="small" x="${x + 46}" y="${round(y + 4)}">${escaped(words)}</text>`;
  if (kind === 'optional' || kind === 'last')
    return `<rect class="box ${kind}" x="${x}" y="${round(y - 6)}" width="34" height="13" rx="3"/>${text}`;
  return `${line({
    kind,
    points: [
      { x, y },
      { x: x + 36, y },
    ],
  })}${text}`;
}
