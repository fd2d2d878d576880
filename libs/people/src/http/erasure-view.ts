// An erasure as its doors tell it: what goes, what stays and why, what stands in the way.
import { sayReason, type Label } from '#libs/lifecycle';
import { Problem, say, type Language } from '#libs/platform';
import type { Gone } from '../records/erasure-statements.js';
import type { Assessed, Obstacle } from '../records/erasures.js';
import { RECORDS_PROBLEMS } from './records-problems.js';

const GONE: Record<Gone | 'roles', Label> = {
  details: { sv: 'namn, adress, språk och organisation', en: 'name, address, language and organisation' },
  tokens: { sv: 'inloggningar och nycklar', en: 'sign-ins and tokens' },
  codes: { sv: 'inloggningslänkar', en: 'sign-in links' },
  mails: { sv: 'brev i utkorgen', en: 'mails in the outbox' },
  identities: { sv: 'konton hos inloggningstjänster', en: 'accounts with sign-in providers' },
  guestLinks: {
    sv: 'gästlänkar: de slutar gälla och glömmer vem de var till',
    en: 'guest links: they end, and forget whom they were for',
  },
  posts: {
    sv: 'uppdrag: de avslutas, och mandatets ord stryks',
    en: 'posts: they end, and the words of the mandate are struck out',
  },
  keptAnswers: { sv: 'svar som sparats för upprepade anrop', en: 'answers kept for repeated requests' },
  texts: { sv: 'texter som personen har skrivit: de stryks', en: 'texts that the person wrote: they are struck out' },
  roles: { sv: 'roller i pågående planer: de avslutas', en: 'roles in plans under way: they end' },
};

const STAYS: { key: string; label: Label; why: Label }[] = [
  {
    key: 'history',
    label: { sv: 'planernas historik, med personens id', en: 'the history of the plans, with the id of the person' },
    why: {
      sv: 'Det är allmänna handlingar; id:t säger inte längre vem det var.',
      en: 'They are public records; the id says no longer who it was.',
    },
  },
  {
    key: 'audit',
    label: { sv: 'granskningsloggen, med personens id', en: 'the audit trail, with the id of the person' },
    why: { sv: 'Den växer bara.', en: 'It only grows.' },
  },
];

const KEPT_TEXTS = {
  key: 'texts',
  label: { sv: 'texter som personen har skrivit', en: 'texts that the person wrote' },
  why: {
    sv: 'De hör till planerna. Med prose: strike stryks de.',
    en: 'They belong to the plans. With prose: strike they are struck out.',
  },
};

export function erasureView({ person, counts, roles, obstacles }: Assessed, erasedAt: Date | null, language: Language) {
  const all: Record<Gone | 'roles', number> = { ...counts, roles: roles.length };
  const goes = Object.entries(all).flatMap(([key, count]) =>
    count > 0 ? [{ key, label: GONE[key as Gone][language], count }] : [],
  );
  const staying = counts.texts > 0 ? STAYS : [...STAYS, KEPT_TEXTS];
  return {
    person,
    erasedAt,
    goes,
    stays: staying.map(({ key, label, why }) => ({ key, label: label[language], why: why[language] })),
    obstacles: obstacles.map((one) => told(one, language)),
  };
}

/** All of the first kind at once; the dry run tells of every one. */
export function refusedErasure(obstacles: readonly Obstacle[], language: Language): Problem {
  const [{ code }] = obstacles as [Obstacle];
  const same = obstacles.filter((one) => one.code === code);
  const params = { what: same.flatMap(({ what = [] }) => what).join(', '), why: whyOf(same[0], language) };
  const beside = { obstacles: obstacles.map((one) => told(one, language)) };
  return new Problem(RECORDS_PROBLEMS[code], { params, beside });
}

function told(obstacle: Obstacle, language: Language) {
  const { code, plan = null, holding = null, what = '' } = obstacle;
  const { detail } = RECORDS_PROBLEMS[code];
  const message = detail ? say(detail, { what, why: whyOf(obstacle, language) }, language) : code;
  return { code, plan, holding, message };
}

function whyOf(obstacle: Obstacle | undefined, language: Language): string {
  return obstacle?.why ? sayReason(obstacle.why, language).message : '';
}
