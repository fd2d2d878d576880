// The bodies of the network's verbs.
import { Key, Line, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class RaiseQuestionBody extends VerbBody {
  @Prose() question: string;
}

export class AnswerQuestionBody extends VerbBody {
  @Key() question: string;
  @Prose() answer: string;
}

export class ShareExampleBody extends VerbBody {
  @Line() title: string;
  @Maybe() @Line() place?: string;
  @Maybe() @Prose() description?: string;
}

export class ProposeProjectIdeaBody extends VerbBody {
  @Line() title: string;
  @Maybe() @Prose() description?: string;
}

export const networkBodies = {
  'raise-question': RaiseQuestionBody,
  'answer-question': AnswerQuestionBody,
  'share-example': ShareExampleBody,
  'propose-project-idea': ProposeProjectIdeaBody,
};
