// Indicators: the target beside what was measured and what that says, never more sure than the source.
import { el, facts, sign } from '../page/element.js';
import { countInWords } from '../words/counts.js';
import { language, named, t } from '../words/language.js';
import { marks } from './record-marks.js';

const SIGNS = { met: '✓', 'met-approximately': '≈', 'partly-evidenced': '◐', 'not-met': '○', 'not-measured': '–' };

export function indicators({ indicators: all = [] }, read) {
  return el(
    'ul',
    { class: 'rows' },
    all.map((one) => el('li', {}, indicator(one, read))),
  );
}

function indicator(one, read) {
  const lang = read.names.language === language() ? null : read.names.language;
  const target = one.targets.at(-1);
  const measured = one.measurements.at(-1);
  const assessment = one.assessed?.assessment ?? 'not-measured';
  return [
    el('p', { class: 'title' }, el('strong', { lang }, one.name), marks(one, read)),
    facts([
      [t('field.target'), `${named('value', target.operator)} ${countInWords(target)}`],
      [t('field.conditions'), target.conditions?.join('; ')],
      [t('field.outcome'), measured ? countInWords(measured.outcome) : t('value.not-measured')],
      [t('field.assessment'), el('span', {}, sign(SIGNS[assessment]), named('value', assessment))],
      [t('field.population'), one.population],
      [t('field.asked'), measured?.asked],
      [t('indicators.earlier'), one.targets.length > 1 ? one.targets.slice(0, -1).map(countInWords).join('; ') : null],
    ]),
  ];
}
