// Where a list ends, and where it goes on.
import { pageOf } from './page.js';

it.each([
  [[], [], null],
  [['a', 'b'], ['a', 'b'], null],
  [['a', 'b', 'c'], ['a', 'b'], 'after b'],
])('%j, two to a page: %j, next %j', (found, items, next) => {
  expect(pageOf<string>(found, 2, (last) => `after ${last}`)).toEqual({ items, next });
});
