// The routes as they were registered: so that a path that exists under another method is told apart from one that does not,
// and so that the API's description is made of the doors there are.
import { HTTP_PROBLEMS, Problem, type Door } from '#libs/platform';
import type { FastifyInstance } from 'fastify';

export interface Route {
  method: string;
  /** With `:parameters`. */
  url: string;
  door: Door;
}

export class KnownRoutes {
  readonly routes: Route[] = [];

  /** Must be called before the routes are registered; it also gives each route the body limit of its door. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (options) => {
      const door = options.config?.door;
      if (!door) return;
      if (door.bodyLimit !== undefined) options.bodyLimit = door.bodyLimit;
      for (const method of [options.method].flat())
        if (method !== 'HEAD') this.routes.push({ method, url: options.url, door });
    });
  }

  absent(method: string, path: string): Problem {
    const allowed = this.routes.filter(({ url }) => matches(url, path)).map((route) => route.method);
    if (allowed.length === 0)
      return new Problem(HTTP_PROBLEMS['not-found'], { params: { method, path: path.slice(0, 200) } });
    const allow = [...new Set(allowed.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])))].join(', ');
    return new Problem(HTTP_PROBLEMS['method-not-allowed'], {
      params: { method, path: path.slice(0, 200), allow },
      headers: { allow },
    });
  }
}

function matches(url: string, path: string): boolean {
  const [wanted, given] = [url.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((step, index) => (step.startsWith(':') ? given[index] !== '' : step === given[index]))
  );
}
