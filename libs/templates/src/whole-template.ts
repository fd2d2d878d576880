// A template as the engine reads it: the lists of a stage that may be left out are there, and empty; and the verbs that every way
// of working has are open, whether it thought of them or not.
import type { Stage, Template, Track } from '#libs/lifecycle';

/** @param document one without faults. */
export function wholeTemplate(document: Template): Template {
  const stages = document.stages.map(wholeStage);
  const silent = ALWAYS.opens.filter((verb) => ![...stages, ...(document.tracks ?? [])].some(opens(verb)));
  if (silent.length === 0) return { ...document, stages };
  return { ...document, stages, tracks: [...(document.tracks ?? []), { ...ALWAYS, opens: silent }] };
}

/** A template that opens one of these itself decides where. The key is none that a template can have. */
const ALWAYS: Track = {
  key: 'always-',
  name: { sv: 'Bilagor och roller', en: 'Attachments and roles' },
  opens: [
    ...['attach', 'strike-attachment'],
    ...['assign-role', 'change-role', 'end-role'],
    ...['start-hand-over', 'accept-hand-over', 'decline-hand-over', 'withdraw-hand-over'],
    ...['note-leadership-change', 're-anchor', 'fill-role-map', 'remove-role-map-row'],
  ],
};

function opens(verb: string): (place: { opens: string[] }) => boolean {
  return (place) => place.opens.includes(verb);
}

function wholeStage(written: Partial<Stage>): Stage {
  const { opens: opened = [], criteria = [], next = [] } = written;
  return { ...(written as Stage), opens: opened, criteria, next };
}
