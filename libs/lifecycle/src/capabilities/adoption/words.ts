// The words of the adoption ledger, for people.
import type { Words } from '../../engine/capability.js';

export const words: Words = {
  'nothing-to-decide': {
    sv: 'Det finns ingen inlämnad version att besluta om.',
    en: 'There is no submitted version to decide on.',
  },
  'nobody-decides': { sv: 'Ingen part är beslutande.', en: 'No party decides on the plan.' },
  'deciding-party-missing': { sv: 'Lägg till en part som beslutar.', en: 'Add a party that decides.' },
  'party-does-not-decide': {
    sv: '{organisation} är part men beslutar inte om planen. Det ändras med ”Lägg till part” och ”deciding”.',
    en: '{organisation} is a party but does not decide on the plan. "Add a party" with "deciding" changes that.',
  },
  'party-has-said-yes': {
    sv: '{organisation} har redan sagt ja till version {version}.',
    en: '{organisation} has already said yes to version {version}.',
  },
  'party-has-not-decided': { sv: '{organisation} har inte beslutat ännu.', en: '{organisation} has not decided yet.' },
  'no-open-decision': {
    sv: 'Det finns inget beslut som väntar på laga kraft.',
    en: 'There is no decision that waits to become final.',
  },
  'no-adjusted-minutes': {
    sv: 'Det finns inget justerat protokoll att anslå.',
    en: 'There are no adjusted minutes to announce.',
  },
  'nothing-announced': { sv: 'Inget beslut är anslaget ännu.', en: 'No decision has been announced yet.' },
  'minutes-not-adjusted': {
    sv: 'Protokollet från {organisation} är inte justerat.',
    en: 'The minutes of {organisation} have not been adjusted.',
  },
  'decision-not-announced': {
    sv: 'Beslutet i {organisation} är inte anslaget.',
    en: 'The decision of {organisation} has not been announced.',
  },
  'step-before': {
    sv: 'Steget före saknas för {organisation}: {step}.',
    en: 'The step before is missing for {organisation}: {step}.',
  },
  'step-too-early': {
    sv: '{day} ligger före {before}, då steget innan togs.',
    en: '{day} lies before {before}, the day of the step before.',
  },
  'appeal-period-not-set': {
    sv: 'Sista dag att överklaga beslutet i {organisation} är inte känd.',
    en: 'The last day to appeal the decision of {organisation} is not known.',
  },
  'appeal-period-open': {
    sv: 'Beslutet i {organisation} kan överklagas till och med {until}.',
    en: 'The decision of {organisation} can be appealed until {until}.',
  },
  'decision-already-final': {
    sv: 'Beslutet i {organisation} har redan vunnit laga kraft.',
    en: 'The decision of {organisation} is already final.',
  },
  'decision-already-appealed': {
    sv: 'Beslutet i {organisation} är redan överklagat.',
    en: 'The decision of {organisation} has already been appealed.',
  },
  'version-sent-back': {
    sv: '{organisation} återremitterade version {version}. Lämna in en ny.',
    en: '{organisation} sent version {version} back. Submit a new one.',
  },
  'version-refused': {
    sv: '{organisation} sade nej till version {version}. Lämna in en ny.',
    en: '{organisation} said no to version {version}. Submit a new one.',
  },
  'decision-waiting': {
    sv: '{organisation} har inte börjat förbereda beslut.',
    en: '{organisation} has not begun to prepare a decision.',
  },
  'decision-prepared': { sv: '{organisation} förbereder beslut.', en: '{organisation} is preparing a decision.' },
  'decision-prepared-to': { sv: '{organisation} ska besluta {day}.', en: '{organisation} is to decide on {day}.' },
  'decision-deferred': {
    sv: '{organisation} har skjutit upp beslutet.',
    en: '{organisation} has deferred the decision.',
  },
  'decision-deferred-to': {
    sv: '{organisation} har skjutit upp beslutet till {day}.',
    en: '{organisation} has deferred the decision to {day}.',
  },
  'adoption-not-recorded': {
    sv: 'Alla som beslutar har sagt ja. Registrera ett av besluten igen för att anta planen.',
    en: 'All who decide have said yes. Record one of the decisions again to adopt the plan.',
  },
  'decision-under-appeal': {
    sv: 'Beslutet i {organisation} är överklagat.',
    en: 'The decision of {organisation} has been appealed.',
  },
  'minutes-to-adjust': {
    sv: 'Protokollet från {organisation} ska justeras.',
    en: 'The minutes of {organisation} are to be adjusted.',
  },
  'decision-to-announce': {
    sv: 'Beslutet i {organisation} ska anslås.',
    en: 'The decision of {organisation} is to be announced.',
  },
  'appeal-period-to-set': {
    sv: 'Ange sista dag att överklaga beslutet i {organisation}.',
    en: 'Set the last day to appeal the decision of {organisation}.',
  },
  'decision-to-become-final': {
    sv: 'Beslutet i {organisation} vinner laga kraft om det inte överklagas senast {until}.',
    en: 'The decision of {organisation} becomes final unless it is appealed by {until}.',
  },
};
