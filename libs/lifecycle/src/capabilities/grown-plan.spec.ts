// A plan in which much has been recorded: what is refused, where in the body, and which words are kept as texts.
import { given } from '../given.js';

const [rkl, hogsby] = [{ organisation: 'RKL' }, { organisation: 'HOGSBY' }];
const inPercent = { value: 65, unit: 'percent', operator: 'at-least', conditions: ['Förankrad'] };
const outcome = { value: 70, unit: 'percent', qualifier: 'exact' };

const grown = () =>
  given()
    .did('add-party', rkl)
    .did('add-party', { ...hogsby, deciding: false })
    .did('consent', rkl)
    .did('register-area', { code: 'A1', name: 'Hälsa' })
    .did('register-area', { code: 'A2', name: 'Skola' })
    .did('link-area', { area: 'A1' })
    .did('register-knowledge-item', { title: 'Studien', kind: 'study', code: 'K1', carriedOut: true })
    .did('register-knowledge-item', { title: 'Rapporten', kind: 'report' })
    .did('confirm-anchoring', { item: 'knowledge-item-1', ...rkl })
    .did('cite', { item: 'knowledge-item-1', section: 'purpose' })
    .did('plan-knowledge-activity', { title: 'Kursen' })
    .did('hold-knowledge-activity', { title: 'Föreläsningen' })
    .did('plan-meeting', { title: 'Avslutning' })
    .did('hold-meeting', { title: 'Kick off' })
    .did('propose-potential', { title: 'Lots' })
    .did('propose-potential', { title: 'Samverkan' })
    .did('propose-potential', { title: 'Digitalt' })
    .did('withdraw-potential', { potential: 'potential-3' })
    .did('choose-direction', {
      chosen: [{ potential: 'potential-1', rationale: 'Störst behov' }],
      parkedBecause: 'Sen',
    })
    .did('form-workgroup', { name: 'Lotsgruppen', purpose: 'Driva', lead: rkl, members: ['HOGSBY'] })
    .did('form-workgroup', { name: 'Gamla gruppen', purpose: 'Förbereda' })
    .did('dissolve-workgroup', { workgroup: 'workgroup-2' })
    .did('add-activity', { title: 'Rutinen', code: 'AK1' })
    .did('start-activity', { activity: 'activity-1' })
    .did('add-activity', { title: 'Avtalet' })
    .did('stop-activity', { activity: 'activity-2' })
    .did('set-target', { code: 'IND-1', name: 'Nöjda', target: inPercent, population: 'Boende' })
    .did('measure-indicator', { indicator: 'IND-1', outcome, asked: 'boende ' });

const refusals: [verb: string, body: object, reason: object][] = [
  ['add-party', rkl, { code: 'party-already-there', field: '/organisation', params: rkl }],
  ['consent', rkl, { code: 'consent-already-so', params: rkl }],
  [
    'register-area',
    { code: 'A1', name: 'Igen' },
    { code: 'area-already-there', field: '/code', params: { area: 'A1' } },
  ],
  ['link-area', { area: 'A1' }, { code: 'area-already-linked', field: '/area', params: { area: 'Hälsa' } }],
  ['unlink-area', { area: 'A2' }, { code: 'area-not-linked', field: '/area', params: { area: 'Skola' } }],
  [
    'register-knowledge-item',
    { title: 'Till', kind: 'study', code: 'K1' },
    { code: 'knowledge-code-taken', field: '/code', params: { code: 'K1' } },
  ],
  [
    'mark-carried-out',
    { item: 'knowledge-item-1' },
    { code: 'already-carried-out', field: '/item', params: { title: 'Studien' } },
  ],
  [
    'confirm-anchoring',
    { item: 'knowledge-item-1', ...rkl },
    { code: 'already-anchored', field: '/organisation', params: { title: 'Studien', ...rkl } },
  ],
  [
    'cite',
    { item: 'knowledge-item-1', section: 'purpose' },
    { code: 'already-cited', field: '/item', params: { title: 'Studien' } },
  ],
  ['hold-knowledge-activity', {}, { code: 'which-knowledge-activity', field: '/activity' }],
  [
    'hold-knowledge-activity',
    { activity: 'knowledge-activity-2' },
    { code: 'knowledge-activity-already-held', field: '/activity', params: { title: 'Föreläsningen' } },
  ],
  ['count-participation', { count: outcome }, { code: 'count-of-one-or-all', field: '/activity' }],
  [
    'count-participation',
    { activity: 'knowledge-activity-1', total: true, count: outcome },
    { code: 'count-of-one-or-all', field: '/activity' },
  ],
  [
    'count-participation',
    { activity: 'knowledge-activity-1', count: outcome },
    { code: 'knowledge-activity-not-held', field: '/activity', params: { title: 'Kursen' } },
  ],
  [
    'reschedule-meeting',
    { meeting: 'meeting-2', on: '2026-03-01' },
    { code: 'meeting-not-planned', field: '/meeting', params: { meeting: 'Kick off' } },
  ],
  [
    'record-notes',
    { meeting: 'meeting-1', notes: 'Ord' },
    { code: 'meeting-not-held', field: '/meeting', params: { meeting: 'Avslutning' } },
  ],
  [
    'withdraw-potential',
    { potential: 'potential-1' },
    { code: 'potential-is-chosen', field: '/potential', params: { potential: 'Lots' } },
  ],
  [
    'withdraw-potential',
    { potential: 'potential-3' },
    { code: 'potential-is-withdrawn', field: '/potential', params: { potential: 'Digitalt' } },
  ],
  [
    'look-again',
    { potential: 'potential-1' },
    { code: 'potential-not-parked', field: '/potential', params: { potential: 'Lots' } },
  ],
  ['choose-direction', { chosen: [] }, { code: 'nothing-chosen', field: '/chosen' }],
  ['choose-direction', { chosen: [{ rationale: 'Ja' }] }, { code: 'theme-untitled', field: '/chosen/0/theme' }],
  [
    'choose-direction',
    {
      chosen: [
        { title: 'Nytt', rationale: 'Ja' },
        { potential: 'potential-3', rationale: 'Ja' },
      ],
    },
    { code: 'potential-is-withdrawn', field: '/chosen/1/potential', params: { potential: 'Digitalt' } },
  ],
  [
    'choose-direction',
    { chosen: [{ title: 'Nytt', rationale: 'Ja' }], parked: [{ potential: 'potential-3' }] },
    { code: 'potential-is-withdrawn', field: '/parked/0/potential', params: { potential: 'Digitalt' } },
  ],
  [
    'choose-direction',
    {
      chosen: [{ title: 'Nytt' }, { potential: 'potential-1' }],
      parked: [{ potential: 'potential-2' }, { potential: 'potential-1' }],
    },
    { code: 'chosen-and-parked', field: '/parked/1/potential', params: { potential: 'Lots' } },
  ],
  [
    'choose-direction',
    { chosen: [{ title: 'Nytt', rationale: 'Ja' }, { potential: 'potential-1' }] },
    { code: 'rationale-missing', field: '/chosen/1/rationale', params: { theme: 'Lots' } },
  ],
  [
    'choose-direction',
    { chosen: [{ title: 'Nytt', rationale: 'Ja' }], parked: [{ potential: 'potential-2', because: 'Sen' }] },
    {
      code: 'parking-unexplained',
      field: '/parkedBecause',
      missing: [{ code: 'parked-without-why', params: { potential: 'Lots' } }],
    },
  ],
  [
    'choose-direction',
    { chosen: [1, 2].map((n) => ({ potential: `potential-${n}`, rationale: 'Ja' })) },
    { code: 'everything-chosen', field: '/overrideReason' },
  ],
  ['form-workgroup', { name: 'Ny' }, { code: 'workgroup-purpose-missing', field: '/purpose' }],
  [
    'add-member',
    { workgroup: 'workgroup-1', ...hogsby },
    { code: 'workgroup-has-member', field: '/organisation', params: { ...hogsby, workgroup: 'Lotsgruppen' } },
  ],
  [
    'appoint-lead',
    { workgroup: 'workgroup-2', lead: rkl },
    { code: 'workgroup-is-dissolved', field: '/workgroup', params: { workgroup: 'Gamla gruppen' } },
  ],
  ['plan-process', { milestones: [] }, { code: 'milestones-missing', field: '/milestones' }],
  [
    'add-activity',
    { title: 'Till', code: 'AK1' },
    { code: 'activity-code-taken', field: '/code', params: { code: 'AK1' } },
  ],
  [
    'complete-activity',
    { activity: 'activity-2' },
    { code: 'activity-settled', field: '/activity', params: { activity: 'Avtalet' } },
  ],
  [
    'set-target',
    { code: 'IND-1', name: 'Nöjda', target: inPercent },
    { code: 'target-change-needs-reason', field: '/reason', params: { indicator: 'IND-1' } },
  ],
  [
    'measure-indicator',
    { indicator: 'IND-1', outcome: { ...outcome, unit: 'persons' }, asked: 'Boende' },
    { code: 'outcome-in-another-unit', field: '/outcome/unit', params: { unit: 'percent', given: 'persons' } },
  ],
  [
    'measure-indicator',
    { indicator: 'IND-1', outcome, asked: 'Boende', conditionsMet: ['Förankrad', 'Spridd'] },
    { code: 'no-such-condition', field: '/conditionsMet/1', params: { condition: 'Spridd' } },
  ],
  [
    'measure-indicator',
    { indicator: 'IND-1', outcome, asked: 'Boende', conditionsMet: ['Spridd'] },
    { code: 'no-such-condition', field: '/conditionsMet/0', params: { condition: 'Spridd' } },
  ],
  [
    'measure-indicator',
    { indicator: 'IND-1', outcome },
    { code: 'asked-missing', field: '/asked', params: { population: 'Boende' } },
  ],
  [
    'measure-indicator',
    { indicator: 'IND-1', outcome, asked: 'Anhöriga' },
    { code: 'asked-others-needs-note', field: '/note', params: { asked: 'Anhöriga', population: 'Boende' } },
  ],
  [
    'declare-not-measured',
    { indicator: 'IND-1', reason: 'För dyrt' },
    { code: 'indicator-already-measured', field: '/indicator', params: { indicator: 'IND-1' } },
  ],
  ['set-responsible', {}, { code: 'responsible-nobody' }],
];

const unknown: [verb: string, field: string, rest?: object][] = [
  ['consent', 'organisation'],
  ['decline-consent', 'organisation'],
  ['withdraw-party', 'organisation'],
  ['link-area', 'area'],
  ['unlink-area', 'area'],
  ['mark-carried-out', 'item'],
  ['confirm-anchoring', 'item', rkl],
  ['confirm-anchoring', 'organisation', { item: 'knowledge-item-2' }],
  ['cite', 'item'],
  ['hold-knowledge-activity', 'activity'],
  ['count-participation', 'activity'],
  ['reschedule-meeting', 'meeting'],
  ['cancel-meeting', 'meeting'],
  ['hold-meeting', 'meeting'],
  ['record-notes', 'meeting'],
  ['withdraw-potential', 'potential'],
  ['look-again', 'potential'],
  ['form-workgroup', 'theme', { name: 'Ny', purpose: 'Driva' }],
  ['appoint-lead', 'workgroup', { lead: rkl }],
  ['dissolve-workgroup', 'workgroup'],
  ['complete-activity', 'activity'],
  ['reschedule-activity', 'activity'],
  ['measure-indicator', 'indicator'],
  ['declare-not-measured', 'indicator'],
];

const prose: [verb: string, body: object, fields: string[]][] = [
  ['decline-consent', { ...rkl, reason: 'Ord' }, ['reason']],
  ['withdraw-party', { ...rkl, reason: 'Ord' }, ['reason']],
  ['reschedule-meeting', { meeting: 'meeting-1', on: '2026-03-01', reason: 'Ord' }, ['reason']],
  ['cancel-meeting', { meeting: 'meeting-1', reason: 'Ord' }, ['reason']],
  ['record-notes', { meeting: 'meeting-2', notes: 'Ord' }, ['notes']],
  ['propose-potential', { title: 'Ny', description: 'Ord' }, ['description']],
  ['withdraw-potential', { potential: 'potential-2', reason: 'Ord' }, ['reason']],
  [
    'choose-direction',
    {
      chosen: [{ title: 'Ny', rationale: 'Ord' }],
      parked: [{ potential: 'potential-1', because: 'Ord' }],
      parkedBecause: 'Ord',
      problem: 'Ord',
      goalPicture: 'Ord',
      overrideReason: 'Ord',
    },
    ['problem', 'goalPicture', 'overrideReason', 'parkedBecause', 'rationale', 'because'],
  ],
  ['form-workgroup', { name: 'Ny', purpose: 'Ord' }, ['purpose']],
  ['sign-role-agreement', { workgroup: 'workgroup-1', agreement: 'Ord' }, ['agreement']],
  ['dissolve-workgroup', { workgroup: 'workgroup-1', reason: 'Ord' }, ['reason']],
  ['complete-activity', { activity: 'activity-1', result: 'Ord' }, ['result']],
  ['stop-activity', { activity: 'activity-1', reason: 'Ord' }, ['reason']],
  ['reschedule-activity', { activity: 'activity-1', due: '2026-05', reason: 'Ord' }, ['reason']],
  ['set-target', { code: 'IND-1', name: 'Nöjda', target: inPercent, reason: 'Ord' }, ['reason']],
  ['measure-indicator', { indicator: 'IND-1', outcome, asked: 'Boende', note: 'Ord' }, ['note']],
  ['write-section', { section: 'purpose', text: 'Ord' }, ['words']],
];

describe('in a plan in which much has been recorded', () => {
  it.each(refusals)('%s with %j is refused', (verb, body, reason) => {
    expect(grown().refused(verb, body)).toEqual([reason]);
  });

  it.each(unknown)('%s knows no such %s', (verb, field, rest = {}) => {
    const body = { ...rest, [field]: 'nowhere', ...(verb === 'count-participation' ? { count: outcome } : {}) };
    const reason = { code: 'unknown-record', field: `/${field}`, params: { value: 'nowhere' } };
    expect(grown().refused(verb, body)).toEqual([reason]);
  });

  it.each(prose)('INV-54 %s keeps words beside the event', (verb, body, fields) => {
    const done = grown().did(verb, body);
    expect(done.last?.texts.map(({ field, text }) => [field, text])).toEqual(fields.map((field) => [field, 'Ord']));
    expect(JSON.stringify(done.last?.events)).not.toContain('Ord"');
  });
});
