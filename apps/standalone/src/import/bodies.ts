// Each command's body against the class that the HTTP doors hold it against: an import gets no way round them.
import { learningBodies } from '#libs/learning';
import { planVerbBodies, StartPlanBody } from '#libs/plans';
import { Problem, problemBody, readBody } from '#libs/platform';
import type { FileFault } from './faults.js';
import type { PlacedOrder } from './story.js';

type BodyClass = new () => object;

const CLASSES = new Map<string, BodyClass>(
  Object.entries({ ...planVerbBodies, ...learningBodies, start: StartPlanBody }),
);

export function bodyFaults(orders: PlacedOrder[]): FileFault[] {
  return orders.flatMap(faultsOf);
}

function faultsOf({ verb, body, place }: PlacedOrder): FileFault[] {
  const type = CLASSES.get(verb);
  if (!type) throw new Error(`the import gives ${verb}, a verb without a body class`);
  try {
    readBody(type, body);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const faults = problemBody(error, 'en').faults ?? [];
    return faults.map(({ pointer, message }) => ({ place, message: `${pointer.slice(1)} ${message}` }));
  }
}
