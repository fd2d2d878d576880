// A way of working with everything that the engine can do: joins, a cycle, optional stages in a row, a fork that nothing joins.
import type { Criterion, Stage, Template } from '#libs/lifecycle';

const label = { sv: 'Steg', en: 'Step' };
const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name: label,
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const criterion = (key: string, kind: string, given?: Record<string, unknown>): Criterion => ({
  key,
  kind,
  name: label,
  ...(given ? { with: given } : {}),
});

export const TEMPLATE_KEY = 'simulated';

/** Each version has the stages of the one before, and asks for something else. */
export function simulated(version: number): Template {
  return {
    key: TEMPLATE_KEY,
    version,
    name: label,
    kind: 'initiative',
    roles: [{ key: 'lead', name: label, required: true }],
    stages: [
      stage('begin', {
        next: ['look', 'talks'],
        restart: true,
        opens: ['plan-meeting'],
        reminders: [{ key: 'slow', when: { entered: 'P14D' }, to: ['lead'] }],
      }),
      stage('look', { optional: true, next: ['look-more'], returnsTo: ['begin'] }),
      stage('look-more', { optional: true, next: ['talks'], returnsTo: ['look'] }),
      stage('talks', {
        next: ['work'],
        returnsTo: ['begin'],
        fork: { to: 'talk', as: 'case', join: true },
        criteria: version % 2 ? [criterion('there', 'plans-in-stage', { stage: 'told' })] : [],
      }),
      stage('talk', { next: ['told'], end: true }),
      stage('told', { end: true }),
      stage('work', {
        next: ['split', 'follow-up'],
        returnsTo: ['talks', 'begin'],
        restart: true,
        criteria: [criterion('met', 'any-of', { criteria: [{ kind: 'meeting-held' }, { kind: 'parties-consented' }] })],
        reminders: [{ key: 'again', when: { every: 'P30D' }, to: ['lead'] }],
      }),
      stage('split', { fork: { to: 'follow-up' }, next: ['follow-up'], returnsTo: ['work'] }),
      stage('follow-up', { cycle: { to: 'begin' }, end: true, returnsTo: ['work'], opens: ['record-notes'] }),
    ],
    tracks: [{ key: 'always', name: label, opens: ['add-party', 'consent', 'withdraw-party', 'hold-meeting'] }],
    rules: { whilePaused: [{ key: 'look-again', when: { entered: 'P30D' }, to: ['lead'] }] },
  };
}
