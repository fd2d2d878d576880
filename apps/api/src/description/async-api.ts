// The AsyncAPI 3 document: the feed as a channel, and every type of event that can come through it.
import { LIFECYCLE_EVENTS, vocabulary } from '#libs/lifecycle';
import { wireType } from '#libs/plans';
import { eventSchemas } from './event-schemas.js';
import { exampleOf } from './example.js';
import type { Schema } from './schema-words.js';

function eventTypes(): string[] {
  return [...new Set([...LIFECYCLE_EVENTS, ...vocabulary.evolvers.keys()])];
}

export function asyncApi(): Schema {
  const names = eventTypes();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Stegvis events',
      version: '1.0.0',
      description: 'Everything that has happened to plans, in order, as CloudEvents 1.0. Read it at GET /v1/events.',
      license: { name: 'EUPL-1.2' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      feed: {
        address: '/v1/events',
        title: 'The feed',
        description: 'A reader asks from a position on and keeps the `next` it is given; no event is skipped.',
        messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: {
      readFeed: { action: 'send', channel: { $ref: '#/channels/feed' }, summary: 'What readers of the feed receive.' },
    },
    components: { messages: Object.fromEntries(names.map((name) => [name, message(name)])), schemas: schemas() },
  };
}

function message(type: string): Schema {
  const payload = exampleOf(eventSchemas['CloudEvent'] as Schema, eventSchemas) as object;
  return {
    name: wireType(type),
    title: type,
    contentType: 'application/cloudevents+json',
    payload: {
      allOf: [
        { $ref: '#/components/schemas/CloudEvent' },
        { type: 'object', properties: { type: { const: wireType(type) } } },
      ],
    },
    examples: [{ payload: { ...payload, type: wireType(type) } }],
  };
}

function schemas(): Schema {
  return { OccurredAt: eventSchemas['OccurredAt'], CloudEvent: eventSchemas['CloudEvent'] };
}
