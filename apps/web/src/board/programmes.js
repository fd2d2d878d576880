// The names of programmes, by their codes.
import { get } from '../api.js';

/** @returns a function from code to name; a code without a name stays as it is. */
export async function programmeNames(codes) {
  const asked = [...new Set(codes.filter(Boolean))].slice(0, 100).join(',');
  const { items } = asked === '' ? { items: [] } : await get('v1/public/programmes', { codes: asked });
  const names = new Map(items.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
