// What stands beside a record's name: that it is of an earlier attempt or cycle, or imported.
import { badge } from '../page/element.js';
import { t } from '../words/language.js';

/** An earlier attempt's records stay readable (INV-05); imported ones are marked (INV-26). */
export function marks({ attempt, cycle, imported: isImported }, { plan, isAllImported = false }) {
  const madeIn = cycle ?? 1;
  return [
    attempt !== undefined && attempt < plan.attempt ? [' ', badge(t('records.old-attempt', { n: attempt }))] : null,
    attempt !== undefined && madeIn < (plan.cycle ?? 1) ? [' ', badge(t('records.old-cycle', { n: madeIn }))] : null,
    isImported && !isAllImported ? [' ', badge(t('records.imported'))] : null,
  ];
}
