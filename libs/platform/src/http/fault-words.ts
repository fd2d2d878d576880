// What can be wrong with a field, in plain words.
import type { Label } from '#libs/lifecycle';
import { say, type Language, type Params } from './language.js';

/** Of a missing field that can only be one of a few. */
const REQUIRED_ONE_OF: Label = {
  sv: 'fältet saknas. Välj bland: {limit}.',
  en: 'the field is missing. Choose among: {limit}.',
};

const WORDS: Record<string, Label> = {
  required: { sv: 'fältet saknas.', en: 'the field is missing.' },
  'unknown-field': { sv: 'fältet finns inte här.', en: 'there is no such field here.' },
  'not-object': { sv: 'ska vara ett objekt.', en: 'must be an object.' },
  'not-list': { sv: 'ska vara en lista.', en: 'must be a list.' },
  'not-text': { sv: 'ska vara text.', en: 'must be text.' },
  'not-true-or-false': { sv: 'ska vara true eller false.', en: 'must be true or false.' },
  'not-number': { sv: 'ska vara ett tal.', en: 'must be a number.' },
  'not-whole': { sv: 'ska vara ett heltal.', en: 'must be a whole number.' },
  'not-one-of': { sv: 'ska vara något av: {limit}.', en: 'must be one of: {limit}.' },
  'too-short': { sv: 'ska ha minst {limit} tecken.', en: 'must have at least {limit} characters.' },
  'too-long': { sv: 'får ha högst {limit} tecken.', en: 'may have at most {limit} characters.' },
  'too-small': { sv: 'ska vara minst {limit}.', en: 'must be at least {limit}.' },
  'too-large': { sv: 'får vara högst {limit}.', en: 'may be at most {limit}.' },
  'too-few': { sv: 'ska ha minst {limit} poster.', en: 'must have at least {limit} items.' },
  'too-many': { sv: 'får ha högst {limit} poster.', en: 'may have at most {limit} items.' },
  'not-both': { sv: 'kan inte ges tillsammans med {other}.', en: 'cannot be given together with {other}.' },
  'not-a-line': { sv: 'ska vara en rad som inte är tom.', en: 'must be one line that is not blank.' },
  blank: { sv: 'får inte vara tomt.', en: 'must not be blank.' },
  'not-a-code': {
    sv: 'ska vara en kod av bokstäver, siffror, - och _.',
    en: 'must be a code of letters, digits, - and _.',
  },
  'not-a-key': {
    sv: 'ska vara en nyckel av små bokstäver a-z, siffror och bindestreck.',
    en: 'must be a key of small letters a-z, digits and hyphens.',
  },
  'not-a-repeat-key': { sv: 'ska vara 1 till 200 skrivbara tecken.', en: 'must be 1 to 200 printable characters.' },
  'not-a-day': { sv: 'ska vara en dag som finns, ÅÅÅÅ-MM-DD.', en: 'must be a day that exists, YYYY-MM-DD.' },
  'not-a-date': {
    sv: 'ska vara en tidpunkt, en dag, en månad, en årstid (2027-21 är våren 2027) eller ett år som finns.',
    en: 'must be an instant, a day, a month, a season (2027-21 is spring 2027) or a year that exists.',
  },
  'not-a-uuid': { sv: 'ska vara ett id (UUID).', en: 'must be an id (UUID).' },
  'unknown-person': { sv: 'är ingen person som finns här.', en: 'is no person who is here.' },
  'unknown-record': { sv: 'finns inte i planen.', en: 'is not in the plan.' },
  'erased-person': {
    sv: 'är en person vars uppgifter har raderats.',
    en: 'is a person whose details have been erased.',
  },
  'not-an-address': {
    sv: 'ska vara en e-postadress, som anna@exempel.se.',
    en: 'must be a mail address, such as anna@example.org.',
  },
  'address-taken': { sv: 'är någon annans.', en: 'is somebody else’s.' },
  'unknown-organisation': { sv: 'är ingen organisation som finns här.', en: 'is no organisation that is here.' },
  'unknown-programme': { sv: 'är inget program som finns här.', en: 'is no programme that is here.' },
  'ends-before-it-begins': { sv: 'ligger före den första dagen.', en: 'lies before the first day.' },
  'deputy-for-oneself': { sv: 'ska vara någon annan än innehavaren.', en: 'must be somebody else than the holder.' },
  'not-an-instant': {
    sv: 'ska vara en tidpunkt som 2027-03-15T09:00:00Z.',
    en: 'must be an instant such as 2027-03-15T09:00:00Z.',
  },
  'too-far-ahead': { sv: 'får ligga högst ett år framåt.', en: 'may lie a year ahead at most.' },
  'without-address': { sv: 'personen har ingen e-postadress.', en: 'the person has no mail address.' },
  'not-ahead': { sv: 'ska ligga framåt i tiden.', en: 'must lie ahead in time.' },
  'not-pairs-of-keys': { sv: 'ska para ihop nycklar: { "gammal": "ny" }.', en: 'must pair keys: { "old": "new" }.' },
  'given-twice': { sv: 'står två gånger.', en: 'stands twice.' },
  'not-a-media-type': {
    sv: 'ska vara en filtyp (MIME) med små bokstäver, som application/pdf.',
    en: 'must be a media type in small letters, such as application/pdf.',
  },
  'not-a-sha256': { sv: 'ska vara en SHA-256 med 64 hexsiffror.', en: 'must be a SHA-256 of 64 hex digits.' },
  'too-deep': { sv: 'är nästlat djupare än {limit} nivåer.', en: 'is nested deeper than {limit} levels.' },
  'repeated-key': { sv: 'står två gånger i samma objekt.', en: 'stands twice in the same object.' },
  'forbidden-key': { sv: 'får inte heta så.', en: 'may not have that name.' },
  'bad-character': {
    sv: 'innehåller ett tecken som inte är text (NUL eller ett halvt tecken).',
    en: 'holds a character that is no text (NUL or half a character).',
  },
  'out-of-range': { sv: 'är ett tal utanför det som kan räknas.', en: 'is a number beyond what can be reckoned.' },
  'more-faults': { sv: '… och {count} fel till.', en: '... and {count} more faults.' },
  invalid: { sv: 'går inte att använda.', en: 'cannot be used.' },
};

export function sayFault(code: string, params: Params | undefined, language: Language): string {
  const words = code === 'required' && params?.['limit'] !== undefined ? REQUIRED_ONE_OF : WORDS[code];
  return say(words ?? (WORDS['invalid'] as Label), params, language);
}

export function hasFaultWords(code: string): boolean {
  return code in WORDS;
}
