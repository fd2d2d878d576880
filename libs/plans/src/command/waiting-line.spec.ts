// Whose turn it is: a plan's commands in their order, few commits for few commands, two at a time for many.
import { WaitingLine } from './waiting-line.js';

const nobody = () => false;

function lineOf(entries: (string | null)[][]): WaitingLine {
  const line = new WaitingLine();
  entries.forEach((plans, number) => {
    const orders = plans.map((plan) => ({ plan, verb: String(number), body: {}, who: { id: 'a' }, command: 'c' }));
    line.add({ orders, resolve: () => undefined, reject: () => undefined });
  });
  return line;
}

const take = (line: WaitingLine, busy: (plan: string) => boolean = nobody, beside = false) =>
  line.take(busy, beside).map((one) => Number(one.orders[0]?.verb));

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
const plans = (count: number) => upTo(count).map((number) => [`plan-${number}`]);

it('takes all when they are few, and half of many so that the next can be decided meanwhile', () => {
  expect(take(lineOf(plans(31)))).toEqual(upTo(31));
  const many = lineOf(plans(40));
  expect(take(many)).toEqual(upTo(20));
  expect(take(many, nobody, true)).toEqual(upTo(20, 20));
});

it('never takes more than fit into a commit', () => {
  const line = lineOf(plans(900));
  expect(take(line)).toHaveLength(200);
  expect(take(line, nobody, true)).toEqual(upTo(200, 200));
});

it('lets a few wait while another commit is on its way', () => {
  const line = lineOf(plans(15));
  expect(take(line, nobody, true)).toEqual([]);
  expect(take(line)).toEqual(upTo(15));
});

it('leaves the commands of a plan that is being written, and those behind them, in their order', () => {
  const line = lineOf([['x'], ['y'], ['x'], [null], ['y']]);
  expect(take(line, (plan) => plan === 'x')).toEqual([1, 3, 4]);
  expect(take(line)).toEqual([0, 2]);
});

it('takes what is to be stored together alone and whole, and nothing of its plans before it', () => {
  const line = lineOf([['x'], ['x', 'y'], ['y'], ['z']]);
  expect(take(line)).toEqual([0, 3]);
  expect(take(line, (plan) => plan === 'y')).toEqual([]);
  expect(take(line)).toEqual([1]);
  expect(take(line)).toEqual([2]);
  expect(line.take(nobody, false)).toEqual([]);
});
