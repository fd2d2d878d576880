// Ids for fields, each used once, so that labels and descriptions find their own.

let count = 0;

export function nextId(name) {
  count += 1;
  return `field-${name}-${count}`;
}
