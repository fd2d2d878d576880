// Where a template opens which verb: reckoned once for each template, since a published version never changes.
import type { Template } from './template.js';

interface Openings {
  /** Every capability verb that it opens anywhere, in the order of its stages. */
  verbs: string[];
  /** Verbs that run beside the stages. */
  onTracks: Set<string>;
  /** The stages that open a verb; every stage when a track does. */
  stages: Map<string, string[]>;
}

const reckoned = new WeakMap<Template, Openings>();

export function openingsOf(template: Template): Openings {
  let openings = reckoned.get(template);
  if (!openings) reckoned.set(template, (openings = reckon(template)));
  return openings;
}

function reckon({ stages, tracks = [] }: Template): Openings {
  const onTracks = new Set(tracks.flatMap((track) => track.opens));
  const opening = new Map<string, string[]>();
  for (const stage of stages) for (const verb of new Set(stage.opens)) add(opening, verb, stage.key);
  const everywhere = stages.map((stage) => stage.key);
  for (const verb of onTracks) opening.set(verb, everywhere);
  return { verbs: [...new Set([...stages, ...tracks].flatMap((place) => place.opens))], onTracks, stages: opening };
}

function add(opening: Map<string, string[]>, verb: string, stage: string): void {
  const stages = opening.get(verb);
  if (stages) stages.push(stage);
  else opening.set(verb, [stage]);
}
