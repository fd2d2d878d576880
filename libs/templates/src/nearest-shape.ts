// Of several shapes that a value may have: the findings by the one that it comes nearest to. By the others nearly all of it is wrong.
import type { ErrorObject } from 'ajv/dist/2020.js';

/** @param errors as ajv lists them: what is wrong by each alternative stands right before the `anyOf` itself. */
export function byNearestShape(errors: ErrorObject[]): ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors)
    if (error.keyword === 'anyOf') kept.push(...nearest(takenBack(kept, error), error));
    else kept.push(error);
  return kept;
}

/** Takes the findings by its alternatives off the end of the list. */
function takenBack(kept: ErrorObject[], { schemaPath, instancePath }: ErrorObject): ErrorObject[] {
  const isOf = (one: ErrorObject) =>
    one.schemaPath.startsWith(`${schemaPath}/`) && one.instancePath.startsWith(instancePath);
  return kept.splice(kept.findLastIndex((one) => !isOf(one)) + 1);
}

function nearest(found: ErrorObject[], { schemaPath, instancePath }: ErrorObject): ErrorObject[] {
  const each = new Map<string, ErrorObject[]>();
  for (const one of found) {
    const alternative = one.schemaPath.slice(schemaPath.length + 1).split('/', 1)[0] as string;
    each.set(alternative, [...(each.get(alternative) ?? []), one]);
  }
  const isOtherKind = (errors: ErrorObject[]) =>
    errors.some((one) => one.keyword === 'type' && one.instancePath === instancePath);
  const distance = (errors: ErrorObject[]) => (isOtherKind(errors) ? Infinity : errors.length);
  const all = [...each.values()];
  const least = Math.min(...all.map(distance));
  return all.find((errors) => distance(errors) === least) ?? [];
}
