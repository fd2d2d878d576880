// The words of versions, for people.
import type { Words } from '../../engine/capability.js';

export const words: Words = {
  'version-locked': {
    sv: 'Version {version} ligger för beslut och kan inte ändras.',
    en: 'Version {version} is up for decision and cannot be changed.',
  },
  'withdraw-first': { sv: 'Dra tillbaka versionen först.', en: 'Withdraw the version first.' },
  'version-frozen': {
    sv: 'Version {version} är antagen och ändras inte. En ändring är en ny version med nytt beslut.',
    en: 'Version {version} is adopted and does not change. A change is a new version with a new decision.',
  },
  'revision-not-begun': { sv: 'Ingen revidering är påbörjad.', en: 'No revision has been begun.' },
  'revise-first': { sv: 'Börja en revidering först.', en: 'Begin a revision first.' },
  'responsible-nobody': {
    sv: 'Säg vem som ansvarar för revidering eller uppföljning.',
    en: 'Say who answers for revision or follow-up.',
  },
  'activities-already-later': {
    sv: 'Det står redan att aktiviteterna bestäms i genomförandet.',
    en: 'It already says that the activities are set in implementation.',
  },
  'draft-empty': { sv: 'Planen har ingen text ännu.', en: 'The plan has no text yet.' },
  'draft-text-missing': { sv: 'Skriv minst ett avsnitt.', en: 'Write at least one section.' },
  'draft-cites-nothing': {
    sv: 'Planen bygger ännu inte på något underlag.',
    en: 'The plan does not build on any knowledge yet.',
  },
  'draft-citation-missing': { sv: 'Hänvisa till minst ett underlag.', en: 'Cite at least one knowledge item.' },
  'no-submitted-version': { sv: 'Ingen version ligger för beslut.', en: 'No version is up for decision.' },
  'nothing-to-revise': {
    sv: 'Det finns ingen antagen version att revidera.',
    en: 'There is no adopted version to revise.',
  },
  'revision-already-begun': {
    sv: 'En revidering av version {version} är redan påbörjad.',
    en: 'A revision of version {version} has been begun already.',
  },
  'no-versions': { sv: 'Ingen version har lämnats in ännu.', en: 'No version has been submitted yet.' },
  'version-label-taken': { sv: 'Det finns redan en version {version}.', en: 'There is already a version {version}.' },
  'valid-to-before-from': {
    sv: 'Planen kan inte gälla till {validTo} när den gäller från {validFrom}.',
    en: 'The plan cannot be valid to {validTo} when it is valid from {validFrom}.',
  },
  'section-missing-purpose': { sv: 'Syftet är inte skrivet.', en: 'The purpose is not written.' },
  'section-missing-goal': { sv: 'Inget mål är skrivet.', en: 'No goal is written.' },
  'section-missing-activities': {
    sv: 'Avsnittet om aktiviteter är inte skrivet.',
    en: 'The section on activities is not written.',
  },
  'section-missing-background': { sv: 'Bakgrunden är inte skriven.', en: 'The background is not written.' },
  'section-missing-parties': {
    sv: 'Avsnittet om parterna är inte skrivet.',
    en: 'The section on the parties is not written.',
  },
  'section-missing-follow-up': {
    sv: 'Avsnittet om uppföljning är inte skrivet.',
    en: 'The section on follow-up is not written.',
  },
  'section-missing-other': { sv: 'Avsnittet Övrigt är inte skrivet.', en: 'The section Other is not written.' },
  'responsible-missing-revision': {
    sv: 'Ingen ansvarar för revidering ännu.',
    en: 'Nobody answers for revision yet.',
  },
  'responsible-missing-follow-up': {
    sv: 'Ingen ansvarar för uppföljning ännu.',
    en: 'Nobody answers for follow-up yet.',
  },
  'version-not-submitted': {
    sv: 'Ingen version har lämnats in för beslut.',
    en: 'No version has been submitted for decision.',
  },
  'next-version-not-adopted': {
    sv: 'Version {version} antogs i en tidigare omgång. Nästa är inte antagen ännu.',
    en: 'Version {version} was adopted in an earlier cycle. The next has not been adopted yet.',
  },
  'version-not-adopted': { sv: 'Planen är inte antagen ännu.', en: 'The plan has not been adopted yet.' },
};
