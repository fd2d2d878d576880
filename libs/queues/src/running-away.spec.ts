import { setImmediate as turn } from 'node:timers/promises';
import { runningAway } from './running-away.js';

it('many errors in one turn of the event loop are running away, and are told of once', () => {
  let stops = 0;
  const failed = runningAway(() => (stops += 1));
  for (let errors = 0; errors < 19; errors += 1) failed();
  expect(stops).toBe(0);
  for (let errors = 0; errors < 100; errors += 1) failed();
  expect(stops).toBe(1);
});

it('an error in each turn, however many, is a worker that waits and tries again', async () => {
  let stops = 0;
  const failed = runningAway(() => (stops += 1));
  for (let errors = 0; errors < 60; errors += 1) {
    failed();
    await turn();
  }
  expect(stops).toBe(0);
});
