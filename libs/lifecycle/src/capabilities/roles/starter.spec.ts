// INV-43: whoever starts a plan answers for it from the first day.
import { fold, start } from '../../engine.js';
import type { Setting } from '../../engine/capability.js';
import { isRefusal } from '../../engine/refusal.js';
import { given, openTemplate } from '../../given.js';
import { holdingsOf } from './facts.js';

const anna = '00000000-0000-4000-8000-00000000000a';
const bo = '00000000-0000-4000-8000-00000000000b';
const starter = { person: anna, organisation: 'RKL' };

function started(change: Partial<Setting> = {}, parent?: string) {
  const blank = given(openTemplate({ kind: parent === undefined ? 'plan' : 'initiative' }));
  const body = { title: 'Hälsolots', ...(parent === undefined ? {} : { parent }) };
  const outcome = start(body, { ...blank.setting({ command: crypto.randomUUID() }), ...change });
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome.refused));
  return outcome;
}

it('a person who starts a plan holds its first required role, in the same command', () => {
  const { plan, events } = started({ starter });
  expect(events.map(({ type }) => type)).toEqual(['plan.started', 'stage.entered', 'role.assigned']);
  expect(plan).toMatchObject({ version: 1, sequence: 3 });
  expect(holdingsOf(plan)).toEqual([
    { key: 'holding-1', role: 'process-leader', ...starter, from: '2026-01-12', imported: false },
  ]);
  expect(fold(events)).toEqual(plan);
});

it('a program that starts one holds nothing', () => {
  expect(started().events.map(({ type }) => type)).toEqual(['plan.started', 'stage.entered']);
});

it('a template that requires nobody gives the starter no role', () => {
  const template = openTemplate({ roles: openTemplate().roles.map((role) => ({ ...role, required: false })) });
  expect(holdingsOf(started({ starter, template }).plan)).toEqual([]);
});

it('under an initiative whose role is held, that holder goes on; where it has been left, the starter takes it', () => {
  const above = given(openTemplate({ kind: 'initiative' }));
  const held = above.did('assign-role', { role: 'process-leader', person: bo, organisation: 'HOGSBY' });
  const of = (plan: typeof held) => holdingsOf(started({ starter, parent: plan.plan }, plan.plan.id).plan);
  expect(of(held)).toMatchObject([{ key: 'holding-1', person: bo }]);
  expect(of(above)).toMatchObject([{ key: 'holding-1', person: anna }]);
});
