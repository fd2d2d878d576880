// Whether two values of JSON say the same, whatever the order of the names in an object.
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  const inOne = one as Record<string, unknown>;
  const inOther = other as Record<string, unknown>;
  return (
    names.length === others.length &&
    names.every((name) => Object.hasOwn(other, name) && same(inOne[name], inOther[name]))
  );
}
