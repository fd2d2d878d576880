// The engine's own words, sv and en: plain language, no engine terms (domain.md g). {name} is filled in.
import type { Words } from './capability.js';

export const lifecycleWords: Words = {
  'criterion-not-met': { sv: 'Inte klart ännu: {criterion}.', en: 'Not done yet: {criterion}.' },
  'criterion-unknown': {
    sv: 'Källan säger inte om det här är klart: {criterion}.',
    en: 'The source does not say whether this is done: {criterion}.',
  },
  'unknown-verb': { sv: 'Det finns inget som heter ”{verb}”.', en: 'There is nothing called "{verb}".' },
  'unknown-stage': { sv: 'Planen har inget skede ”{stage}”.', en: 'The plan has no stage "{stage}".' },
  'unknown-record': { sv: 'Planen har ingen post ”{value}”.', en: 'The plan has no record "{value}".' },
  'not-in-template': {
    sv: '”{verb}” ingår inte i arbetssättet ”{template}”.',
    en: '"{verb}" is not part of the way of working "{template}".',
  },
  'not-open-here': {
    sv: '”{verb}” hör till ett annat skede: {stages}.',
    en: '"{verb}" belongs to another stage: {stages}.',
  },
  ended: { sv: 'Planen är avslutad. Det går att börja om.', en: 'The plan has ended. It can be started again.' },
  paused: { sv: 'Planen är pausad. Återuppta den först.', en: 'The plan is paused. Resume it first.' },
  'not-paused': { sv: 'Planen är inte pausad.', en: 'The plan is not paused.' },
  'last-stage': {
    sv: 'Det här är det sista skedet. Härifrån avslutas planen.',
    en: 'This is the last stage. From here the plan is completed.',
  },
  'not-at-the-end': { sv: 'Planen avslutas i sitt sista skede.', en: 'The plan is completed in its last stage.' },
  forked: {
    sv: 'Arbetet går vidare i de planer som har gjorts ur detta.',
    en: 'The work goes on in the plans that were made out of this.',
  },
  'plans-not-ended': { sv: 'Alla planer har inte avslutats.', en: 'Not all plans have ended.' },
  'plan-not-ended': { sv: 'Planen ”{title}” pågår.', en: 'The plan "{title}" is under way.' },
  'no-fork-here': { sv: 'Här delas arbetet inte i planer.', en: 'The work is not forked into plans here.' },
  'nothing-to-fork': { sv: 'Säg vilka planer som ska göras.', en: 'Say which plans to make.' },
  'not-to-fork-by': {
    sv: 'Det finns ingen ny plan att göra för ”{each}”.',
    en: 'There is no new plan to make for "{each}".',
  },
  'no-way-back': { sv: 'Härifrån finns ingen väg tillbaka.', en: 'There is no way back from here.' },
  'no-way-there': {
    sv: 'Härifrån går det inte att komma till ”{stage}”. Välj bland: {ways}.',
    en: 'There is no way from here to "{stage}". Choose among: {ways}.',
  },
  'choose-where': { sv: 'Säg vart: {ways}.', en: 'Say where to: {ways}.' },
  'stage-required': { sv: 'Skedet kan inte hoppas över.', en: 'The stage cannot be skipped.' },
  'nothing-to-override': { sv: 'Allt är klart; gå vidare som vanligt.', en: 'All is done; go on as usual.' },
  'reason-required': { sv: 'Skriv varför.', en: 'Say why.' },
  'lies-ahead': { sv: '{when} ligger i framtiden.', en: '{when} lies in the future.' },
};
