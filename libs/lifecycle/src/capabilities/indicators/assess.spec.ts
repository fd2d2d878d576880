import fc from 'fast-check';
import type { Count } from '../count.js';
import { assess, OPERATORS, type Operator, type Target, type Assessment } from './assess.js';

const target = (operator: Operator, value: number, unit: string, conditions?: string[]): Target => ({
  operator,
  value,
  unit,
  ...(conditions ? { conditions } : {}),
});
const count = (qualifier: Count['qualifier'], value: number, unit: string): Count => ({ qualifier, value, unit });
const bothDone = ['carried out', 'anchored in participating organisations'];

const whole = fc.integer({ min: 0, max: 100 });
const operators = fc.constantFrom(...OPERATORS);
const qualifiers = fc.constantFrom('exact' as const, 'about' as const, 'more-than' as const);

/** What is really so, when the outcome is exact. */
const holds = (operator: Operator, goal: number, truth: number) =>
  operator === 'at-least' ? truth >= goal : operator === 'at-most' ? truth <= goal : truth === goal;

describe('the assessment of an indicator', () => {
  it.each<[string, Target, Count, string[], Assessment, string]>([
    [
      'IND-1',
      target('at-least', 65, 'percent'),
      count('about', 70, 'percent'),
      [],
      'met-approximately',
      'basis-about-meets',
    ],
    [
      'IND-2',
      target('at-least', 2, 'analyses', bothDone),
      count('exact', 2, 'analyses'),
      ['carried out'],
      'partly-evidenced',
      'basis-conditions-open',
    ],
    ['IND-3', target('at-least', 10, 'persons'), count('more-than', 60, 'persons'), [], 'met', 'basis-meets'],
    ['IND-4', target('at-least', 1, 'plans'), count('exact', 2, 'plans'), [], 'met', 'basis-meets'],
  ])('INV-29 %s of the pilot', (_code, goal, outcome, conditionsMet, assessment, basis) => {
    expect(assess(goal, outcome, conditionsMet)).toMatchObject({ assessment, basis: { code: basis } });
  });

  it.each<[Operator, Count['qualifier'], Assessment, Assessment, Assessment]>([
    ['at-least', 'exact', 'not-met', 'met', 'met'],
    ['at-least', 'about', 'not-met', 'met-approximately', 'met-approximately'],
    ['at-least', 'more-than', 'partly-evidenced', 'met', 'met'],
    ['at-most', 'exact', 'met', 'met', 'not-met'],
    ['at-most', 'about', 'met-approximately', 'met-approximately', 'not-met'],
    ['at-most', 'more-than', 'partly-evidenced', 'not-met', 'not-met'],
    ['equals', 'exact', 'not-met', 'met', 'not-met'],
    ['equals', 'about', 'not-met', 'met-approximately', 'not-met'],
    ['equals', 'more-than', 'partly-evidenced', 'not-met', 'not-met'],
  ])('INV-29 %s, %s: below %s, at %s, above %s', (operator, qualifier, ...assessments) => {
    const goal = target(operator, 10, 'persons');
    expect([9, 10, 11].map((value) => assess(goal, count(qualifier, value, 'persons')).assessment)).toEqual(
      assessments,
    );
  });

  it('INV-29 nothing measured is not measured, whatever the target', () => {
    fc.assert(
      fc.property(operators, whole, (operator, value) => {
        expect(assess(target(operator, value, 'persons', bothDone), null, bothDone).assessment).toBe('not-measured');
      }),
    );
  });

  it('INV-29 an assessment never contradicts a truth that the outcome allows', () => {
    fc.assert(
      fc.property(operators, whole, whole, fc.integer({ min: 1, max: 50 }), (operator, goal, bound, above) => {
        const { assessment } = assess(target(operator, goal, 'persons'), count('more-than', bound, 'persons'));
        const truth = holds(operator, goal, bound + above);
        if (assessment === 'met') expect(truth).toBe(true);
        if (assessment === 'not-met') expect(truth).toBe(false);
      }),
    );
  });

  it('INV-29 only an exact or a lower-bound outcome is plainly met, only an approximate one approximately', () => {
    fc.assert(
      fc.property(operators, whole, qualifiers, whole, (operator, goal, qualifier, value) => {
        const { assessment } = assess(target(operator, goal, 'persons'), count(qualifier, value, 'persons'));
        if (assessment === 'met') expect(qualifier).not.toBe('about');
        expect(assessment === 'met-approximately').toBe(qualifier === 'about' && holds(operator, goal, value));
        if (qualifier === 'exact') expect(assessment).toBe(holds(operator, goal, value) ? 'met' : 'not-met');
      }),
    );
  });

  it('INV-29 more of what is wanted never makes an at-least target worse', () => {
    const rank: Assessment[] = ['not-met', 'partly-evidenced', 'met-approximately', 'met'];
    fc.assert(
      fc.property(whole, qualifiers, whole, fc.nat(50), (goal, qualifier, value, more) => {
        const of = (outcome: number) =>
          rank.indexOf(assess(target('at-least', goal, 'persons'), count(qualifier, outcome, 'persons')).assessment);
        expect(of(value + more)).toBeGreaterThanOrEqual(of(value));
      }),
    );
  });

  it('INV-29 a condition that is not shown takes a met target down to partly evidenced, and nothing up', () => {
    fc.assert(
      fc.property(
        operators,
        whole,
        qualifiers,
        whole,
        fc.subarray(bothDone),
        (operator, goal, qualifier, value, shown) => {
          const outcome = count(qualifier, value, 'analyses');
          const bare = assess(target(operator, goal, 'analyses'), outcome).assessment;
          const { assessment } = assess(target(operator, goal, 'analyses', bothDone), outcome, shown);
          const met = bare === 'met' || bare === 'met-approximately';
          expect(assessment).toBe(met && shown.length < bothDone.length ? 'partly-evidenced' : bare);
        },
      ),
    );
  });

  it('does not say that the target is met when only a lower bound below it is known', () => {
    const goal = target('at-least', 2, 'analyses', bothDone);
    expect(assess(goal, count('more-than', 1, 'analyses')).basis.code).toBe('basis-bound-open');
  });

  it('names the conditions that are open', () => {
    const goal = target('at-least', 2, 'analyses', bothDone);
    expect(assess(goal, count('exact', 2, 'analyses'), ['carried out']).basis.params).toEqual({
      value: 2,
      target: 2,
      unit: 'analyses',
      conditions: 'anchored in participating organisations',
    });
  });
});
