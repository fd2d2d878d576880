// A template as a machine of XState 5, in JSON that other tools open. It is read from the template alone, not from the
// engine, so that the two can be held against each other.
import type { Language, Stage, Template } from '#libs/lifecycle';
import { wholeTemplate } from '../whole-template.js';
import type { Guard } from './guards.js';
import { at, doing, guarded, isEnd, moves, passed } from './machine-moves.js';
import type { Machine, On, StageState, Status, StatusState, Transition } from './machine.js';

/** @param template without faults. @param language of the descriptions; `meta` has both. */
export function toXState(template: Template, language: Language = 'en'): Machine {
  const { key, version, name, stages, start = stages[0]?.key ?? '', kind } = wholeTemplate(template);
  const forks = stages.some(({ fork }) => fork && !fork.join);
  const below = kind === 'initiative' || stages.some(({ fork }) => fork);
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const lines = linesOf(stages, start);
  const restarts = lines[0]?.targets ?? [start];
  const group = (id: Status, state: (stage: Stage) => StageState): StatusState => ({
    id,
    initial: start,
    on: { restart: restarts.map((to) => restart(to, { to, unsaid: restarts.length === 1 })) },
    states: Object.fromEntries(stages.map((stage) => [stage.key, state(stage)])),
  });
  const open = (stage: Stage, on: On): StageState => ({ on: { ...on, ...again(stage, restarts, lines) } });
  return {
    id: `${key}@${version}`,
    version: String(version),
    description: name[language],
    initial: 'active',
    context: { attempt: 1, cycle: 1 },
    meta: { name, template: { key, version } },
    states: {
      active: group('active', (stage) => ({
        ...described(stage, language),
        ...open(stage, { ...moves(stage, byKey, forks), ...ends(stage, forks) }),
      })),
      paused: group('paused', (stage) =>
        open(stage, { resume: [{ target: at('active', stage) }], ...ends(stage, forks) }),
      ),
      completed: group('completed', (stage) => open(stage, reopened(stage, below))),
      discontinued: group('discontinued', (stage) => open(stage, reopened(stage, below))),
      ...passing(stages),
    },
  };
}

/** Only where some stage lets several be passed at once. */
function passing(stages: Stage[]): Pick<Machine['states'], 'passing'> {
  const optional = new Set(stages.flatMap((stage) => (stage.optional ? stage.key : [])));
  const far = stages.some(
    (stage) => stage.optional && stage.next.some((key) => key !== stage.key && optional.has(key)),
  );
  if (!far) return {};
  const always = passed(stages).map((to) => guarded({ to }, { target: at('active', { key: to }) }));
  return { passing: { id: 'passing', description: 'past several optional stages', always } };
}

function described(
  { name, purpose, optional = false, criteria, ...stage }: Stage,
  language: Language,
): Omit<StageState, 'on'> {
  const asked = criteria.map(({ key, kind, name: said }) => ({ key, kind, name: said }));
  const end = isEnd({ name, criteria, ...stage });
  return {
    description: name[language],
    meta: { name, ...(purpose ? { purpose } : {}), optional, end, criteria: asked },
  };
}

/** How it ends otherwise: by being laid down, and where it forked, when the last plan has ended. */
function ends(stage: Stage, forks: boolean): On {
  return {
    discontinue: [guarded({ plansOpen: false }, { target: at('discontinued', stage) })],
    ...(forks
      ? { 'plans-ended': [guarded({ forked: true, plansOpen: false }, { target: at('completed', stage) })] }
      : {}),
  };
}

/** An ended plan is active again when one below begins again. */
function reopened(stage: Stage, below: boolean): On {
  return below ? { 'plan-restarted': [{ target: at('active', stage) }] } : {};
}

interface Line {
  stages: Set<string>;
  /** Where an attempt may begin in it. */
  targets: string[];
}

/** The main line, then each branch that a join waits for: a plan begins again in its own. */
function linesOf(stages: Stage[], start: string): Line[] {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const taken = new Set<string>();
  return [start, ...stages.flatMap(({ fork }) => (fork?.join ? [fork.to] : []))].map((begin) => {
    const line = new Set([begin]);
    for (const key of line) for (const to of ownWays(byKey.get(key))) if (!taken.has(to)) line.add(to);
    if (taken.has(begin)) line.delete(begin);
    for (const key of line) taken.add(key);
    const said = stages.filter(({ key, restart: may }) => may && line.has(key)).map(({ key }) => key);
    return { stages: line, targets: said.length > 0 ? said : [begin] };
  });
}

function ownWays(stage: Stage | undefined): string[] {
  const { next = [], returnsTo = [], cycle, fork } = stage ?? {};
  return [...next, ...returnsTo, ...(cycle ? [cycle.to] : []), ...(fork && !fork.join ? [fork.to] : [])];
}

function restart(to: string, guard: Guard): Transition {
  return guarded(guard, { target: at('active', { key: to }), ...doing('begin-attempt') });
}

/**
 * Of several stages to begin again in, the present one is taken when none is said. A branch has its own, and the last,
 * which leads nowhere, keeps the main line's from it.
 */
function again({ key }: Stage, restarts: string[], lines: Line[]): On {
  const branch = lines.slice(1).find((line) => line.stages.has(key));
  if (branch) {
    const { targets } = branch;
    const own = targets.map((to) => restart(to, { to, unsaid: targets.length === 1 || to === key }));
    return { restart: [...own, {}] };
  }
  return restarts.length > 1 && restarts.includes(key) ? { restart: [restart(key, { to: key, unsaid: true })] } : {};
}
