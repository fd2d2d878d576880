// What stays in the file because no part of Stegvis holds it yet: told at every import, so that nobody believes it is there.

/** Pointers into the file, `*` for each of a list, and what stands there. */
const KEPT: [place: string, what: string][] = [
  ['/sources', 'what each source is'],
  ['/programme/commission_context_sv', 'whose commission the programme is part of'],
  ['/programme/pilot_parts', 'the parts of the strand'],
  ['/organisations/*/units_named_sv', 'units of the organisations'],
  ['/roles_named', 'roles that the sources name'],
  ['/actor_inventory/name_sv', 'what the inventory was called'],
  ['/actor_inventory/question_sv', 'the question of the inventory'],
  ['/actor_inventory/actor_groups', 'the groups that were asked'],
  ['/analyses/*/method_sv', 'how a study was made'],
  ['/analyses/*/values_sv', 'what a study was worth, and to whom'],
  ['/analyses/*/counts_for_indicator', 'which analyses an indicator counts'],
  ['/knowledge_activities/*/participant_group_sv', 'who took part in a knowledge activity'],
  ['/knowledge_activities/*/topics_sv', 'topics of knowledge activities'],
  ['/lifecycle_history/*/sv', "the sources' own names for stages, where they are no more than a name"],
  ['/plans/*/name_sv', 'the full name of a plan'],
  ['/plans/*/long_name_sv', 'the longest name of a plan'],
  ['/plans/*/name_variants_sv', 'other names of a plan'],
  ['/indicators_intro_sv', 'the heading of the indicators'],
  ['/indicators/*/measurement/when_sv', 'when an indicator was measured, in words without a date'],
  ['/indicators/*/measurement/sent_and_compiled_by', 'who made the survey'],
  ['/indicators/*/inference_assessment', 'assessments by the analyst: Stegvis works out its own'],
  ['/follow_up_research', 'the follow-up research: its purpose, forms, findings and two-sided question'],
  ['/related_work', 'programmes and projects beside this one'],
];

/** @returns the places that this file has, with what stands there. */
export function notLoaded(file: object): { place: string; what: string }[] {
  return KEPT.filter(([place]) => isThere(file, place.split('/').slice(1))).map(([place, what]) => ({ place, what }));
}

function isThere(value: unknown, [step, ...rest]: string[]): boolean {
  if (step === undefined) return value !== undefined && value !== null;
  if (typeof value !== 'object' || value === null) return false;
  const inner = step === '*' ? Object.values(value) : [(value as Record<string, unknown>)[step]];
  return inner.some((one) => isThere(one, rest));
}
