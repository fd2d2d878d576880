// For specs: a trial that is planned, under way, or judged.
import { vocabulary } from '../../engine.js';
import { given, type Given } from '../../given.js';

export const accepted = { organisation: 'MALMO', role: 'möjliggörare', level: 'Försöket får misslyckas helt' };
export const bulk = { title: 'Gemensamma inköp', scale: 'ett kvarter', ceilingSek: 20_000 };
export const judgedBy = ['de boende i Gårdsten', 'MALMO'];
export const lesson = 'Kylvaror gick inte att förvara.';

export const planned = () => given().did('accept-risk', accepted).did('plan-trial', bulk);
export const running = () => planned().did('start-trial', { trial: 'trial-1' });
export const worked = (from: Given = running(), trial = 'trial-1') =>
  from.did('evaluate-trial', { trial, outcome: 'working', judgedBy });
export const failed = (more: object = {}) =>
  running().did('evaluate-trial', { trial: 'trial-1', outcome: 'failed', judgedBy, lesson, ...more });
export const data = (after: Given) => after.last?.events[0]?.data;
export const anchor = (name: string, { plan }: Given) => vocabulary.anchors.get(name)?.(plan);
