// What the indicators say: why something is refused, what is missing, and what an assessment rests on.
import type { Words } from '../../engine/capability.js';

export const words: Words = {
  'no-indicators': { sv: 'Planen har inga indikatorer ännu.', en: 'The plan has no indicators yet.' },
  'target-change-needs-reason': {
    sv: '{indicator} är redan mätt. Skriv varför målvärdet ändras.',
    en: '{indicator} has already been measured. Say why the target changes.',
  },
  'indicator-already-measured': { sv: '{indicator} är redan mätt.', en: '{indicator} has already been measured.' },
  'outcome-in-another-unit': {
    sv: 'Målet räknas i {unit}, utfallet i {given}; de går inte att jämföra.',
    en: 'The target is counted in {unit}, the outcome in {given}; they cannot be compared.',
  },
  'no-such-condition': {
    sv: 'Målet har inget villkor ”{condition}”.',
    en: 'The target has no condition "{condition}".',
  },
  'asked-missing': {
    sv: 'Säg vilka som har tillfrågats; indikatorn gäller {population}.',
    en: 'Say who was asked; the indicator is about {population}.',
  },
  'asked-others-needs-note': {
    sv: 'Indikatorn gäller {population}, men de tillfrågade är {asked}. Skriv en anmärkning om det.',
    en: 'The indicator is about {population}, but those asked were {asked}. Write a note about it.',
  },
  'indicators-too-few': {
    sv: 'Indikatorer med målvärde: {have} av minst {min}.',
    en: 'Indicators with targets: {have} of at least {min}.',
  },
  'indicator-not-measured': {
    sv: '”{name}” ({indicator}) är inte mätt, och det står inte varför.',
    en: '"{name}" ({indicator}) is not measured, and it is not said why.',
  },
  'basis-meets': {
    sv: 'Utfallet {value} uppfyller målet {target} ({unit}).',
    en: 'The outcome {value} meets the target {target} ({unit}).',
  },
  'basis-about-meets': {
    sv: 'Utfallet, ungefär {value}, uppfyller målet {target} ({unit}).',
    en: 'The outcome, about {value}, meets the target {target} ({unit}).',
  },
  'basis-misses': {
    sv: 'Utfallet {value} uppfyller inte målet {target} ({unit}).',
    en: 'The outcome {value} does not meet the target {target} ({unit}).',
  },
  'basis-bound-open': {
    sv: 'Utfallet är mer än {value}; det avgör inte om målet {target} är uppfyllt ({unit}).',
    en: 'The outcome is more than {value}; that does not settle whether the target {target} is met ({unit}).',
  },
  'basis-conditions-open': {
    sv: 'Utfallet {value} uppfyller målet {target} ({unit}), men det är inte visat: {conditions}',
    en: 'The outcome {value} meets the target {target} ({unit}), but this is not shown: {conditions}',
  },
  'basis-not-measured': { sv: 'Indikatorn är inte mätt.', en: 'The indicator is not measured.' },
};
