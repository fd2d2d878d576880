// Registry numbers and confidentiality marks, on the plan and on its records.
import { fold } from '../../engine.js';
import { given, type Given } from '../../given.js';
import { marksOn, registrationOf } from './facts.js';

const met = (): Given => given().did('hold-meeting', { title: 'Kick-off' });
const ground = 'OSL 21 kap. 7 §';

it('each body has its own number for the plan and for a record, and the last that it said counts', () => {
  const plan = met()
    .did('register-record', { number: 'KS 2026/17', organisation: 'HOGSBY' })
    .did('register-record', { number: 'RK 2026/4', organisation: 'RKL' })
    .did('register-record', { number: 'RK 2026/5', organisation: 'RKL', record: 'meeting-1' })
    .did('register-record', { number: 'KS 2026/18', organisation: 'HOGSBY' });
  expect(registrationOf(plan.plan).numbers).toMatchObject([
    { number: 'RK 2026/4', organisation: 'RKL' },
    { number: 'RK 2026/5', organisation: 'RKL', record: 'meeting-1' },
    { number: 'KS 2026/18', organisation: 'HOGSBY' },
  ]);
  expect(plan.refused('register-record', { number: 'KS 2026/18', organisation: 'HOGSBY' })).toEqual([
    { code: 'number-already-set', field: '/number', params: { number: 'KS 2026/18' } },
  ]);
  expect(fold(plan.events)).toEqual(plan.plan);
});

it('a mark says by which provision, and holds until it is lifted or its last day is over', () => {
  const marked = met()
    .did('mark-confidential', { record: 'meeting-1', ground, until: '2026-02-01', reason: 'Uppgift om hälsa' })
    .did('mark-confidential', { ground });
  const keys = (day: string) => marksOn(marked.plan, day).map(({ key }) => key);
  expect(keys('2026-02-01')).toEqual(['mark-1', 'mark-2']);
  expect(keys('2026-02-02')).toEqual(['mark-2']);
  expect(marked.last?.events[0]).toMatchObject({ type: 'confidentiality.marked', data: { mark: 'mark-2', ground } });
  const lifted = marked.did('lift-confidentiality', { mark: 'mark-2', reason: 'Prövad' });
  expect(marksOn(lifted.plan, '2026-01-12').map(({ key }) => key)).toEqual(['mark-1']);
  expect(lifted.refused('lift-confidentiality', { mark: 'mark-2', reason: 'x' })).toMatchObject([
    { code: 'already-lifted' },
  ]);
  expect(fold(lifted.events)).toEqual(lifted.plan);
});

it('names a record that there is, a file among them, and ends no earlier than today', () => {
  const file = { name: 'a.pdf', mediaType: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) };
  const plan = met().did('attach', file);
  expect(plan.did('mark-confidential', { record: 'attachment-1', ground }).plan.version).toBe(4);
  for (const verb of ['register-record', 'mark-confidential'])
    expect(plan.refused(verb, { record: 'meeting-2', ground, number: 'x', organisation: 'RKL' })).toMatchObject([
      { code: 'unknown-record', field: '/record' },
    ]);
  expect(plan.refused('mark-confidential', { ground, until: '2026-01-11' })).toEqual([
    { code: 'mark-ends-first', field: '/until' },
  ]);
  expect(plan.did('mark-confidential', { ground, until: '2026-01-12' }).plan.version).toBe(4);
});

it('the same twice is refused while the first holds, and what is not marked cannot be lifted', () => {
  const plan = met();
  expect(plan.refused('lift-confidentiality', { mark: 'mark-1', reason: 'x' })).toEqual([{ code: 'nothing-marked' }]);
  const marked = plan.did('mark-confidential', { ground });
  expect(marked.refused('mark-confidential', { ground })).toMatchObject([{ code: 'already-marked' }]);
  expect(marked.refused('lift-confidentiality', { mark: 'mark-7', reason: 'x' })).toMatchObject([
    { code: 'unknown-record', field: '/mark' },
  ]);
  expect(marked.did('mark-confidential', { ground: 'OSL 25 kap. 1 §' }).plan.version).toBe(4);
});

it('an ended plan is still registered', () => {
  const ended = met().did('discontinue', { reason: 'Slut' });
  expect(ended.did('register-record', { number: '1', organisation: 'RKL' }).plan.status).toBe('discontinued');
  expect(
    ended.did('mark-confidential', { ground }).did('lift-confidentiality', { mark: 'mark-1', reason: 'x' }),
  ).toBeDefined();
});
