// The ways of a template as lines between stages: which lead on, which lead back, and where what was forked comes together.
import type { Stage, Template } from '#libs/lifecycle';

/** `loop`: a way on that leads back to where the plan has been. */
export type WayKind = 'on' | 'loop' | 'fork' | 'join' | 'back' | 'cycle';

export interface Way {
  from: string;
  to: string;
  kind: WayKind;
}

/** @param template whole, without faults. */
export function waysIn({ stages, start = stages[0]?.key ?? '' }: Template): Way[] {
  const leadsBack = loops(stages, start);
  return stages.flatMap((stage): Way[] => {
    const { key: from, next, returnsTo = [], fork, cycle } = stage;
    return [
      ...next.map((to): Way => ({ from, to, kind: leadsBack(from, to) ? 'loop' : 'on' })),
      ...(fork ? [{ from, to: fork.to, kind: 'fork' } as const] : []),
      ...(fork?.join ? lastOf(stages, stage).map((last): Way => ({ from: last, to: from, kind: 'join' })) : []),
      ...(cycle ? [{ from, to: cycle.to, kind: 'cycle' } as const] : []),
      ...returnsTo.map((to): Way => ({ from, to, kind: 'back' })),
    ];
  });
}

const onward = ({ next, fork }: Stage) => [...next, ...(fork ? [fork.to] : [])];

/** Looks at the ways on in depth, from the start: one that leads to a stage on the present path leads back. */
function loops(stages: Stage[], start: string): (from: string, to: string) => boolean {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const state = new Map<string, 'open' | 'done'>();
  const found = new Set<string>();
  for (const root of [start, ...byKey.keys()]) {
    if (state.has(root)) continue;
    const path = [{ key: root, ahead: waysOn(byKey, root) }];
    state.set(root, 'open');
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const to = here.ahead.shift();
      if (to === undefined) {
        state.set(here.key, 'done');
        path.pop();
      } else if (state.get(to) === 'open') {
        found.add(`${here.key} ${to}`);
      } else if (!state.has(to) && byKey.has(to)) {
        state.set(to, 'open');
        path.push({ key: to, ahead: waysOn(byKey, to) });
      }
    }
  }
  return (from, to) => found.has(`${from} ${to}`);
}

function waysOn(byKey: Map<string, Stage>, key: string): string[] {
  const stage = byKey.get(key);
  return stage ? onward(stage) : [];
}

/** The last stages of what a fork makes, unless it goes the same way as the plan that waits for it. */
function lastOf(stages: Stage[], { key, next, fork }: Stage): string[] {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const reach = (from: string[]) => {
    const seen = new Set<string>();
    const ahead = [...from];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (at === key || seen.has(at)) continue;
      seen.add(at);
      ahead.push(...(byKey.get(at)?.next ?? []));
    }
    return seen;
  };
  const own = reach(fork ? [fork.to] : []);
  const main = reach(next);
  return [...own].filter((at) => !main.has(at) && byKey.get(at)?.next.length === 0);
}
