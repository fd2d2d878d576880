// INV-47 and INV-48: no trial starts without an accepted risk, a ceiling and a scale; one that failed leaves a lesson and the
// next round is open; only one that works is scaled up. Against a list of trials and a flag for the risk.
import fc from 'fast-check';
import { sequences, Told } from './told.js';

const nth = fc.constantFrom(1, 1, 2, 3);
const maybe = (value: number | string) => fc.constantFrom(undefined, value);
const said = fc.oneof(
  fc.record({ verb: fc.constant('accept-risk' as const), level: fc.constantFrom('låg', 'medel') }),
  fc.record({ verb: fc.constant('plan-trial' as const), scale: maybe('en by'), ceilingSek: maybe(1000) }),
  fc.record({ verb: fc.constant('set-trial-terms' as const), nth, scale: maybe('två byar'), ceilingSek: maybe(2000) }),
  fc.record({ verb: fc.constant('start-trial' as const), nth }),
  fc.record({ verb: fc.constant('start-trial' as const), nth }),
  fc.record({
    verb: fc.constant('evaluate-trial' as const),
    nth,
    outcome: fc.constantFrom('working', 'failed', 'inconclusive'),
    judgedBy: fc.constantFrom(['RKL'], [], undefined),
    lesson: fc.constantFrom('Vi lärde oss.', undefined),
  }),
  fc.record({ verb: fc.constant('stop-trial' as const), nth }),
  fc.record({ verb: fc.constant('scale-up' as const), nth, scale: fc.constantFrom('länet', 'landet') }),
);
type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

interface Trial {
  status: string;
  scale?: string | undefined;
  ceilingSek?: number | undefined;
  upTo?: string;
}

class Model {
  risk: string | undefined;
  lessons = 0;
  readonly trials: Trial[] = [];

  /** What it changes; null when it may not be. */
  effect(one: Said): (() => void) | null {
    if (one.verb === 'accept-risk') return this.risk === one.level ? null : () => (this.risk = one.level);
    if (one.verb === 'plan-trial') {
      const { scale, ceilingSek } = one as { scale?: string; ceilingSek?: number };
      return () => this.trials.push({ status: 'planned', scale, ceilingSek });
    }
    const trial = this.trials[one.nth - 1];
    return trial ? this.onTrial(trial, one) : null;
  }

  private onTrial(trial: Trial, one: Exclude<Said, { verb: 'accept-risk' | 'plan-trial' }>): (() => void) | null {
    const isOpen = trial.status === 'planned' || trial.status === 'running';
    switch (one.verb) {
      case 'set-trial-terms': {
        const { scale = trial.scale, ceilingSek = trial.ceilingSek } = one as Partial<Trial>;
        const isNew = scale !== trial.scale || ceilingSek !== trial.ceilingSek;
        const mayBe = trial.status !== 'stopped' && isNew && (isOpen || scale === trial.scale);
        return mayBe ? () => Object.assign(trial, { scale, ceilingSek }) : null;
      }
      case 'start-trial': {
        const hasTerms = this.risk !== undefined && trial.scale !== undefined && trial.ceilingSek !== undefined;
        return trial.status === 'planned' && hasTerms ? () => (trial.status = 'running') : null;
      }
      case 'evaluate-trial': {
        const { outcome, judgedBy, lesson } = one;
        const isWhole = judgedBy?.length === 1 && (outcome !== 'failed' || lesson !== undefined);
        const judge = () => {
          trial.status = outcome;
          this.lessons += lesson === undefined ? 0 : 1;
        };
        return trial.status === 'running' && isWhole ? judge : null;
      }
      case 'stop-trial':
        return isOpen ? () => (trial.status = 'stopped') : null;
      case 'scale-up':
        return trial.status === 'working' && trial.upTo !== one.scale ? () => (trial.upTo = one.scale) : null;
    }
  }

  canStart(): boolean {
    const ready = this.trials.some(
      ({ status, scale, ceilingSek }) => status === 'planned' && scale !== undefined && ceilingSek !== undefined,
    );
    return this.risk !== undefined && ready;
  }
}

function bodyOf(one: Said): object {
  const { verb: _, ...said } = one as Said & { nth?: number };
  const { nth, ...rest } = said as { nth?: number };
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (one.verb === 'accept-risk') return { organisation: 'RKL', ...told };
  if (one.verb === 'plan-trial') return { title: 'Försök', ...told };
  return { trial: `trial-${nth}`, ...told, ...(one.verb === 'stop-trial' ? { reason: 'Därför' } : {}) };
}

const lessonsIn = ({ plan }: Told) =>
  (plan.facts['lessons'] as { lessons?: object[] } | undefined)?.lessons?.length ?? 0;

const running: Said[] = [
  { verb: 'accept-risk', level: 'låg' },
  { verb: 'plan-trial', scale: 'en by', ceilingSek: 1000 },
  { verb: 'start-trial', nth: 1 },
];

it('INV-47 INV-48 any sequence of risks, trials, judgements and scaling up', () => {
  sequences(
    said,
    () => {
      const [told, model] = [new Told(), new Model()];
      return {
        told,
        check: (one) => {
          const effect = model.effect(one);
          const reasons = told.say(one.verb, bodyOf(one));
          expect([one.verb, reasons.length === 0]).toEqual([one.verb, effect !== null]);
          effect?.();
          expect(lessonsIn(told)).toBe(model.lessons);
          expect(told.open.includes('start-trial')).toBe(model.canStart());
          expect(told.open.includes('plan-trial')).toBe(true);
          const running = model.trials.some(({ status }) => status === 'running');
          expect(told.open.includes('evaluate-trial')).toBe(running);
          const working = model.trials.some(({ status }) => status === 'working');
          expect(told.open.includes('scale-up')).toBe(working);
        },
      };
    },
    100,
    running,
  );
});
