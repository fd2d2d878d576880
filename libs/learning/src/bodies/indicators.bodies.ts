// The bodies of the indicators' verbs.
import { INDICATOR_OPERATORS } from '#libs/lifecycle';
import { Code, CountBody, Line, Lines, Maybe, One, OneOf, Prose, Quantity } from '#libs/platform';
import { VerbBody } from '#libs/plans';

export class TargetBody {
  @Quantity() value: number;
  @Line(60) unit: string;
  @OneOf(INDICATOR_OPERATORS) operator: (typeof INDICATOR_OPERATORS)[number];
  /** What must also hold of what is counted, one line each. */
  @Maybe() @Lines({ max: 20 }) conditions?: string[];
}

export class SetTargetBody extends VerbBody {
  @Code() code: string;
  @Line(500) name: string;
  @One(() => TargetBody) target: TargetBody;
  /** Of whom or what the indicator speaks. */
  @Maybe() @Line(500) population?: string;
  @Maybe() @Line() method?: string;
  /** Why the target is changed; required once the indicator has been measured. */
  @Maybe() @Prose() reason?: string;
}

export class MeasureIndicatorBody extends VerbBody {
  /** The indicator's code. */
  @Code() indicator: string;
  @One(() => CountBody) outcome: CountBody;
  /** Who was asked; when that is not the population, `note` says what it means for the result. */
  @Maybe() @Line(500) asked?: string;
  /** Those of the target's conditions that the outcome is known to fulfil. */
  @Maybe() @Lines({ max: 20 }) conditionsMet?: string[];
  @Maybe() @Prose() note?: string;
  @Maybe() @Line(500) source?: string;
}

export class DeclareNotMeasuredBody extends VerbBody {
  @Code() indicator: string;
  @Prose() reason: string;
}

export const indicatorsBodies = {
  'set-target': SetTargetBody,
  'measure-indicator': MeasureIndicatorBody,
  'declare-not-measured': DeclareNotMeasuredBody,
};
