// What a door says of itself: who may pass, what it takes and what it gives. The sign-in hook, the limits and the
// OpenAPI document all read this, so none of them can say anything else than another.
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig } from 'fastify';
import type { Parameters } from './read-query.js';

/**
 * `administer`: persons and their posts, organisations, programmes, tokens. `records`: the audit trail, disclosures, what is
 * held about a person, retention.
 */
export const SCOPES = ['read', 'write', 'publish-templates', 'administer', 'records'] as const;

export type Scope = (typeof SCOPES)[number];

export interface Door {
  /** `public`: nobody signs in. A scope: the caller's token must have it. `signed-in`: any token will do. */
  access: Scope | 'public' | 'signed-in';
  /** Also for a token that is let in to some programmes alone, though its scope is about the whole installation: the door heeds them. */
  heedsProgrammes?: boolean;
  summary: string;
  tag: string;
  description?: string;
  query?: Parameters;
  /** A body class, or the name of a schema in the OpenAPI document. */
  body?: (new () => object) | string;
  /** Names of schemas in the OpenAPI document, by status. */
  answers?: Record<number, string>;
  /** Codes of the problems that are this door's own. */
  problems?: number[];
  /** Headers it heeds and gives, by the names of the OpenAPI document's components. */
  heeds?: ('If-Match' | 'If-None-Match' | 'Idempotency-Key')[];
  gives?: ('ETag' | 'Location' | 'Link')[];
  /** Bytes; 1 MiB when absent. */
  bodyLimit?: number;
  /** Takes any bytes as they are: of any media type, or of this one. */
  raw?: true | 'text/csv';
  /** Takes a form's body instead of JSON. */
  form?: boolean;
  /** What it gives when that is not JSON. */
  mediaType?: string;
  /** What it also gives to whoever accepts it: the name of a schema by media type. */
  alternatives?: Record<string, string>;
  /** Left out of the API's description: pages for people. */
  hidden?: boolean;
}

export const LARGE_BODY = 16 * 1024 * 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    door?: Door;
  }
}

const DOOR = Symbol('door');

export const Doorway = (door: Door): MethodDecorator =>
  applyDecorators(RouteConfig({ door } satisfies FastifyContextConfig), SetMetadata(DOOR, door));

/** @param handler a controller's method. */
export function doorOf(handler: object): Door | undefined {
  return Reflect.getMetadata(DOOR, handler) as Door | undefined;
}
