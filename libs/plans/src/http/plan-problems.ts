// The troubles of the plans' doors, and a refusal of the engine as one of them.
import { sayReason, type Missing, type Reason } from '#libs/lifecycle';
import { Problem, problemKinds, type BodyFault, type Language, type ProblemReason } from '#libs/platform';
import { etagOf } from './conditions.js';

export const PLAN_PROBLEMS = problemKinds({
  'unknown-plan': {
    status: 404,
    title: { sv: 'Planen finns inte', en: 'There is no such plan' },
    detail: { sv: 'Det finns ingen plan {plan}.', en: 'There is no plan {plan}.' },
  },
  'not-permitted': {
    status: 403,
    title: { sv: 'Det är någon annans att göra', en: 'It is for somebody else to do' },
  },
  'unknown-template': {
    status: 404,
    title: { sv: 'Arbetssättet finns inte', en: 'There is no such template' },
    detail: { sv: 'Det finns inget arbetssätt ”{template}”.', en: 'There is no template "{template}".' },
  },
  stale: {
    status: 412,
    title: { sv: 'Planen har ändrats sedan du läste den', en: 'The plan has changed since you read it' },
    detail: {
      sv: 'Planen är nu i version {version}. Läs den igen.',
      en: 'The plan is now at version {version}. Read it again.',
    },
  },
  'key-reused': {
    status: 422,
    title: { sv: 'Nyckeln har använts till något annat', en: 'The key has been used for something else' },
    detail: {
      sv: 'Samma Idempotency-Key har redan kommit med ett annat innehåll.',
      en: 'The same Idempotency-Key has already come with another body.',
    },
  },
  'unknown-person': { status: 404, title: { sv: 'Personen finns inte', en: 'There is no such person' } },
  'erased-person': {
    status: 404,
    title: { sv: 'Personens uppgifter har raderats', en: 'The details of the person have been erased' },
  },
  'unknown-content': {
    status: 404,
    title: { sv: 'Filens innehåll finns inte här', en: 'The content of the file is not here' },
    detail: {
      sv: 'Skicka själva filen till /v1/plans/{id}/attachments: inget innehåll med den kontrollsumman och storleken är sparat.',
      en: 'Send the file itself to /v1/plans/{id}/attachments: no content of that checksum and size is stored.',
    },
  },
  'unknown-attachment': {
    status: 404,
    title: { sv: 'Bilagan finns inte', en: 'There is no such attachment' },
    detail: { sv: 'Planen har ingen bilaga {attachment}.', en: 'The plan has no attachment {attachment}.' },
  },
  'attachment-struck': {
    status: 410,
    title: { sv: 'Bilagan är struken', en: 'The attachment has been struck out' },
    detail: {
      sv: 'Innehållet i {attachment} är borttaget. Kvar är dess kontrollsumma och att den fanns.',
      en: 'The content of {attachment} has been removed. What stays is its checksum, and that it was there.',
    },
  },
  'empty-attachment': {
    status: 400,
    title: { sv: 'Filen är tom', en: 'The file is empty' },
    detail: {
      sv: 'Skicka filens innehåll som anropets kropp.',
      en: "Send the file's content as the body of the request.",
    },
  },
  'not-a-media-type': {
    status: 415,
    title: { sv: 'Filens typ går inte att läsa', en: 'The type of the file cannot be read' },
    detail: {
      sv: 'Content-Type ska säga vad filen är, till exempel application/pdf.',
      en: 'Content-Type is to say what the file is, application/pdf for example.',
    },
  },
  'position-ahead': {
    status: 410,
    title: { sv: 'Så långt når inte händelserna', en: 'The events do not reach that far' },
    detail: {
      sv: 'Positionen {after} ligger efter den sista händelsen: en säkerhetskopia har lästs tillbaka. Börja om med after=0.',
      en: 'The position {after} lies after the last event: a backup has been restored. Start again from after=0.',
    },
  },
  'epoch-changed': {
    status: 410,
    title: { sv: 'Händelserna har lästs in på nytt', en: 'The events have been brought in anew' },
    detail: {
      sv: 'Positioner från tidigare gäller inte längre; epoken är nu {epoch}. Börja om med after=0.',
      en: 'Positions of before no longer hold; the epoch is now {epoch}. Start again from after=0.',
    },
  },
  'invalid-template': { status: 400, title: { sv: 'Arbetssättet har fel', en: 'The template has faults' } },
  'too-large-to-draw': {
    status: 422,
    title: { sv: 'Arbetssättet är för stort att rita', en: 'The template is too large to draw' },
    detail: {
      sv: 'Bilden skulle få {count} rutor och streck; högst {max} ritas som {format}. Ta ett annat format: svg, mermaid eller xstate.',
      en: 'The picture would have {count} boxes and lines; {max} at most are drawn as {format}. Take another format: svg, mermaid or xstate.',
    },
  },
  'version-taken': {
    status: 409,
    title: { sv: 'Versionen är redan publicerad', en: 'The version has been published already' },
    detail: {
      sv: '{template} version {version} är publicerad med ett annat innehåll. Höj versionen.',
      en: '{template} version {version} is published with another content. Raise the version.',
    },
  },
});

const TITLES = {
  400: { sv: 'Något i innehållet är fel', en: 'Something in the body is wrong' },
  404: { sv: 'Det finns inte', en: 'It does not exist' },
  409: { sv: 'Det går inte nu', en: 'It cannot be done now' },
};

/** What the caller got wrong, whatever the plan's state; every other refusal is 409. */
const STATUSES: Record<string, 400 | 404> = {
  'unknown-verb': 404,
  'unknown-stage': 404,
  'unknown-record': 404,
  'reason-required': 400,
  'lies-ahead': 400,
};

/** The first reason gives the code and the status; all of them are told. */
export function refusal(reasons: Reason[], version: number | null): Problem {
  const [first] = reasons;
  if (!first) throw new Error('a refusal without a reason');
  const status = STATUSES[first.code] ?? 409;
  return new Problem(
    { code: first.code, status, title: TITLES[status] },
    {
      reasons: (language) => reasons.map((reason) => reasonIn(reason, language)),
      faults: (language) => reasons.flatMap((reason) => faultIn(reason, language)),
      ...(version === null ? {} : { headers: { etag: etagOf(version) } }),
    },
  );
}

/** @param needed any one of them would do. */
export function notPermitted(verb: string, needed: Missing[]): Problem {
  const reason: Reason = { code: 'not-permitted', params: { verb }, missing: needed };
  return new Problem(PLAN_PROBLEMS['not-permitted'], { reasons: (language) => [reasonIn(reason, language)] });
}

/** A reason that lies in one field of the body names the place as any other fault does. */
function faultIn(reason: Reason, language: Language): BodyFault[] {
  if (reason.field === undefined) return [];
  return [{ pointer: reason.field, code: reason.code, message: sayReason(reason, language).message }];
}

export function reasonIn(reason: Reason, language: Language): ProblemReason {
  return { ...sayReason(reason, language), criterion: reason.criterion ?? null };
}

export function unknownPlan(plan: string): Problem {
  return new Problem(PLAN_PROBLEMS['unknown-plan'], { params: { plan: plan.slice(0, 80) } });
}

export function unknownTemplate(template: string): Problem {
  return new Problem(PLAN_PROBLEMS['unknown-template'], { params: { template: template.slice(0, 80) } });
}
