// The plan's document: each version with its dates and text, the newest first, and the text that is being written on.
import { badge, el, facts, prose } from '../page/element.js';
import { whenInWords } from '../words/dates.js';
import { language, named, t } from '../words/language.js';
import { details, isTold } from './record-values.js';
import { marks } from './record-marks.js';

const DATES = ['drawnUp', 'validFrom', 'validTo', 'revised'];

export function versions({ versions: all = [], draft, revising }, read) {
  const inForce = all.findLast((one) => one.adopted);
  const isNew = draft && isTold(draft.pieces) && (all.length === 0 || revising || !all.at(-1).locked);
  return [
    [...all].reverse().map((version) => oneVersion(version, version === inForce, all.at(-1), read)),
    isNew ? [el('h4', {}, t('versions.draft')), content(draft, read)] : null,
  ];
}

function oneVersion(version, isInForce, last, read) {
  const label = version.adopted?.label ?? version.label;
  const status = isInForce ? 'adopted' : version !== last ? 'superseded' : version.locked ? 'submitted' : 'draft';
  const pairs = [
    [t('field.submittedOn'), whenInWords(version.submittedOn)],
    ...DATES.map((field) => [t(`field.${field}`), version.dates?.[field] ? whenInWords(version.dates[field]) : null]),
    [t('field.adopted'), version.adopted ? whenInWords(version.adopted.on) : null],
    [t('field.registryNumber'), version.registryNumber],
  ];
  return el(
    'section',
    { class: 'version' },
    el('h4', {}, t('versions.version', { label }), ' ', badge(named('value', status)), marks(version, read)),
    facts(pairs, 'facts short'),
    content(version.content, read),
  );
}

function content({ pieces = [], revision, followUp, activitiesLater }, read) {
  const lang = read.names.language === language() ? null : read.names.language;
  const sections = [...new Set(pieces.map((piece) => piece.section))];
  const section = (key) => [
    el('h5', {}, named('section', key)),
    pieces
      .filter((piece) => piece.section === key)
      .map((piece) => (piece.text ? prose(piece.text, lang) : el('p', {}, t('records.struck-out')))),
  ];
  return el(
    'div',
    { class: 'document' },
    sections.map(section),
    activitiesLater ? el('p', { class: 'note' }, t('field.activitiesLater')) : null,
    facts([
      [t('field.revision'), revision ? details(revision, read) : null],
      [t('field.followUp'), followUp ? details(followUp, read) : null],
    ]),
  );
}
