// A choice of direction read out of a body: its themes, what it leaves out, and what speaks against it.
import type { Setting } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, type Refusal } from '../../engine/refusal.js';
import { stageOf, type Template } from '../../engine/template.js';
import { potentialsToWeigh, type Potential } from '../potentials/facts.js';
import { notToWeigh, titleOf } from '../potentials/verbs.js';
import { keysByTitle } from '../record-key.js';
import { directionsOf, statusOfPotential, themesOf } from './facts.js';

export interface ChosenPotential {
  potential?: string;
  /** What is chosen, when it never was recorded as a potential. */
  title?: string;
  /** The title of the theme; several potentials may be one theme. The title of what is chosen when absent. */
  theme?: string;
  rationale?: string;
}

export interface ParkedPotential {
  potential: string;
  because?: string;
  /** A day, YYYY-MM-DD. */
  lookAgainOn?: string;
}

export interface ChooseDirection {
  chosen: ChosenPotential[];
  parked?: ParkedPotential[];
  /** Why the potentials that are left out are parked, where `parked` does not say it of one. */
  parkedBecause?: string;
  problem?: string;
  goalPicture?: string;
  /** INV-13: why everything, or more than the cap, is chosen all the same. */
  overrideReason?: string;
  decidedBy?: string[];
}

export interface ChosenTheme {
  theme: string;
  title: string;
  potentials: string[];
}

/** The themes, one for each title; a theme that stands already keeps its key, so that its workgroup stays its own. */
export function themesIn(plan: Plan, { chosen }: ChooseDirection): ChosenTheme[] {
  const ever = directionsOf(plan).decisions.flatMap((decision) => decision.themes);
  const titles = chosen.map((one) => themeTitle(plan, one));
  const keys = keysByTitle('theme', titles, themesOf(plan), ever);
  return [...keys].map(([title, theme]) => {
    const under = chosen.filter((one) => themeTitle(plan, one) === title);
    return { theme, title, potentials: [...new Set(under.flatMap((one) => one.potential ?? []))] };
  });
}

export function themeTitle(plan: Plan, { potential, title, theme }: ChosenPotential): string {
  return theme ?? title ?? (potential === undefined ? '' : titleOf(plan, potential));
}

/** Potentials that this choice parks: all that are left out and not parked before (INV-12). */
export function leftOut(plan: Plan, { chosen }: ChooseDirection): Potential[] {
  const taken = new Set(chosen.map((one) => one.potential));
  return potentialsToWeigh(plan).filter(({ key }) => !taken.has(key) && statusOfPotential(plan, key) !== 'parked');
}

/** What speaks against the choice, whoever makes it; imported history is taken as it was (INV-26). */
export function against(plan: Plan, body: ChooseDirection, at: Setting): Refusal | null {
  return unreadable(plan, body) ?? (at.imported ? null : (unexplained(plan, body) ?? tooMuch(plan, body, at.template)));
}

function unreadable(plan: Plan, { chosen, parked = [] }: ChooseDirection): Refusal | null {
  if (chosen.length === 0) return refuse('nothing-chosen', { field: '/chosen' });
  for (const [index, one] of chosen.entries()) {
    const gone = one.potential === undefined ? null : notToWeigh(plan, one.potential, `/chosen/${index}/potential`);
    if (gone) return gone;
    if (!themeTitle(plan, one)) return refuse('theme-untitled', { field: `/chosen/${index}/theme` });
  }
  for (const [index, { potential }] of parked.entries()) {
    const field = `/parked/${index}/potential`;
    const gone = notToWeigh(plan, potential, field);
    if (gone) return gone;
    if (chosen.some((one) => one.potential === potential))
      return refuse('chosen-and-parked', { field, params: { potential: titleOf(plan, potential) } });
  }
  return null;
}

/** INV-12: each choice has its rationale, and each potential that is parked a word why. */
function unexplained(plan: Plan, body: ChooseDirection): Refusal | null {
  const bare = body.chosen.findIndex((one) => !one.rationale);
  const choice = body.chosen[bare];
  if (choice)
    return refuse('rationale-missing', {
      field: `/chosen/${bare}/rationale`,
      params: { theme: themeTitle(plan, choice) },
    });
  if (body.parkedBecause) return null;
  const said = new Set(body.parked?.filter((one) => one.because).map((one) => one.potential));
  const silent = leftOut(plan, body).filter((potential) => !said.has(potential.key));
  if (silent.length === 0) return null;
  const missing = silent.map(({ title }) => ({ code: 'parked-without-why', params: { potential: title } }));
  return refuse('parking-unexplained', { field: '/parkedBecause', missing });
}

/** INV-13. One potential alone leaves nothing to put before another, so choosing it is not choosing everything. */
function tooMuch(plan: Plan, body: ChooseDirection, template: Template): Refusal | null {
  if (body.overrideReason) return null;
  const weighed = potentialsToWeigh(plan);
  const taken = new Set(body.chosen.map((one) => one.potential));
  if (weighed.length > 1 && weighed.every(({ key }) => taken.has(key)))
    return refuse('everything-chosen', { field: '/overrideReason' });
  const cap = capOf(template, plan);
  const chosen = themesIn(plan, body).length;
  if (cap === undefined || chosen <= cap) return null;
  return refuse('above-cap', { field: '/overrideReason', params: { chosen, cap } });
}

/** The cap of the present stage, else of the first stage that has one. */
function capOf(template: Template, plan: Plan): number | undefined {
  const criteria = [stageOf(template, plan.stage), ...template.stages].flatMap((stage) => stage.criteria);
  const caps = criteria.filter(({ kind }) => kind === 'direction-chosen').map((one) => one.with?.['cap']);
  return caps.find((cap) => typeof cap === 'number');
}
