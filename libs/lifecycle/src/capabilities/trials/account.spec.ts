import { accountOf, overCeiling } from './account.js';
import type { Trial } from './facts.js';

function trial(told: Partial<Trial>): Trial {
  const made = { stage: 'begin', attempt: 1, round: 1 };
  return { key: 'trial-1', title: 'Bulk', trialRound: 1, status: 'failed', imported: false, ...made, ...told };
}

describe('what trials have cost', () => {
  it('adds up the costs told, and the ceilings of the same trials', () => {
    const kept = trial({ costSek: 800, ceilingSek: 1000, started: { on: '2026-01-13' } });
    const over = trial({ costSek: 1500, ceilingSek: 1000, started: { on: '2026-02-13' } });
    const running = trial({ status: 'running', ceilingSek: 5000, started: { on: '2026-03-13' } });
    expect(accountOf([kept, over, running])).toEqual({ costSek: 2300, ceilingSek: 2000, withoutCost: 0 });
    expect(accountOf([])).toEqual({ costSek: 0, ceilingSek: 0, withoutCost: 0 });
  });

  it('tells how many have ended without a word of their cost, and makes none up', () => {
    const silent = trial({ ceilingSek: 1000, started: { on: null } });
    const stopped = trial({ status: 'stopped', started: { on: '2026-01-13' } });
    const neverStarted = trial({ status: 'stopped' });
    const withoutCeiling = trial({ costSek: 300, started: { on: '2026-01-13' } });
    expect(accountOf([silent, stopped, neverStarted, withoutCeiling])).toEqual({
      costSek: 300,
      ceilingSek: 0,
      withoutCost: 2,
    });
  });

  it('is over the ceiling by the kronor above it, and not at it', () => {
    expect(overCeiling({ costSek: 1001, ceilingSek: 1000 })).toBe(1);
    expect(overCeiling({ costSek: 1000, ceilingSek: 1000 })).toBeUndefined();
    expect(overCeiling({ costSek: 1, ceilingSek: 0 })).toBe(1);
    expect(overCeiling({ ceilingSek: 1000 })).toBeUndefined();
    expect(overCeiling({ costSek: 1000 })).toBeUndefined();
  });
});
