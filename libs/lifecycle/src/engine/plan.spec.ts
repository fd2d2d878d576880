import { given, openTemplate } from '../given.js';
import type { Stage } from './template.js';

// A key as a template may have it, and as every JavaScript object seems to have it.
const name = { sv: 'Skede', en: 'Stage' };
const stage = (key: string, rest: Partial<Stage>): Stage => ({ key, name, opens: [], criteria: [], next: [], ...rest });
const held = { key: 'held', kind: 'meeting-held', name };
const template = openTemplate({
  stages: [
    stage('constructor', { next: ['finish'], criteria: [held], restart: true, fork: { to: 'finish', join: true } }),
    stage('finish', { cycle: { to: 'constructor' }, end: true }),
  ],
});
const why = { reason: 'Därför' };

describe('a stage called constructor', () => {
  it('counts its rounds, and what is recorded in it', () => {
    const again = given(template).did('repeat', why);
    expect(again.plan.rounds).toEqual({ constructor: 2 });
    expect(again.missing('meeting-held')).toHaveLength(1);
    expect(again.did('hold-meeting', { title: 'Möte' }).missing('meeting-held')).toEqual([]);
  });

  it('joins what it forks, and is restarted and taken up in cycles', () => {
    const forked = given(template)
      .did('hold-meeting', { title: 'Möte' })
      .did('fork', { plans: [{ title: 'Ett' }] });
    const second = forked.did('release', why).did('advance', { to: 'finish' }).did('advance', { to: 'constructor' });
    expect(second.plan.cycle).toBe(2);
    expect(second.missing('meeting-held')).toHaveLength(1);
    expect(second.did('hold-meeting', { title: 'Möte' }).missing('meeting-held')).toEqual([]);
    expect(second.did('restart', why).did('hold-meeting', { title: 'Möte' }).missing('meeting-held')).toEqual([]);
  });

  it('is moved to another version, under its own name or another', () => {
    const repeated = given(template).did('repeat', why);
    const [first, ...others] = template.stages as [Stage, ...Stage[]];
    const same = { ...template, version: 2 };
    expect(repeated.did('migrate', { version: 2 }, { target: same }).plan.stage).toBe('constructor');
    const renamed = { ...template, version: 2, stages: [{ ...first, key: 'begin' }, ...others] };
    const moved = repeated.did('migrate', { version: 2, stages: { constructor: 'begin' } }, { target: renamed }).plan;
    expect([moved.stage, moved.rounds]).toEqual(['begin', { begin: 2 }]);
  });
});
