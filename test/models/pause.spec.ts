// INV-07: a pause keeps what was left of every deadline, in days of the calendar here, over clock changes and month ends.
import { due, type Plan, type Template } from '#libs/lifecycle';
import fc from 'fast-check';
import { openTemplate, runs, Told } from './told.js';

const DAY_MS = 86_400_000;
const remind = (key: string, when: object) => ({ key, when, to: ['lead'] }) as never;
const template: Template = {
  ...openTemplate,
  stages: openTemplate.stages.map((stage) => ({
    ...stage,
    reminders: [
      remind('days', { entered: 'P40D' }),
      remind('month', { entered: 'P1M' }),
      remind('year', { entered: 'P1Y2M3W4D' }),
      remind('again', { every: 'P400D' }),
      remind('notes', { after: 'meeting-held', by: 'P3M' }),
    ],
  })),
  rules: { whilePaused: [remind('look', { entered: 'P1M' })] },
};

/** By a calendar of its own: the date in Sweden, whose clocks change at 01:00 UTC on the last Sundays of March and October. */
function dayHere(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  const change = (month: number) => {
    const last = new Date(Date.UTC(year, month, 0, 1));
    return last.getTime() - last.getUTCDay() * DAY_MS;
  };
  const hours = ms >= change(3) && ms < change(10) ? 2 : 1;
  return Math.floor((ms + hours * 3_600_000) / DAY_MS);
}

const left = (told: Told, plan: Plan = told.plan) =>
  Object.fromEntries(
    due(plan, told.now, template).map(({ rule, dueOn }) => [rule, Date.parse(dueOn) / DAY_MS - dayHere(told.ms)]),
  );

const begins = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) });
const minutes = fc.integer({ min: 1, max: 20 * 24 * 60 });

it('INV-07 as many days are left on resume as on the pause, however often and however long', () => {
  fc.assert(
    fc.property(
      begins,
      fc.array(fc.tuple(minutes, fc.oneof(minutes, fc.integer({ min: 1, max: 600_000 }))), {
        minLength: 1,
        maxLength: 5,
      }),
      (ms, pauses) => {
        const told = new Told(template, ms);
        told.say('hold-meeting', { title: 'Möte' });
        for (const [work, rest] of pauses) {
          told.ms += work * 60_000;
          expect(told.say('pause', { reason: 'Därför' })).toEqual([]);
          const before = left(told, { ...told.plan, status: 'active' });
          expect(due(told.plan, told.now, template).map(({ rule }) => rule)).toEqual(['look']);
          told.ms += rest * 60_000;
          expect(told.say('resume')).toEqual([]);
          const after = left(told);
          for (const rule of ['days', 'month', 'year', 'notes'])
            if ((before[rule] as number) >= 0) expect([rule, after[rule]]).toEqual([rule, before[rule]]);
        }
      },
    ),
    runs(300),
  );
});

it('what was overdue before the pause is not moved by it', () => {
  fc.assert(
    fc.property(begins, fc.integer({ min: 42 * 24 * 60, max: 60 * 24 * 60 }), minutes, (ms, work, rest) => {
      const told = new Told(template, ms);
      const dayOf = () => due(told.plan, told.now, template).find(({ rule }) => rule === 'days')?.dueOn;
      told.ms += work * 60_000;
      const before = dayOf();
      told.say('pause', { reason: 'Därför' });
      told.ms += rest * 60_000;
      told.say('resume');
      expect(dayOf()).toBe(before);
    }),
    runs(60),
  );
});
