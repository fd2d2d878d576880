// A template as the engine reads it: the lists of a stage that may be left out are there, and empty.
import type { Stage, Template } from '#libs/lifecycle';

/** @param document one without faults. */
export function wholeTemplate(document: Template): Template {
  return { ...document, stages: document.stages.map(wholeStage) };
}

function wholeStage(written: Partial<Stage>): Stage {
  const { opens = [], criteria = [], next = [] } = written;
  return { ...(written as Stage), opens, criteria, next };
}
