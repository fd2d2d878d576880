// What falls due as a reader sees it: the rule by its name, and what is missing in words.
import { sayMissing, type CheckIn, type due, type Reminder, type Template } from '#libs/lifecycle';
import type { Language } from '#libs/platform';

export type Due = ReturnType<typeof due>[number];

export function dueView(one: Due, template: Template, language: Language) {
  const { because, earlier: _, ...told } = one;
  const name = ruleOf(one, template)?.name?.[language] ?? null;
  return { ...told, name, because: { ...because, missing: sayMissing(because.missing, language) } };
}

/** By its place: a stage's key, `track:<key>`, `plan` or `paused`. A stage may be called one of the last two. */
function ruleOf({ kind, place, rule }: Due, template: Template): Reminder | CheckIn | undefined {
  const { stages, tracks = [], rules = {} } = template;
  const places: (Rules | undefined)[] = [
    stages.find(({ key }) => key === place),
    tracks.find(({ key }) => `track:${key}` === place),
    place === 'plan' ? rules : undefined,
    place === 'paused' ? { reminders: rules.whilePaused } : undefined,
  ];
  return places
    .flatMap((found): (Reminder | CheckIn)[] => (kind === 'check-in' ? found?.checkIns : found?.reminders) ?? [])
    .find(({ key }) => key === rule);
}

interface Rules {
  reminders?: Reminder[] | undefined;
  checkIns?: CheckIn[] | undefined;
}
