// Whether a capability's verb is open now: the template says where, the status says when, the capability says the rest.
import type { Setting } from './capability.js';
import { openingsOf } from './openings.js';
import { isEnded, type Plan } from './plan.js';
import type { Reason } from './refusal.js';
import { stageNames, stageOf, type Label, type Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export function reasonsAgainst(vocabulary: Vocabulary, plan: Plan, verb: string, at: Setting): Reason[] {
  const known = vocabulary.verbs.get(verb);
  if (!known) return [{ code: 'unknown-verb', params: { verb } }];
  if (isEnded(plan) && !known.verb.onEnded) return [{ code: 'ended', params: { status: plan.status } }];
  const onTrack = onATrack(at.template, verb);
  if (plan.status === 'paused' && !onTrack && !at.imported) return [{ code: 'paused' }];
  if (!onTrack && !stageOf(at.template, plan.stage).opens.includes(verb))
    return [notHere(at.template, verb, known.verb.name)];
  return known.verb.ready?.(plan, at) ?? [];
}

function onATrack(template: Template, verb: string): boolean {
  return openingsOf(template).onTracks.has(verb);
}

function notHere(template: Template, verb: string, name: Label): Reason {
  const stages = stagesThatOpen(template, verb);
  if (stages.length === 0) {
    const params = { verb, template: template.key };
    return { code: 'not-in-template', params, names: { verb: name, template: template.name } };
  }
  const names = { verb: name, stages: stageNames(template, stages) };
  return { code: 'not-open-here', params: { verb, stages: stages.join(', ') }, names };
}

/** The stages in which a template opens a verb; every stage when a track does. */
export function stagesThatOpen(template: Template, verb: string): string[] {
  return openingsOf(template).stages.get(verb) ?? [];
}

/** Every capability verb that the template opens anywhere, in the order of its stages. */
export function verbsOf(template: Template): string[] {
  return openingsOf(template).verbs;
}
