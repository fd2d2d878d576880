// The bodies of the knowledge base's verbs.
import { KNOWLEDGE_KINDS } from '#libs/lifecycle';
import { Code, Flag, Key, Line, Lines, Maybe, OneOf, WhenField } from '#libs/platform';
import { VerbBody } from '#libs/plans';
import { JSONSchema } from 'class-validator-jsonschema';

export class RegisterKnowledgeItemBody extends VerbBody {
  @Line() title: string;
  @OneOf(KNOWLEDGE_KINDS) kind: (typeof KNOWLEDGE_KINDS)[number];
  @Maybe() @Code() code?: string;
  @Maybe() @Lines() places?: string[];
  @Maybe() @Flag() carriedOut?: boolean;
  @Maybe() @WhenField() on?: string;
}

export class MarkCarriedOutBody extends VerbBody {
  @Key() item: string;
}

export class ConfirmAnchoringBody extends VerbBody {
  @Key() item: string;
  @Code() organisation: string;
}

export class CiteBody extends VerbBody {
  @Key() item: string;
  @Maybe()
  @Line()
  @JSONSchema({ description: 'The section of the plan that rests on it, as in write-section.', example: 'background' })
  section?: string;
}

export const knowledgeBodies = {
  'register-knowledge-item': RegisterKnowledgeItemBody,
  'mark-carried-out': MarkCarriedOutBody,
  'confirm-anchoring': ConfirmAnchoringBody,
  cite: CiteBody,
};
