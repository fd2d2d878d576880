// Histories of every version of every template that was ever shipped: they fold to the same plans, for ever.
// STEGVIS_GOLDEN=record writes those that are not there yet; one that is there is never written again.
import { fold, type Plan, type PlanEvent, type Template } from '#libs/lifecycle';
import { shippedTemplates } from '#libs/templates';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Walk } from './walk.js';

interface Golden {
  template: { key: string; version: number; digest: string };
  events: PlanEvent[];
  plans: Plan[];
}

const FOLDER = join(process.cwd(), 'test', 'golden', 'histories');
const fileOf = ({ key, version }: { key: string; version: number }) => join(FOLDER, `${key}-v${version}.json`);
const digestOf = (template: Template) => createHash('sha256').update(JSON.stringify(template)).digest('hex');

if (process.env['STEGVIS_GOLDEN'] === 'record')
  for (const template of shippedTemplates.filter((one) => !existsSync(fileOf(one)))) record(template);

const known = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Golden);

it.each(shippedTemplates.map((one) => [one.key, one.version, one] as const))(
  '%s v%i has its history, and has not changed since it was published',
  (key, version, template) => {
    const golden = known.find((one) => one.template.key === key && one.template.version === version);
    expect(golden?.template.digest).toBe(digestOf(template));
  },
);

it.each(known.map((one) => [one.template.key, one.template.version, one] as const))(
  'INV-53 the history of %s v%i folds to the same plans as when it was written',
  (_key, _version, { events, plans }) => {
    for (const plan of plans) {
      const folded = fold(events.filter((event) => event.plan === plan.id));
      expect(JSON.parse(JSON.stringify(folded))).toEqual(plan);
    }
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(20);
  },
);

/** One event a line, so that a difference can be read. */
function record(template: Template): void {
  const walk = new Walk(template);
  const lines = (list: object[]) => list.map((one) => JSON.stringify(one)).join(',\n');
  const { key, version } = template;
  const head = JSON.stringify({ key, version, digest: digestOf(template) });
  const text = `{"template":${head},\n"events":[\n${lines(walk.journal)}\n],\n"plans":[\n${lines([...walk.plans.values()])}\n]}\n`;
  writeFileSync(fileOf(template), text);
}
