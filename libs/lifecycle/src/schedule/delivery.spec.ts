import fc from 'fast-check';
import { CALENDAR_DEFAULTS, swedishCalendar } from './calendar.js';
import { addDays, dayOf, daysBetween } from './days.js';
import { deliveryInstant, sendInstant } from './delivery.js';

const calendar = swedishCalendar();
const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('2020-01-01', n));
const on = (dueOn: string, latest?: string) => ({ dueOn, ...(latest === undefined ? {} : { latest }) });
const dayFor = (...given: Parameters<typeof deliveryInstant>) => dayOf(deliveryInstant(...given));
/** A reminder, and steps that follow it. */
const chain = (dueOn: string, ...gaps: number[]) => {
  const all = gaps.reduce((found, gap) => [...found, addDays(found.at(-1) ?? dueOn, gap)], [dueOn]);
  return all.map((one, step) => ({
    dueOn: one,
    ...(step > 0 ? { step, earlier: all.slice(0, step).map((earlier, n) => ({ key: `${n}`, dueOn: earlier })) } : {}),
  }));
};

describe('when a reminder goes out', () => {
  it('what comes after something goes out on the first working day from its day on', () => {
    expect(deliveryInstant(on('2026-01-16'), calendar)).toBe('2026-01-16T06:00:00.000Z');
    expect(dayFor(on('2026-01-17'), calendar)).toBe('2026-01-19');
    expect(dayFor(on('2026-12-24'), calendar)).toBe('2026-12-28');
  });

  it('what comes before something, or falls on it, goes out on the last working day up to its day', () => {
    expect(dayFor(on('2026-01-17', '2026-01-20'), calendar)).toBe('2026-01-16');
    expect(dayFor(on('2026-01-17', '2026-01-17'), calendar)).toBe('2026-01-16');
    expect(dayFor(on('2026-01-16', '2026-01-20'), calendar)).toBe('2026-01-16');
  });

  it('never early, never after what it prepares for, always on a working morning', () => {
    fc.assert(
      fc.property(day, fc.option(fc.nat(60), { nil: undefined }), (dueOn, before) => {
        const latest = before === undefined ? undefined : addDays(dueOn, before);
        const sent = dayFor(on(dueOn, latest), calendar);
        expect(calendar.isWorkingDay(sent)).toBe(true);
        if (latest === undefined) expect(sent >= dueOn).toBe(true);
        else expect(sent <= dueOn).toBe(true);
        expect(Math.abs(daysBetween(dueOn, sent))).toBeLessThan(6);
      }),
    );
  });

  it('a later day never goes out earlier', () => {
    fc.assert(
      fc.property(day, fc.nat(400), fc.boolean(), (dueOn, days, isBefore) => {
        const of = (one: string) => deliveryInstant(on(one, isBefore ? '9999-01-01' : undefined), calendar);
        expect(of(addDays(dueOn, days)) >= of(dueOn)).toBe(true);
      }),
    );
  });

  describe('steps', () => {
    it('have their whole time from when what they follow went out', () => {
      const [first, deputy, chair] = chain('2026-01-17', 3, 4) as [
        ReturnType<typeof on>,
        ReturnType<typeof on>,
        ReturnType<typeof on>,
      ];
      expect([first, deputy, chair].map((one) => dayFor(one, calendar))).toEqual([
        '2026-01-19',
        '2026-01-22',
        '2026-01-26',
      ]);
      expect(dayFor(deputy, calendar, '2026-02-10')).toBe('2026-02-13');
    });

    it('rest in the summer break, and come one after the other when it is over', () => {
      const all = chain('2026-06-15', 7, 7, 7);
      expect(all.map((one) => dayFor(one, calendar))).toEqual(['2026-06-15', '2026-08-10', '2026-08-17', '2026-08-24']);
      const { summerBreak: _, ...without } = CALENDAR_DEFAULTS;
      const working = swedishCalendar(without);
      expect(all.map((one) => dayFor(one, working))).toEqual(['2026-06-15', '2026-06-22', '2026-06-29', '2026-07-06']);
    });

    it('before a meeting they come rather on a working day before it than after it', () => {
      const [first, step] = chain('2026-01-09', 8) as [ReturnType<typeof on>, ReturnType<typeof on>];
      expect(dayFor({ ...first, latest: '2026-01-18' }, calendar)).toBe('2026-01-09');
      expect(dayFor({ ...step, latest: '2026-01-18' }, calendar)).toBe('2026-01-16');
      expect(dayFor({ ...step, latest: '2026-01-19' }, calendar)).toBe('2026-01-19');
      expect(dayFor({ ...step, latest: '2026-01-18' }, calendar, '2026-01-14')).toBe('2026-01-16');
    });

    it('not on the day of what they follow, nor in the break, if before the meeting there is no other', () => {
      const [, friday] = chain('2026-01-16', 1) as [object, ReturnType<typeof on>];
      expect(dayFor({ ...friday, latest: '2026-01-18' }, calendar)).toBe('2026-01-19');
      const [, july] = chain('2026-07-08', 7) as [object, ReturnType<typeof on>];
      expect(dayFor({ ...july, latest: '2026-07-20' }, calendar)).toBe('2026-08-10');
    });

    it('are not early where what they follow was', () => {
      // Asked on the Friday before its own Sunday, the step keeps to its own Wednesday.
      const [, step] = chain('2026-01-18', 3) as [object, ReturnType<typeof on>];
      expect(dayFor({ ...step, latest: '2026-01-30' }, calendar)).toBe('2026-01-21');
    });

    it('count from the step before, and come after it also where a short month turns their days round', () => {
      const [, second, third] = chain('2026-01-12', 7, 7) as [object, ReturnType<typeof on>, ReturnType<typeof on>];
      expect(dayFor(third, calendar, '2026-02-02')).toBe('2026-02-09');
      const [, , turned] = chain('2026-02-02', 30, -2) as [object, object, ReturnType<typeof on>];
      expect(dayFor(turned, calendar)).toBe('2026-03-05');
      expect(dayFor(second, calendar)).toBe('2026-01-19');
    });

    it('each after the one before, never early, never in the break, whatever the days', () => {
      fc.assert(
        fc.property(day, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }), (dueOn, gaps) => {
          const sent = chain(dueOn, ...gaps).map((one) => [one.dueOn, dayFor(one, calendar)] as const);
          for (const [index, [due, at]] of sent.entries()) {
            expect(at >= due).toBe(true);
            if (index === 0) continue;
            expect(calendar.isSummerBreak(at)).toBe(false);
            expect(daysBetween(sent[index - 1]?.[1] ?? '', at)).toBeGreaterThanOrEqual(gaps[index - 1] ?? 0);
          }
        }),
      );
    });
  });

  describe('asked late', () => {
    it('as planned while that lies ahead, else in the next open hour', () => {
      const one = on('2026-01-16');
      expect(sendInstant(one, calendar, '2026-01-16T05:00:00Z')).toBe('2026-01-16T06:00:00.000Z');
      expect(sendInstant(one, calendar, '2026-01-16T09:30:00Z')).toBe('2026-01-16T09:30:00.000Z');
      expect(sendInstant(one, calendar, '2026-01-16T18:30:00Z')).toBe('2026-01-19T06:00:00.000Z');
      expect(sendInstant(one, calendar, '2026-01-16T10:30:00+01:00')).toBe('2026-01-16T09:30:00.000Z');
    });

    it('what prepares for a Saturday and was recorded on Friday evening goes out on Saturday: later is too late', () => {
      const evening = '2026-01-16T19:00:00.000Z';
      expect(sendInstant(on('2026-01-10', '2026-01-17'), calendar, evening)).toBe('2026-01-17T06:00:00.000Z');
      expect(sendInstant(on('2026-01-10', '2026-01-19'), calendar, evening)).toBe('2026-01-19T06:00:00.000Z');
      expect(sendInstant(on('2026-01-10', '2026-01-16'), calendar, evening)).toBe('2026-01-19T06:00:00.000Z');
      // What falls on the day may have been recorded afterwards.
      expect(sendInstant(on('2026-01-17', '2026-01-17'), calendar, evening)).toBe('2026-01-19T06:00:00.000Z');
    });

    it('a late step waits for the end of the summer break', () => {
      const [, step] = chain('2026-06-01', 7) as [object, ReturnType<typeof on>];
      expect(sendInstant(step, calendar, '2026-07-01T09:00:00.000Z')).toBe('2026-08-10T05:00:00.000Z');
      expect(sendInstant(step, calendar, '2026-06-16T09:00:00.000Z')).toBe('2026-06-16T09:00:00.000Z');
    });

    it('never before it is asked, nor before it is planned', () => {
      const now = fc
        .integer({ min: 0, max: 60_000 * 86_400 })
        .map((s) => new Date(Date.UTC(2020, 0, 1) + s * 1000).toISOString());
      fc.assert(
        fc.property(day, now, fc.option(fc.nat(60), { nil: undefined }), (dueOn, asked, before) => {
          const one = on(dueOn, before === undefined ? undefined : addDays(dueOn, before));
          const at = sendInstant(one, calendar, asked);
          expect(at >= asked && at >= deliveryInstant(one, calendar)).toBe(true);
          expect(sendInstant(one, calendar, at)).toBe(at);
        }),
      );
    });
  });
});
