// The bodies of the verbs on the statement of the problem.
import { Code, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class StateProblemBody extends VerbBody {
  @Prose() statement: string;
  @Maybe() @Prose() targetGroup?: string;
  @Maybe() @Prose() futurePicture?: string;
}

export class AgreeProblemBody extends VerbBody {
  @Code() organisation: string;
}

export const problemBodies = {
  'state-problem': StateProblemBody,
  'agree-problem': AgreeProblemBody,
};
