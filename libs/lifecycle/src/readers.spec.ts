import { given } from './given.js';
import { readersOf } from './readers.js';

const [ada, bo, cecilia] = ['a', 'b', 'c'].map((sign) => `${sign.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const role = { role: 'process-leader', organisation: 'HOGSBY', from: '2026-01-01' };

it('nobody finds a plan that is nobody’s', () => {
  expect(readersOf(given().plan)).toEqual([]);
});

it('its parties, its programme, whoever holds a role or stands in, and whom they stand for', () => {
  const plan = given()
    .did('add-party', { organisation: 'KALMAR' })
    .did('assign-role', { ...role, person: ada, deputy: bo })
    .did('add-party', { organisation: 'HOGSBY' }).plan;
  expect(readersOf({ ...plan, programme: { code: 'P' } })).toEqual([
    'organisation:HOGSBY',
    'organisation:KALMAR',
    `person:${ada}`,
    `person:${bo}`,
    'programme:P',
  ]);
});

it('whoever is to take a role over finds it too; whoever has left does not', () => {
  const held = given().did('assign-role', { ...role, person: ada });
  const holding = 'holding-1';
  const offered = held.did('start-hand-over', { holding, to: cecilia, organisation: 'HOGSBY', why: 'Ny tjänst.' });
  expect(readersOf(offered.plan)).toEqual(['organisation:HOGSBY', `person:${ada}`, `person:${cecilia}`]);
});
