// Where the plan stands, as a track of stages: done, here, ahead, skipped; with rounds and since when.
import { el, sign } from '../page/element.js';
import { whenInWords } from '../words/dates.js';
import { label, t } from '../words/language.js';

const SIGNS = {
  done: '✓',
  here: '➤',
  ahead: '○',
  skipped: '↷',
  'in-plans': '»',
  before: '✓',
  passed: '·',
  'not-reached': '–',
};

export function track({ plan, template, history, names }) {
  const joined = joinedStages(template);
  const stages = stagesFor(plan, template.stages, joined);
  const states = statesOf(plan, stages, history, joined);
  const steps = stages.map((stage) => step(plan, stage, states.get(stage.key), names));
  return el('ol', { class: 'track', 'aria-label': t('track.label') }, steps);
}

/** Stages that only plans come to that were made in a stage which waits for them: a dialogue with each municipality. */
function joinedStages({ stages, start = stages[0]?.key }) {
  const own = onwardFrom(stages, start);
  const branches = stages.flatMap(({ fork }) => (fork?.join ? [...onwardFrom(stages, fork.to)] : []));
  return new Set(branches.filter((key) => !own.has(key)));
}

function onwardFrom(stages, from) {
  const seen = new Set([from]);
  for (const key of seen) stages.find((stage) => stage.key === key)?.next?.forEach((next) => seen.add(next));
  return seen;
}

/** A plan in such a stage has gone as far as the stage that made it, and comes to none of those after. */
function stagesFor(plan, stages, joined) {
  if (!joined.has(plan.stage)) return stages;
  const made = stages.findIndex(({ fork }) => fork?.join && onwardFrom(stages, fork.to).has(plan.stage));
  const before = stages.slice(0, made + 1).filter(({ key }) => !joined.has(key));
  const branch = onwardFrom(stages, stages[made].fork.to);
  return [...before, ...stages.filter(({ key }) => branch.has(key))];
}

function step(plan, stage, { state, when }, names) {
  const isHere = state === 'here';
  const round = isHere ? plan.round : 1;
  // An earlier attempt may have reached it.
  const again = state === 'not-reached' && plan.attempt > 1 ? '-again' : '';
  const words = [t(isHere ? `track.${hereWord(plan)}` : `track.${state}${again}`)];
  if (round > 1) words.push(t('track.round', { n: round }));
  if (isHere && when !== undefined && !isEnded(plan))
    words.push(when === null ? t('track.since-unknown') : t('track.since', { when: whenInWords(when) }));
  if (stage.optional && state === 'ahead') words.push(t('track.optional'));
  return el(
    'li',
    { class: `step ${state}`, 'aria-current': isHere ? 'step' : null },
    sign(SIGNS[state]),
    el(
      'div',
      {},
      el('strong', {}, names.stage(stage.key)),
      ' ',
      el('span', { class: 'state' }, words.join(', ')),
      purpose(stage, isHere),
    ),
  );
}

function isEnded({ status }) {
  return status === 'completed' || status === 'discontinued';
}

function hereWord({ status }) {
  if (status === 'paused') return 'paused-here';
  return status === 'active' ? 'here' : 'ended-here';
}

function purpose(stage, isHere) {
  const words = label(stage.purpose);
  return isHere && words ? el('span', { class: 'purpose' }, words) : null;
}

/** For each stage how it stands; read off the history, for a plan may go back, skip and start again. */
export function statesOf(plan, stages, history, joined = new Set()) {
  const order = stages.map((stage) => stage.key);
  const here = order.indexOf(plan.stage);
  const told = history.complete ? toldBy(history.events, order, plan) : new Map();
  const forked = hasForked(plan);
  return new Map(
    order.map((key, index) => {
      const known = told.get(key);
      if (key === plan.stage) return [key, { state: 'here', when: known?.when }];
      if (joined.has(key) && !joined.has(plan.stage)) return [key, { state: 'in-plans' }];
      if (known?.state) return [key, known];
      if (index > here)
        return [key, { state: forked ? 'in-plans' : plan.status === 'discontinued' ? 'not-reached' : 'ahead' }];
      return [key, { state: history.complete && index > 0 ? 'passed' : 'done' }];
    }),
  );
}

/** Plans made out of it in this attempt carry the work on, but for those that it waits for or that began under it. */
export function hasForked(plan) {
  return plan.children.some((child) => child.attempt === plan.attempt && !child.joins && !child.added);
}

function toldBy(events, order, plan) {
  const told = new Map();
  const undone = new Set(events.flatMap(({ type, data }) => (type === 'step.undone' ? data.events : [])));
  for (const event of events.filter(({ id }) => !undone.has(id))) {
    const { stage } = event.data ?? {};
    const isShared = event.plan !== undefined && event.plan !== plan.id;
    const isLeft = event.type === 'plan.forked' && (isShared || !event.data.joins);
    if (event.type === 'stage.completed' || isLeft) told.set(stage, { state: isShared ? 'before' : 'done' });
    if (event.type === 'stage.skipped') told.set(stage, { state: 'skipped' });
    if (event.type === 'cycle.started') event.data.takenUpAgain.forEach((key) => told.delete(key));
    if (event.type === 'stage.entered') enter(told, event, order);
  }
  return told;
}

/** Going back takes up again what comes after. */
function enter(told, { data, occurredAt }, order) {
  const from = order.indexOf(data.stage);
  if (data.kind === 'return' || data.kind === 'restart') order.slice(from).forEach((key) => told.delete(key));
  told.set(data.stage, { when: occurredAt });
}
