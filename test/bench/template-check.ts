// How long the check of a template of 1,000 stages takes: the first of a process, which compiles the schema too, and the next.
// Run as a program it measures one process; the bench starts several, for only one check of each is the first.
import type { Template } from '#libs/lifecycle';
import { checkTemplate } from '#libs/templates';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, type Figure } from './figure.js';

const STAGES = 1_000;
const TARGET = '< 200 ms';

interface Times {
  firstMs: number;
  nextMs: number;
}

export function templateFigures(rounds: number): Figure[] {
  const times = Array.from({ length: rounds }, once);
  const figure = (name: string, values: number[]): Figure => ({
    name: `template check, ${STAGES} stages, ${name}`,
    value: median(values),
    unit: 'ms',
    floor: null,
    ratio: null,
    target: TARGET,
  });
  return [
    figure(
      'first of a process',
      times.map(({ firstMs }) => firstMs),
    ),
    figure(
      'the next',
      times.map(({ nextMs }) => nextMs),
    ),
  ];
}

function once(): Times {
  return JSON.parse(
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'measure'], { encoding: 'utf8' }),
  ) as Times;
}

function measured(): Times {
  const template = chain(STAGES);
  const time = () => {
    const startedMs = performance.now();
    const faults = checkTemplate(template);
    if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 3)));
    return performance.now() - startedMs;
  };
  return { firstMs: time(), nextMs: time() };
}

/** Each stage asks for something, reminds of it, and has a way on and a way back. */
function chain(count: number): Template {
  const label = (text: string) => ({ sv: `${text} på svenska`, en: `${text} in English` });
  const stages = Array.from({ length: count }, (_, index) => ({
    key: `stage-${index}`,
    name: label(`Stage ${index}`),
    purpose: label('What it is for'),
    opens: ['plan-meeting', 'hold-meeting', 'record-notes'],
    criteria: [{ key: 'held', kind: 'meeting-held', with: { min: 2 }, name: label('Two meetings were held') }],
    next: index + 1 < count ? [`stage-${index + 1}`] : [],
    returnsTo: index > 0 ? [`stage-${index - 1}`] : [],
    reminders: [{ key: 'late', when: { entered: 'P14D' }, to: ['lead'], until: 'meeting-held', given: { min: 2 } }],
    checkIns: [{ key: 'observe', form: 'interview', when: { on: 'meeting-planned' }, to: ['lead'] }],
  }));
  return { key: 'chain', version: 1, name: label('Chain'), roles: [{ key: 'lead', name: label('Lead') }], stages };
}

if (process.argv[2] === 'measure') process.stdout.write(JSON.stringify(measured()));
