// Every door says who may pass; a path under another method is told apart from one that does not exist.
import { doorOf } from '#libs/platform';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { doors } from '../api.module.js';
import { KnownRoutes } from './known-routes.js';

it('has no door that does not say who may pass it', () => {
  const silent = doors.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    const handlers = Object.getOwnPropertyNames(prototype).filter(
      (name) => Reflect.getMetadata(METHOD_METADATA, prototype[name] as object) !== undefined,
    );
    return handlers.filter((name) => !doorOf(prototype[name] as object)).map((name) => `${controller.name}.${name}`);
  });
  expect(silent).toEqual([]);
});

it.each([
  ['DELETE', '/v1/plans', 'method-not-allowed', 'POST, GET, HEAD'],
  ['GET', '/v1/plans/1/advance', 'method-not-allowed', 'POST'],
  ['GET', '/v1/plans/1/advance/again', 'not-found', undefined],
  ['GET', '/v1/plans/1/fly', 'not-found', undefined],
  ['DELETE', '/v1/plans/1/constructor', 'not-found', undefined],
  ['GET', '/v2/plans', 'not-found', undefined],
])('%s %s is %s', (method, path, code, allow) => {
  const { kind, circumstances } = new KnownRoutes(doors).absent(method, path);
  expect([kind.code, circumstances.headers?.['allow']]).toEqual([code, allow]);
});
