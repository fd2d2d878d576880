// What an active plan may do in a stage, as transitions of the machine: read from the template alone.
import type { Stage } from '#libs/lifecycle';
import { guardName, type Guard } from './guards.js';
import type { Action, On, Status, Transition } from './machine.js';

export const at = (status: Status, { key }: Pick<Stage, 'key'>) => `#${status}.${key}`;
export const isEnd = ({ end, next, cycle }: Stage) => end === true || (next.length === 0 && cycle === undefined);

export function guarded(params: Guard, more: Omit<Transition, 'guard'>): Transition {
  return { ...more, guard: { type: guardName(params), params } };
}

export const doing = (...types: Action[]) => ({ actions: types.map((type) => ({ type })) });

/** What an active plan may do in the stage. */
export function moves(stage: Stage, byKey: Map<string, Stage>, forks: boolean): On {
  const criteria = stage.criteria.map(({ key }) => key);
  const forked = stage.fork && !stage.fork.join && forks ? { forked: false } : {};
  const joined = stage.fork?.join ? { joinWaits: false } : {};
  const on = [
    ...stage.next.map((to) => ({ to, does: doing() })),
    ...(stage.cycle ? [{ to: stage.cycle.to, does: doing('begin-cycle') }] : []),
  ];
  const ways = (conditions: Guard, ...more: Action[]) =>
    on.map(({ to, does }) => {
      const actions = [...more.map((type) => ({ type })), ...does.actions];
      const taken = actions.length > 0 ? { actions } : {};
      return guarded(
        { to, unsaid: on.length === 1, ...conditions, ...joined, ...forked },
        { target: at('active', { key: to }), ...taken },
      );
    });
  return {
    ...named('advance', ways(criteria.length > 0 ? { met: criteria } : {})),
    ...named('override', criteria.length > 0 ? ways({ unmet: criteria }, 'override') : []),
    ...named('skip', stage.optional ? skips(stage, byKey, forked) : []),
    ...named(
      'return',
      (stage.returnsTo ?? []).map((to, _, all) =>
        guarded({ to, unsaid: all.length === 1 }, { target: at('active', { key: to }) }),
      ),
    ),
    repeat: [doing('begin-round')],
    ...named('fork', stage.fork ? [forking(stage.fork.join === true, criteria)] : []),
    ...named('release', stage.fork?.join ? [guarded({ releasable: true }, doing('let-plans-go'))] : []),
    pause: [{ target: at('paused', stage) }],
    ...named('complete', completion(stage, criteria, joined, forks)),
  };
}

const named = (verb: string, transitions: Transition[]): On => (transitions.length > 0 ? { [verb]: transitions } : {});

/** Where a join waits, forking begins the work of the stage; elsewhere it is a way out, and asks what leaving asks. */
function forking(join: boolean, criteria: string[]): Transition {
  if (join || criteria.length === 0) return doing('make-plans');
  return guarded({ met: criteria }, doing('make-plans'));
}

/** To each stage that follows, and where more can be passed, over optional stages to the one that is said. */
function skips(stage: Stage, byKey: Map<string, Stage>, forked: Guard): Transition[] {
  const following = [...new Set(stage.next)].filter((key) => key !== stage.key);
  const far = following.some((key) => leadsFarther(byKey.get(key), [stage.key, ...following]));
  const joined = stage.fork?.join ? { plansOpenHere: false } : {};
  const isOnly = stage.next.length === 1 || (following.length === 1 && !far);
  const open = { ...joined, ...forked };
  const near = following.map((to) => guarded({ to, unsaid: isOnly, ...open }, { target: at('active', { key: to }) }));
  return far ? [...near, guarded({ past: stage.key, ...open }, { target: '#passing' })] : near;
}

const leadsFarther = (stage: Stage | undefined, known: string[]) =>
  stage?.optional === true && stage.next.some((key) => !known.includes(key));

/** Every stage that an optional one leads to: those that a skip can be said to. */
export function passed(stages: Stage[]): string[] {
  return [...new Set(stages.flatMap(({ optional, next }) => (optional ? next : [])))];
}

/** A plan ends in an end; one whose work the plans below carry on, wherever it stands, once they have ended. */
function completion(stage: Stage, criteria: string[], joined: Guard, forks: boolean): Transition[] {
  const target = at('completed', stage);
  const met = criteria.length > 0 ? { met: criteria } : {};
  const own = guarded({ ...met, ...joined, ...(forks ? { forked: false } : {}), plansOpen: false }, { target });
  return [...(forks ? [guarded({ forked: true, plansOpen: false }, { target })] : []), ...(isEnd(stage) ? [own] : [])];
}
