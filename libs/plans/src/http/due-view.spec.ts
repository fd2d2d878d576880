import type { Template } from '#libs/lifecycle';
import { dueView, type Due } from './due-view.js';

const label = (text: string) => ({ sv: `${text} (sv)`, en: text });
const rule = (key: string, name?: string) => ({
  key,
  ...(name ? { name: label(name) } : {}),
  to: [],
  when: { entered: 'P1D' },
});
const stage = { name: label('Stage'), opens: [], criteria: [], next: [] };
const template: Template = {
  key: 'own',
  version: 1,
  name: label('Own'),
  roles: [],
  stages: [
    {
      ...stage,
      key: 'begin',
      reminders: [rule('one', 'Of the stage')],
      checkIns: [{ ...rule('one', 'Check'), form: 'f' }],
    },
    { ...stage, key: 'plan', reminders: [rule('two', 'Of the stage called plan')] },
  ],
  tracks: [{ key: 'always', name: label('Track'), opens: [], reminders: [rule('one', 'Of the track')] }],
  rules: { reminders: [rule('one', 'Of the plan'), rule('mute')], whilePaused: [rule('one', 'While paused')] },
};
const due = (place: string, key: string, kind: Due['kind'] = 'reminder') =>
  ({ kind, place, rule: key, because: { from: 'entered', day: '2027-01-01', missing: [] } }) as unknown as Due;

it.each([
  ['begin', 'one', 'Of the stage'],
  ['plan', 'two', 'Of the stage called plan'],
  ['plan', 'one', 'Of the plan'],
  ['track:always', 'one', 'Of the track'],
  ['paused', 'one', 'While paused'],
  ['plan', 'mute', null],
])('a rule of %s by the key %s is named %s', (place, key, name) => {
  expect(dueView(due(place, key), template, 'en').name).toBe(name);
  expect(dueView(due(place, key), template, 'sv').name).toBe(name === null ? null : `${name} (sv)`);
});

it('of a step its number is told, not the keys of what goes before it', () => {
  const step = { ...due('begin', 'one'), step: 1, earlier: [{ key: 'k', dueOn: '2027-01-01' }] };
  expect(dueView(step, template, 'en')).toMatchObject({ step: 1, name: 'Of the stage' });
  expect(dueView(step, template, 'en')).not.toHaveProperty('earlier');
});

it('a check-in is told from a reminder of the same key', () => {
  expect(dueView(due('begin', 'one', 'check-in'), template, 'en').name).toBe('Check');
});
