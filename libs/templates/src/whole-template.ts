// A template as the engine reads it: the lists of a stage that may be left out are there, and empty; and the verbs that every way
// of working has are open, whether it thought of them or not.
import type { Stage, Template, Track } from '#libs/lifecycle';

/** @param document one without faults. */
export function wholeTemplate(document: Template): Template {
  return withAlwaysOpen({ ...document, stages: document.stages.map(wholeStage) });
}

/** With the verbs that are open in every way of working, on a track of their own. */
export function withAlwaysOpen(template: Template): Template {
  const { stages, tracks = [] } = template;
  const opened = new Set([...stages, ...tracks].flatMap(({ opens }) => opens));
  const silent = ALWAYS.opens.filter((verb) => !opened.has(verb));
  return silent.length === 0 ? template : { ...template, tracks: [...tracks, { ...ALWAYS, opens: silent }] };
}

/** A template that opens one of these itself decides where. The key is none that a template can have. */
const ALWAYS: Track = {
  key: 'always-',
  name: { sv: 'Hör till varje plan', en: 'Part of every plan' },
  opens: [
    ['attach', 'strike-attachment'],
    ['assign-role', 'change-role', 'end-role'],
    ['start-hand-over', 'accept-hand-over', 'decline-hand-over', 'withdraw-hand-over'],
    ['note-leadership-change', 're-anchor', 'fill-role-map', 'remove-role-map-row'],
    ['register-record', 'mark-confidential', 'lift-confidentiality'],
    ['write-research-note', 'publish-research-note', 'strike-research-note'],
  ].flat(),
};

function wholeStage(written: Partial<Stage>): Stage {
  const { opens: opened = [], criteria = [], next = [] } = written;
  return { ...(written as Stage), opens: opened, criteria, next };
}
