// The troubles that any door can have, whatever it serves.
import { problemKinds } from './problem.js';

export const HTTP_PROBLEMS = problemKinds({
  'malformed-json': {
    status: 400,
    title: { sv: 'Innehållet är inte giltig JSON', en: 'The body is not valid JSON' },
    detail: {
      sv: 'Innehållet gick inte att läsa som JSON i UTF-8: det blir fel, eller tar slut, på rad {line}, tecken {column}.',
      en: 'The body could not be read as JSON in UTF-8: it goes wrong, or ends, at line {line}, column {column}.',
    },
  },
  'invalid-body': { status: 400, title: { sv: 'Något i innehållet är fel', en: 'Something in the body is wrong' } },
  'invalid-parameter': {
    status: 400,
    title: { sv: 'En parameter i adressen är fel', en: 'A parameter in the address is wrong' },
    detail: {
      sv: 'Parametern {name} går inte att använda: {want}.',
      en: 'The parameter {name} cannot be used: {want}.',
    },
  },
  'invalid-header': {
    status: 400,
    title: { sv: 'Ett huvudfält är fel', en: 'A header is wrong' },
    detail: { sv: 'Huvudfältet {name} går inte att använda: {want}.', en: 'The header {name} cannot be used: {want}.' },
  },
  'malformed-request': { status: 400, title: { sv: 'Anropet går inte att läsa', en: 'The request cannot be read' } },
  'not-signed-in': {
    status: 401,
    title: { sv: 'Du är inte inloggad', en: 'You are not signed in' },
    detail: {
      sv: 'Skicka en giltig nyckel: Authorization: Bearer <nyckel>, eller logga in.',
      en: 'Send a valid token: Authorization: Bearer <token>, or sign in.',
    },
  },
  'not-allowed': {
    status: 403,
    title: { sv: 'Nyckeln ger inte rätt till det här', en: 'The token does not allow this' },
    detail: { sv: 'Det här kräver rättigheten {scope}.', en: 'This needs the scope {scope}.' },
  },
  'foreign-origin': {
    status: 403,
    title: { sv: 'Anropet kom från en annan webbplats', en: 'The request came from another site' },
    detail: {
      sv: 'En inloggad webbläsare får bara ändra något från den här webbplatsens egna sidor.',
      en: "A signed-in browser may change things only from this site's own pages.",
    },
  },
  'not-found': {
    status: 404,
    title: { sv: 'Här finns ingenting', en: 'There is nothing here' },
    detail: { sv: '{method} {path} finns inte. Se /docs.', en: '{method} {path} does not exist. See /docs.' },
  },
  'method-not-allowed': {
    status: 405,
    title: { sv: 'Så kan adressen inte användas', en: 'The address cannot be used like that' },
    detail: { sv: '{path} tar emot {allow}, inte {method}.', en: '{path} takes {allow}, not {method}.' },
  },
  'body-too-large': {
    status: 413,
    title: { sv: 'Innehållet är för stort', en: 'The body is too large' },
    detail: { sv: 'Högst {max} MiB tas emot här.', en: 'At most {max} MiB are taken here.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { sv: 'Innehållet ska vara JSON', en: 'The body must be JSON' },
    detail: {
      sv: 'Skicka Content-Type: application/json i UTF-8, inte komprimerat.',
      en: 'Send Content-Type: application/json in UTF-8, not compressed.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { sv: 'För många anrop på kort tid', en: 'Too many requests in a short time' },
    detail: { sv: 'Försök igen om {seconds} s.', en: 'Try again in {seconds} s.' },
  },
  'internal-error': {
    status: 500,
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    detail: { sv: 'Felet är antecknat. Försök igen.', en: 'The error has been noted. Try again.' },
  },
  unavailable: {
    status: 503,
    title: { sv: 'Tjänsten svarar inte just nu', en: 'The service does not answer right now' },
    detail: { sv: 'Databasen nås inte. Försök igen strax.', en: 'The database cannot be reached. Try again shortly.' },
  },
  'disk-full': {
    status: 507,
    title: { sv: 'Disken är full', en: 'The disk is full' },
    detail: {
      sv: 'Ingenting har sparats. Den som sköter tjänsten måste göra plats på databasens disk.',
      en: 'Nothing was stored. Whoever runs the service must make room on the disk of the database.',
    },
  },
});
