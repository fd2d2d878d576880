// What stands beside a record's name: that it is of an earlier attempt, or imported.
import { badge } from '../page/element.js';
import { t } from '../words/language.js';

/** An earlier attempt's records stay readable (INV-05); imported ones are marked (INV-26). */
export function marks({ attempt, imported: isImported }, { plan, isAllImported = false }) {
  return [
    attempt !== undefined && attempt < plan.attempt ? [' ', badge(t('records.old-attempt', { n: attempt }))] : null,
    isImported && !isAllImported ? [' ', badge(t('records.imported'))] : null,
  ];
}
