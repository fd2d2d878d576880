import { localPath } from './local-path.js';

it.each(['/', '/#/plans/1', '/outbox', '/outbox?x=1#y', '/a%20b'])('%s is ours', (path) =>
  expect(localPath(path)).toBe(path),
);

it.each([
  '',
  'outbox',
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/x/..//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/ /evil.example',
  '/a\\b',
  `/${'a'.repeat(600)}`,
  undefined,
  ['/'],
])('%j is not', (path) => expect(localPath(path)).toBeUndefined());
