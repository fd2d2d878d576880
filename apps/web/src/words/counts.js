// Counts with their unit and how sure they are (INV-27): "drygt" is not "exactly".
import { has, language, named, t } from './language.js';

export function isCount(value) {
  return (
    typeof value === 'object' && value !== null && typeof value.value === 'number' && typeof value.unit === 'string'
  );
}

export function countInWords({ value, unit, qualifier }) {
  const number = new Intl.NumberFormat(language()).format(value);
  const amount = unit === 'percent' ? `${number} %` : `${number} ${unitInWords(unit, value)}`;
  return qualifier && qualifier !== 'exact' ? t(`qualifier.${qualifier}`, { amount }) : amount;
}

function unitInWords(unit, value) {
  const words = value === 1 && has(`unit.${unit}.one`) ? t(`unit.${unit}.one`) : named('unit', unit);
  return words.charAt(0).toLowerCase() + words.slice(1);
}
