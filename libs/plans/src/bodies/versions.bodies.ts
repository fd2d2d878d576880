// The bodies of the versions' verbs.
import { PLAN_SECTIONS } from '#libs/lifecycle';
import { Code, Key, Line, Maybe, One, OneOf, Prose, WhenField } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class WriteSectionBody extends VerbBody {
  @OneOf(PLAN_SECTIONS) section: (typeof PLAN_SECTIONS)[number];
  @Prose() text: string;
  @Maybe() @Code() code?: string;
}

export class ResponsibleBody {
  @Code() organisation: string;
  @Maybe() @Line() role?: string;
}

export class SetResponsibleBody extends VerbBody {
  @Maybe() @One(() => ResponsibleBody) revision?: ResponsibleBody;
  @Maybe() @One(() => ResponsibleBody) followUp?: ResponsibleBody;
}

export class DeclareActivitiesLaterBody extends VerbBody {}

export class SubmitVersionBody extends VerbBody {
  @Maybe() @Line(40) label?: string;
  @Maybe() @WhenField() drawnUp?: string;
  @Maybe() @WhenField() validFrom?: string;
  @Maybe() @WhenField() validTo?: string;
  @Maybe() @WhenField() revised?: string;
  @Maybe() @Line(100) registryNumber?: string;
}

export class VersionReasonBody extends VerbBody {
  @Prose() reason: string;
}

export class SetDocumentDatesBody extends VerbBody {
  @Key() version: string;
  @Maybe() @WhenField() drawnUp?: string;
  @Maybe() @WhenField() validFrom?: string;
  @Maybe() @WhenField() validTo?: string;
  @Maybe() @WhenField() revised?: string;
}

export class SetRegistryNumberBody extends VerbBody {
  @Key() version: string;
  @Line(100) registryNumber: string;
}

export const versionsBodies = {
  'write-section': WriteSectionBody,
  'set-responsible': SetResponsibleBody,
  'declare-activities-later': DeclareActivitiesLaterBody,
  'submit-version': SubmitVersionBody,
  'withdraw-version': VersionReasonBody,
  'revise-version': VersionReasonBody,
  'set-document-dates': SetDocumentDatesBody,
  'set-registry-number': SetRegistryNumberBody,
};
