// A page of a history for readers who need not know what went wrong: of several plans, as each of them counts.
import { given, type Given } from '../given.js';
import type { PlanEvent } from './event.js';
import { asItCounts, isRepair } from './repair.js';

const reason = 'Det blev fel';
const begun = (): Given => given().did('add-party', { organisation: 'RKL' });
const counting = (plan: Given, page: PlanEvent[] = plan.events) =>
  asItCounts(page, plan.events.filter(isRepair)).map(({ type, data }) => [type, data['organisation']]);
const START = [
  ['plan.started', undefined],
  ['stage.entered', undefined],
];

it('a history without repairs is itself', () => {
  const { events } = begun();
  expect(asItCounts(events, [])).toEqual(events);
});

it('what was undone is left out, also when the page ends before the undoing; so is the undoing', () => {
  const undone = begun().did('undo');
  expect(counting(undone)).toEqual(START);
  expect(counting(undone, begun().events)).toEqual(START);
});

it('what was corrected is told as it should have been, without the correction', () => {
  const plan = begun();
  const event = plan.last?.events[0]?.id;
  const corrected = plan.did('correct', { event, verb: 'add-party', body: { organisation: 'HOGSBY' }, reason });
  expect(counting(corrected)).toEqual([...START, ['party.added', 'HOGSBY']]);
  const back = corrected.did('undo');
  expect(counting(back)).toEqual([...START, ['party.added', 'RKL']]);
});

it('when it happened is corrected too, and nothing else of it', () => {
  const plan = begun();
  const [event] = plan.last?.events ?? [];
  const { events } = plan.did('correct', { event: event?.id, happened: '2025-21', reason });
  expect(asItCounts(events, events.filter(isRepair)).at(-1)).toEqual({ ...event, occurredAt: '2025-21' });
});

it('the repairs of one plan say nothing of another on the same page', () => {
  const other = begun().events.map((event) => ({ ...event, plan: 'another' }));
  const undone = begun().did('undo');
  expect(asItCounts(other, undone.events.filter(isRepair))).toEqual(other);
  const plan = begun();
  const event = plan.last?.events[0]?.id;
  const { events } = plan.did('correct', { event, verb: 'add-party', body: { organisation: 'HOGSBY' }, reason });
  expect(asItCounts(other, events.filter(isRepair))).toEqual(other);
});
