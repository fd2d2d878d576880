// Batches that are on their way at the same time never write one plan, and never wait for each other in a circle.
import { Flights } from './flights.js';

it('a plan is busy from the asking of its command until what was written has landed', async () => {
  const flights = new Flights();
  const flight = flights.begin(['plan']);
  expect([flights.size, flights.isBusy('plan'), flights.isBusy('initiative')]).toEqual([1, true, false]);
  expect(await flights.mayWrite(flight, ['plan', 'initiative'])).toBe(true);
  expect(flights.isBusy('initiative')).toBe(true);
  flight.land();
  expect([flights.size, flights.isBusy('plan'), flights.isBusy('initiative')]).toEqual([0, false, false]);
});

it('waits until another has written the initiative that both write, and is then to be decided again', async () => {
  const flights = new Flights();
  const [first, second] = [flights.begin(['plan-1']), flights.begin(['plan-2'])];
  expect(await flights.mayWrite(first, ['plan-1', 'initiative'])).toBe(true);
  let isTold = false;
  const told = flights.mayWrite(second, ['plan-2', 'initiative']).then((may) => ((isTold = true), may));
  await new Promise(setImmediate);
  expect(isTold).toBe(false);
  first.land();
  expect(await told).toBe(false);
  expect(await flights.mayWrite(second, ['plan-2', 'initiative'])).toBe(true);
});

it('does not wait for one that has only been asked: of two that want what the other was asked for, the first to write goes on', async () => {
  const flights = new Flights();
  const [first, second] = [flights.begin(['child-of-b', 'a']), flights.begin(['child-of-a', 'b'])];
  expect(await flights.mayWrite(first, ['child-of-b', 'b'])).toBe(true);
  const late = flights.mayWrite(second, ['child-of-a', 'b', 'a']);
  first.land();
  expect(await late).toBe(false);
});
