// What is said of trials, sv and en.
import type { Words } from '../../engine/capability.js';

export const words: Words = {
  'risk-already-accepted': {
    sv: '{organisation} har redan godtagit risknivån ”{level}”.',
    en: '{organisation} has already accepted the level of risk "{level}".',
  },
  'risk-missing': {
    sv: 'Ingen organisation har godtagit en risknivå ännu.',
    en: 'No organisation has accepted a level of risk yet.',
  },
  'trial-missing': { sv: 'Inget försök är planerat ännu.', en: 'No trial is planned yet.' },
  'no-planned-trial': { sv: 'Inget försök väntar på att starta.', en: 'No trial is waiting to start.' },
  'no-running-trial': { sv: 'Inget försök pågår.', en: 'No trial is under way.' },
  'no-open-trial': { sv: 'Inget försök pågår eller är planerat.', en: 'No trial is planned or under way.' },
  'no-working-trial': { sv: 'Inget försök har bedömts fungera.', en: 'No trial has been judged to work.' },
  'no-trial-for-terms': {
    sv: 'Det finns inget försök att sätta ramar för.',
    en: 'There is no trial to set terms for.',
  },
  'trial-without-risk': {
    sv: 'Ett försök startar först när en risknivå är godtagen.',
    en: 'A trial starts only when a level of risk has been accepted.',
  },
  'trial-without-terms': {
    sv: 'Ett försök startar först när kostnadstaket och skalan är satta.',
    en: 'A trial starts only when its cost ceiling and its scale are set.',
  },
  'trial-without-ceiling': {
    sv: 'Sätt ett tak för vad ”{title}” får kosta.',
    en: 'Set a ceiling on what "{title}" may cost.',
  },
  'trial-without-scale': { sv: 'Säg i vilken skala ”{title}” prövas.', en: 'Say on what scale "{title}" is tried.' },
  'trial-terms-unchanged': {
    sv: 'Säg vad som ändras för ”{trial}”: skala, kostnadstak eller dag.',
    en: 'Say what changes for "{trial}": scale, cost ceiling or day.',
  },
  'trial-already-started': { sv: '”{trial}” har redan startat.', en: '"{trial}" has already started.' },
  'trial-not-running': { sv: '”{trial}” pågår inte.', en: '"{trial}" is not under way.' },
  'trial-has-ended': { sv: '”{trial}” är redan avslutat.', en: '"{trial}" has already ended.' },
  'trial-not-working': {
    sv: '”{trial}” har inte bedömts fungera, och skalas därför inte upp.',
    en: '"{trial}" has not been judged to work, so it is not scaled up.',
  },
  'already-scaled-so': {
    sv: 'Det som prövades i ”{trial}” har redan skalats upp: {scale}.',
    en: 'What was tried in "{trial}" has already been scaled up: {scale}.',
  },
  'trial-judged-by-nobody': {
    sv: 'Säg vilka som har bedömt ”{trial}”, först och främst de som berörs.',
    en: 'Say who has judged "{trial}", those concerned first of all.',
  },
  'failed-trial-without-lesson': {
    sv: 'Skriv vad ni lärde er av ”{trial}”. Att ett försök inte fungerade är också ett resultat.',
    en: 'Write what you learnt from "{trial}". That a trial did not work is a result too.',
  },
  'trials-evaluated-too-few': {
    sv: 'Försök som är bedömda: {have} av minst {min}.',
    en: 'Trials evaluated: {have} of at least {min}.',
  },
  'trials-working-too-few': {
    sv: 'Försök som har bedömts fungera: {have} av minst {min}.',
    en: 'Trials judged to work: {have} of at least {min}.',
  },
  'trial-not-started': {
    sv: 'Försök {round}, ”{title}”, har inte startat ännu.',
    en: 'Trial {round}, "{title}", has not started yet.',
  },
  'trial-not-judged': {
    sv: 'Försök {round}, ”{title}”, pågår och är inte bedömt ännu.',
    en: 'Trial {round}, "{title}", is under way and not judged yet.',
  },
  'trial-failed': {
    sv: 'Försök {round}, ”{title}”, fungerade inte.',
    en: 'Trial {round}, "{title}", did not work.',
  },
  'trial-inconclusive': {
    sv: 'Försök {round}, ”{title}”, gav inget säkert svar.',
    en: 'Trial {round}, "{title}", gave no certain answer.',
  },
  'trial-stopped': { sv: 'Försök {round}, ”{title}”, avbröts.', en: 'Trial {round}, "{title}", was stopped.' },
  'next-trial-missing': { sv: 'Försök {round} behöver planeras.', en: 'Trial {round} needs to be planned.' },
  'trial-over-ceiling': {
    sv: '”{title}” kostade {cost} kronor, {over} över taket på {ceiling}.',
    en: '"{title}" cost {cost} kronor, {over} over its ceiling of {ceiling}.',
  },
};
