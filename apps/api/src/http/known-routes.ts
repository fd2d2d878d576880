// The doors by method and path: so that a path that exists under another method is told apart from one that does not,
// and so that the API's description is made of the doors there are.
import { doorOf, HTTP_PROBLEMS, Problem, type Door } from '#libs/platform';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { FastifyInstance } from 'fastify';
import { verbBodies } from '../verb-bodies.js';

export interface Route {
  method: string;
  /** With `:parameters`. */
  url: string;
  door: Door;
}

export class KnownRoutes {
  readonly routes: readonly Route[];

  constructor(controllers: readonly Type[]) {
    this.routes = controllers.flatMap(routesOf);
  }

  absent(method: string, path: string): Problem {
    const shown = path.slice(0, 200);
    const allowed = this.routes.filter(({ url }) => matches(url, path)).map((route) => route.method);
    if (allowed.length === 0) return new Problem(HTTP_PROBLEMS['not-found'], { params: { method, path: shown } });
    const allow = allowed.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])).join(', ');
    const params = { method, path: shown, allow };
    return new Problem(HTTP_PROBLEMS['method-not-allowed'], { params, headers: { allow } });
  }
}

function routesOf(controller: Type): Route[] {
  const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const door = doorOf(prototype[name] as object);
    if (!door) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[name] as object) as number] as string;
    const path = Reflect.getMetadata(PATH_METADATA, prototype[name] as object) as string;
    return [{ method, url: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'), door }];
  });
}

/** Must be called before the routes are registered: gives each the body limit of its door. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (options) => {
    const limit = options.config?.door?.bodyLimit;
    if (limit !== undefined) options.bodyLimit = limit;
  });
}

function matches(url: string, path: string): boolean {
  const [wanted, given] = [url.split('/'), path.split('/')];
  if (wanted.length !== given.length) return false;
  return wanted.every((step, index) => isStep(step, given[index] as string));
}

/** A path under a verb that there is not does not exist under any method. */
function isStep(wanted: string, given: string): boolean {
  if (wanted === ':verb') return Object.hasOwn(verbBodies, given);
  return wanted.startsWith(':') ? given !== '' : wanted === given;
}
