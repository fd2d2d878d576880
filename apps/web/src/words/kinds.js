// What stands under an initiative, by what it is: plans, cases, or some of each.
import { t } from './language.js';

/** @param where `board` or `plan`. @param children with their `kind`, where it is known. */
export function underInWords(where, children) {
  const cases = children.filter(({ kind }) => kind === 'case').length;
  const what = cases === 0 ? 'plans' : cases === children.length ? 'cases' : 'both';
  return t(`${where}.under-${what}`);
}
