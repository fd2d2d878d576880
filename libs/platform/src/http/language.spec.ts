// Swedish or English, as Accept-Language has it.
import { languageOf, say } from './language.js';

it.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['fi, en;q=0.2', 'en'],
  ['sv;q=0.3, en;q=0.8', 'en'],
  ['en;q=0.5, sv-SE', 'sv'],
  ['en;q=0', 'sv'],
  ['sv, en', 'sv'],
  ['en, sv', 'en'],
  ['*', 'sv'],
  [';;;q=,', 'sv'],
])('Accept-Language %s is answered in %s', (accept, language) => {
  expect(languageOf(accept)).toBe(language);
});

it('leaves a parameter that nobody gave as it stands', () => {
  expect(say({ sv: '', en: '{a} and {b}' }, { a: 1 }, 'en')).toBe('1 and {b}');
});

it('puts a label in as the language has it', () => {
  expect(say({ sv: 'ge {what}', en: 'give {what}' }, { what: { sv: 'ett år', en: 'a year' } }, 'sv')).toBe('ge ett år');
});
