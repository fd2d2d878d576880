// Where the boxes and lines of a picture lie: boxes and ways on by dagre, ways back in lanes beside them, so that no line runs
// through a box.
import { graphlib, layout } from '@dagrejs/dagre';
import type { Way, WayKind } from './graph.js';

export interface Box {
  key: string;
  width: number;
  height: number;
}

/** Its middle. */
export interface Placed extends Box {
  x: number;
  y: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Line {
  kind: WayKind;
  points: Point[];
}

export interface Lane {
  kind: WayKind;
  /** From what comes to it, along the lane, to the stage it leads to. */
  path: Point[];
  /** What comes to the lane, each with the point at which it does. */
  feeders: Point[][];
}

export interface Laid {
  width: number;
  height: number;
  boxes: Placed[];
  lines: Line[];
  lanes: Lane[];
}

const GAP = 44;
const LANE = 14;
const MARGIN = 24;

export function laidOut(boxes: Box[], ways: Way[]): Laid {
  const isOn = ({ kind }: Way) => kind === 'on' || kind === 'fork';
  const { placed, lines } = drawn(boxes, ways.filter(isOn));
  const right = Math.max(
    ...placed.map(({ x, width }) => x + width / 2),
    ...lines.flatMap(({ points }) => points.map(({ x }) => x)),
  );
  const left = Math.min(
    ...placed.map(({ x, width }) => x - width / 2),
    ...lines.flatMap(({ points }) => points.map(({ x }) => x)),
  );
  const beside = ways.filter((way) => !isOn(way));
  const isLeft = ({ kind }: Way) => kind === 'cycle' || kind === 'join';
  const rightLanes = lanesOf(
    placed,
    beside.filter((way) => !isLeft(way)),
    right,
    1,
  );
  const leftLanes = lanesOf(placed, beside.filter(isLeft), left, -1);
  const lanes = [...leftLanes, ...rightLanes];
  return framed(placed, lines, lanes);
}

function drawn(boxes: Box[], ways: Way[]): { placed: Placed[]; lines: Line[] } {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: GAP, edgesep: 18 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key, width, height } of boxes) graph.setNode(key, { width, height });
  // A fork beside a way on to the same stage needs room of its own.
  for (const { from, to, kind } of ways) graph.setEdge(from, to, kind === 'fork' ? { width: 26, height: 1 } : {}, kind);
  layout(graph);
  const placed = boxes.map((box) => {
    const { x = 0, y = 0 } = graph.node(box.key) as Partial<Point>;
    return { ...box, x, y };
  });
  const lines = ways.map(({ from, to, kind }) => {
    const { points = [] } = graph.edge(from, to, kind) as { points?: Point[] };
    return { kind, points };
  });
  return { placed, lines };
}

/** One lane for each stage that is led to, shared by all that lead there. */
function lanesOf(placed: Placed[], ways: Way[], edge: number, side: 1 | -1): Lane[] {
  const byKey = new Map(placed.map((box) => [box.key, box]));
  const wanted = together(ways).map((group) => {
    const [{ kind, to }] = group as [Way];
    const target = byKey.get(to) as Placed;
    const sources = group.map(({ from }) => byKey.get(from) as Placed);
    const ys = [...sources, target].map(({ y }) => y);
    return { kind, target, sources, top: Math.min(...ys), bottom: Math.max(...ys) };
  });
  wanted.sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
  const taken: { top: number; bottom: number }[][] = [];
  return wanted.map(({ kind, target, sources, top, bottom }) => {
    const isFree = (lane: { top: number; bottom: number }[]) =>
      lane.every((span) => span.bottom + 60 < top || span.top - 60 > bottom);
    let index = taken.findIndex(isFree);
    if (index === -1) index = taken.push([]) - 1;
    taken[index]?.push({ top, bottom });
    const x = edge + side * (20 + LANE * index);
    const into = entry(placed, target, x, side, index);
    const feeders = sources.map((source) => exit(placed, source, x, side, index));
    const ends = [...feeders.map((points) => (points.at(-1) as Point).y), (into[0] as Point).y];
    const far = ends.reduce((one, y) =>
      Math.abs(y - (into[0] as Point).y) > Math.abs(one - (into[0] as Point).y) ? y : one,
    );
    return { kind, path: [{ x, y: far }, ...into], feeders };
  });
}

/** Those of one kind that lead to one stage. */
function together(ways: Way[]): Way[][] {
  const groups = new Map<string, Way[]>();
  for (const way of ways) {
    const name = `${way.kind} ${way.to}`;
    groups.set(name, [...(groups.get(name) ?? []), way]);
  }
  return [...groups.values()];
}

/** Out of the side of a box to the lane; where another box is in the way, down into the gap below it first. */
function exit(placed: Placed[], box: Placed, x: number, side: 1 | -1, index: number): Point[] {
  const out = box.x + (side * box.width) / 2;
  if (!isBetween(placed, box, side))
    return [
      { x: out, y: box.y + 8 },
      { x, y: box.y + 8 },
    ];
  const y = bandOf(placed, box).bottom + 8 + 3 * (index % 5);
  return [
    { x: out - side * 14, y: box.y + box.height / 2 },
    { x: out - side * 14, y },
    { x, y },
  ];
}

/** From the lane into the side of a box; where another is in the way, from the gap above it. */
function entry(placed: Placed[], box: Placed, x: number, side: 1 | -1, index: number): Point[] {
  const into = box.x + (side * box.width) / 2;
  if (!isBetween(placed, box, side))
    return [
      { x, y: box.y - 8 },
      { x: into, y: box.y - 8 },
    ];
  const y = bandOf(placed, box).top - 12 - 3 * (index % 5);
  return [
    { x, y },
    { x: into - side * 28, y },
    { x: into - side * 28, y: box.y - box.height / 2 },
  ];
}

const isBeside = (box: Placed) => (other: Placed) => Math.abs(other.y - box.y) < (other.height + box.height) / 2;

function isBetween(placed: Placed[], box: Placed, side: 1 | -1): boolean {
  return placed.filter(isBeside(box)).some((other) => side * (other.x - box.x) > 0);
}

function bandOf(placed: Placed[], box: Placed): { top: number; bottom: number } {
  const beside = placed.filter(isBeside(box));
  return {
    top: Math.min(...beside.map(({ y, height }) => y - height / 2)),
    bottom: Math.max(...beside.map(({ y, height }) => y + height / 2)),
  };
}

/** Everything moved so that it begins at the margin. */
function framed(placed: Placed[], lines: Line[], lanes: Lane[]): Laid {
  const points = [
    ...placed.flatMap(({ x, y, width, height }) => [
      { x: x - width / 2, y: y - height / 2 },
      { x: x + width / 2, y: y + height / 2 },
    ]),
    ...lines.flatMap((line) => line.points),
    ...lanes.flatMap(({ path, feeders }) => [...path, ...feeders.flat()]),
  ];
  const low = { x: Infinity, y: Infinity };
  const high = { x: -Infinity, y: -Infinity };
  for (const { x, y } of points) {
    low.x = Math.min(low.x, x);
    low.y = Math.min(low.y, y);
    high.x = Math.max(high.x, x);
    high.y = Math.max(high.y, y);
  }
  const moved = <At extends Point>(at: At): At => ({ ...at, x: at.x - low.x + MARGIN, y: at.y - low.y + MARGIN });
  return {
    width: high.x - low.x + 2 * MARGIN,
    height: high.y - low.y + 2 * MARGIN,
    boxes: placed.map(moved),
    lines: lines.map((line) => ({ ...line, points: line.points.map(moved) })),
    lanes: lanes.map(({ kind, path, feeders }) => ({
      kind,
      path: path.map(moved),
      feeders: feeders.map((feeder) => feeder.map(moved)),
    })),
  };
}
