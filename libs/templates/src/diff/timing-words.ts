// When a reminder or check-in falls due, in words.
import type { Label, Timing } from '#libs/lifecycle';
import { anchorInWords } from './anchor-words.js';
import { joined } from './change.js';
import type { Names } from './places.js';

const UNITS: Record<string, { one: Label; many: Label }> = {
  Y: { one: { sv: '{n} år', en: '{n} year' }, many: { sv: '{n} år', en: '{n} years' } },
  M: { one: { sv: '{n} månad', en: '{n} month' }, many: { sv: '{n} månader', en: '{n} months' } },
  W: { one: { sv: '{n} vecka', en: '{n} week' }, many: { sv: '{n} veckor', en: '{n} weeks' } },
  D: { one: { sv: '{n} dag', en: '{n} day' }, many: { sv: '{n} dagar', en: '{n} days' } },
};

/** «14 dagar», «1 year 6 months». @param duration ISO 8601, as templates write it. */
export function durationInWords(duration: string): Label {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].filter(([, count]) => Number(count) > 0);
  const said = parts.map(([, count = '', unit = '']) => {
    const words = UNITS[unit]?.[Number(count) === 1 ? 'one' : 'many'] ?? { sv: '{n}', en: '{n}' };
    return { sv: words.sv.replace('{n}', count), en: words.en.replace('{n}', count) };
  });
  return { sv: said.map(({ sv }) => sv).join(' '), en: said.map(({ en }) => en).join(' ') };
}

/** «7 days after the meeting that was held». */
export function timingInWords(when: Timing, names: Pick<Names, 'role'>): Label {
  const said = (duration: string, words: Label): Label => {
    const { sv, en } = durationInWords(duration);
    return { sv: words.sv.replace('{time}', sv), en: words.en.replace('{time}', en) };
  };
  if ('on' in when) return joined([{ sv: 'på dagen för ', en: 'on the day of ' }, anchorInWords(when.on)], '');
  if ('after' in when)
    return joined([said(when.by, { sv: '{time} efter ', en: '{time} after ' }), anchorInWords(when.after)], '');
  if ('before' in when)
    return joined([said(when.by, { sv: '{time} före ', en: '{time} before ' }), anchorInWords(when.before)], '');
  if ('midway' in when) return joined([{ sv: 'halvvägs till ', en: 'half-way to ' }, anchorInWords(when.midway)], '');
  if ('entered' in when) return enteredInWords(when.entered);
  if ('idle' in when)
    return said(when.idle, { sv: 'när inget hänt på {time}', en: 'when nothing has happened for {time}' });
  if ('vacant' in when)
    return joined(
      [
        said(when.by, { sv: 'när ingen på {time} varit ', en: 'when nobody for {time} has been ' }),
        names.role(when.vacant).name,
      ],
      '',
    );
  const every = said(when.every, { sv: 'med {time} emellan', en: 'every {time}' });
  if (when.first === undefined) return every;
  const first = said(when.first, { sv: 'första gången efter {time}', en: 'the first time after {time}' });
  return { sv: `${every.sv}, ${first.sv}`, en: `${every.en}, ${first.en}` };
}

/** «14 days after the beginning»; of no time at all, «at the beginning». */
function enteredInWords(delay: string): Label {
  const { sv, en } = durationInWords(delay);
  return en === ''
    ? { sv: 'vid början', en: 'at the beginning' }
    : { sv: `${sv} efter början`, en: `${en} after the beginning` };
}
