// The bodies of the parties' verbs.
import { Code, Flag, Maybe, Prose } from '#libs/platform';
import { JSONSchema } from 'class-validator-jsonschema';
import { VerbBody } from './verb-body.js';

export class AddPartyBody extends VerbBody {
  @Code() organisation: string;
  @Maybe()
  @Flag()
  @JSONSchema({
    description:
      'Its body decides on adoption: every party decides unless this says false, and the plan is adopted when all that decide have said yes. Said again of a party that is there, it changes that.',
  })
  deciding?: boolean;
  @Maybe()
  @Flag()
  @JSONSchema({
    description: 'It takes part on its own terms and is asked for less; false when absent.',
    example: false,
  })
  light?: boolean;
  @Maybe()
  @Flag()
  @JSONSchema({
    description: 'It decides by its own rules, with no notice board and no appeal by law; false when absent.',
    example: false,
  })
  association?: boolean;
}

export class AnswerForPartyBody extends VerbBody {
  @Code() organisation: string;
  @Maybe() @Prose() reason?: string;
}

export const partiesBodies = {
  'add-party': AddPartyBody,
  consent: AnswerForPartyBody,
  'decline-consent': AnswerForPartyBody,
  'withdraw-party': AnswerForPartyBody,
};
