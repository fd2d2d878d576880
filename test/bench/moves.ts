// What can be done now and why not, reckoned for the largest ways of working: the shipped one with the most verbs, and one of sixty
// stages in which every verb there is can be done in every stage.
import { moves, start, vocabulary, isRefusal, type Setting, type Stage, type Template } from '#libs/lifecycle';
import { shippedTemplates, wholeTemplate } from '#libs/templates';
import { median, type Figure } from './figure.js';

const CALLS = 2_000;

export function movesFigures(): Figure[] {
  return [
    figureOf('moves, the largest shipped template', largest()),
    figureOf('moves, 60 stages with every verb', sixtyStages()),
  ];
}

function figureOf(name: string, template: Template): Figure {
  const at = settingFor(template);
  const started = start({ title: 'Hälsolots' }, at);
  if (isRefusal(started)) throw new Error('a start is not refused');
  const latenciesMs = Array.from({ length: CALLS }, () => {
    const began = performance.now();
    if (moves(started.plan, at).length === 0) throw new Error('there is always a move');
    return performance.now() - began;
  });
  // The first half is for the compiler.
  const value = median(latenciesMs.slice(CALLS / 2));
  return { name, value, unit: 'ms', floor: null, ratio: null, target: 'under 1 ms' };
}

function settingFor(template: Template): Setting {
  const now = '2027-03-15T09:00:00.000Z';
  const who = { id: 'bench', role: 'process-leader', organisation: 'RKL' };
  const command = '00000000-0000-4000-8000-000000000001';
  return { template, now, who, command, occurredAt: now, imported: false };
}

function largest(): Template {
  const size = ({ stages }: Template) => new Set(stages.flatMap((stage) => stage.opens)).size * stages.length;
  const [most] = shippedTemplates.map(wholeTemplate).toSorted((one, other) => size(other) - size(one));
  return most as Template;
}

/** Each stage has five criteria that do not hold, so that every move has much to explain. */
function sixtyStages(): Template {
  const label = { sv: 'Steg', en: 'Step' };
  const opens = [...vocabulary.verbs.keys()];
  const criteria = [
    'meeting-held',
    'potentials-proposed',
    'parties-consented',
    'inventory-complete',
    'mandate-complete',
  ]
    .filter((kind) => vocabulary.criteria.has(kind))
    .map((kind) => ({ key: kind, kind, name: label, with: {} }));
  const keys = Array.from({ length: 60 }, (_, n) => `stage-${n}`);
  const stages = keys.map((key, n): Stage => ({
    key,
    name: label,
    opens,
    criteria,
    next: keys.slice(n + 1, n + 3),
    restart: true,
  }));
  const roles = [{ key: 'process-leader', name: label, required: true }];
  return wholeTemplate({ key: 'sixty', version: 1, name: label, roles, stages });
}
