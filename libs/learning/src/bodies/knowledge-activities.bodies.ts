// The bodies of the knowledge activities' verbs.
import { Code, CountBody, Flag, Key, Line, Lines, Maybe, One, Quantity, WhenField } from '#libs/platform';
import { VerbBody } from '#libs/plans';

export class PlanKnowledgeActivityBody extends VerbBody {
  @Line() title: string;
  @Maybe() @Lines() topics?: string[];
  @Maybe() @Line() organiser?: string;
  @Maybe() @WhenField() on?: string;
}

export class HoldKnowledgeActivityBody extends VerbBody {
  @Maybe() @Key() activity?: string;
  @Maybe() @Line() title?: string;
  @Maybe() @Code() code?: string;
  @Maybe() @Line() organiser?: string;
  @Maybe() @One(() => CountBody) participants?: CountBody;
  /** Nobody among the participants took part in another activity. */
  @Maybe() @Flag() distinct?: boolean;
  /** Credits of higher education. */
  @Maybe() @Quantity(0, 300) credits?: number;
}

export class CountParticipationBody extends VerbBody {
  @Maybe() @Key() activity?: string;
  /** How many took part in all, as it was stated: not a sum of the activities. */
  @Maybe() @Flag() total?: boolean;
  @One(() => CountBody) count: CountBody;
  @Maybe() @Flag() distinct?: boolean;
}

export const knowledgeActivitiesBodies = {
  'plan-knowledge-activity': PlanKnowledgeActivityBody,
  'hold-knowledge-activity': HoldKnowledgeActivityBody,
  'count-participation': CountParticipationBody,
};
