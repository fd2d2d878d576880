// Mandate: what is to be done, why, for whom, and who answers for it.
import type { Capability } from '../../engine/capability.js';
import { stands } from '../../engine/plan.js';
import { criteria } from './criteria.js';
import { events, mandatesOf, nothing, type Mandates } from './facts.js';
import { verbs } from './verbs.js';

export const mandate: Capability<Mandates> = {
  key: 'mandate',
  name: { sv: 'Uppdrag', en: 'Mandate' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'mandate-recorded': (plan) =>
      mandatesOf(plan)
        .filter((one) => stands(plan, one))
        .map(({ key, at, imported }) => ({ record: key, at, imported })),
    /** The last day of the period that it was given for. */
    'mandate-ends': (plan) =>
      mandatesOf(plan)
        .filter((one) => stands(plan, one))
        .flatMap(({ key, period }) =>
          period?.until === undefined ? [] : [{ record: key, at: period.until, imported: period.imported }],
        ),
  },
  words: {
    'mandate-empty': {
      sv: 'Skriv minst en del av uppdraget: syfte, mål, bakgrund, uppdragsgivare, utvärdering, finansiering, period eller vem som ansvarar.',
      en: 'Write at least one part of the mandate: purpose, goal, background, giver, evaluation, financing, period or who is accountable.',
    },
    'mandate-period-empty': {
      sv: 'Skriv från när uppdraget gäller, till när, eller båda.',
      en: 'Write from when the mandate is given, until when, or both.',
    },
    'mandate-period-ends-first': {
      sv: 'Perioden kan inte sluta {until} när den börjar {from}.',
      en: 'The period cannot end on {until} when it begins on {from}.',
    },
    'mandate-period-missing': {
      sv: 'Det står inte vilken period uppdraget gäller.',
      en: 'It is not said for which period the mandate is given.',
    },
    'mandate-purpose-missing': { sv: 'Uppdragets syfte saknas.', en: 'The purpose of the mandate is missing.' },
    'mandate-goal-missing': { sv: 'Uppdragets mål saknas.', en: 'The goal of the mandate is missing.' },
    'mandate-background-missing': {
      sv: 'Uppdragets bakgrund saknas.',
      en: 'The background of the mandate is missing.',
    },
    'mandate-giver-missing': {
      sv: 'Det står inte vem som har gett uppdraget.',
      en: 'It is not said who gave the mandate.',
    },
    'mandate-evaluation-plan-missing': {
      sv: 'Det står inte hur uppdraget ska utvärderas.',
      en: 'It is not said how the mandate will be evaluated.',
    },
    'mandate-financing-missing': {
      sv: 'Det står inte hur uppdraget finansieras.',
      en: 'It is not said how the mandate is financed.',
    },
    'mandate-accountable-missing': {
      sv: 'Det står inte vilken roll i vilken organisation som ansvarar.',
      en: 'It is not said which role in which organisation is accountable.',
    },
  },
};
