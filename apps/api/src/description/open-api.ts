// The OpenAPI 3.1 document, assembled from the doors that are registered and the bodies of the verbs.
import { LIFECYCLE_VERBS, vocabulary } from '#libs/lifecycle';
import { requiring, schemaOf } from '#libs/plans';
import type { Route } from '../http/known-routes.js';
import { verbBodies } from '../verb-bodies.js';
import { components } from './components.js';
import { operation, type Described } from './operation.js';
import type { Schema } from './schema-words.js';

const VERB_PATH = '/v1/plans/{id}/{verb}';

const TAGS: Record<string, string> = {
  plans: 'Start a plan, see where it stands, what has happened and what can be done.',
  verbs: 'Many verbs at once.',
  lifecycle: "The engine's own verbs: the same in every template.",
  templates: 'Ways of working, as data.',
  events: 'What has happened, for other programs.',
  public: 'Plans marked public, for anybody.',
  people: 'Organisations, and who is asking.',
  machines: 'For the machines that look after this one.',
};

const DESCRIPTION = `Stegvis carries a joint action plan from kick-off to follow-up.

Every refusal says what stands in the way, what is missing and who can supply it, as \`application/problem+json\` with a stable \`code\`.
A plan's \`ETag\` is its version; send it as \`If-Match\` so as not to overwrite what you have not seen. Send an \`Idempotency-Key\` with
whatever you may have to repeat. Lists are \`{ items, next }\`; give \`next\` as \`cursor\` (in the feed: \`after\`) to go on.`;

export function openApi(routes: readonly Route[]): Schema {
  const described = routes.filter(({ door }) => !door.hidden).flatMap(describe);
  const paths: Record<string, Record<string, Schema>> = {};
  for (const one of described) (paths[one.path] ??= {})[one.method.toLowerCase()] = operation(one);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stegvis',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: tags(),
    security: [{ token: [] }, { session: [] }],
    paths,
    components,
  };
}

function tags(): Schema[] {
  const own = vocabulary.capabilities.map(({ key, name }) => ({ name: key, description: `${name.en} · ${name.sv}` }));
  return [...Object.entries(TAGS).map(([name, description]) => ({ name, description })), ...own];
}

function describe({ method, url, door }: Route): Described[] {
  const path = url.replace(/:(\w+)/g, '{$1}');
  if (path === VERB_PATH) return Object.keys(verbBodies).map((verb) => describeVerb(verb, door));
  return [{ method, path, door, operationId: camel(`${method.toLowerCase()} ${path}`) }];
}

/** What a name alone does not tell. */
const REPAIRS: Record<string, string> = {
  undo: 'Takes the last step back; again takes back the step before. The history keeps both. Refused where others live by the step.',
  correct:
    'Says an earlier step again as it should have been. The old event stays, and the plan follows the new. Refused when something else would have happened, or when it would rewrite what lies before deciding bodies.',
  migrate: 'See POST /v1/migrations/preview for what it would change.',
  release: 'Lets go of plans that a join waits for; they go on by themselves.',
};

function describeVerb(verb: string, door: Route['door']): Described {
  const lifecycle = Object.entries(LIFECYCLE_VERBS).find(([name]) => name === verb)?.[1];
  const capability = vocabulary.verbs.get(verb);
  const name = lifecycle?.name ?? capability?.verb.name ?? { sv: verb, en: verb };
  const plain = schemaOf(verbBodies[verb] as NonNullable<(typeof verbBodies)[string]>);
  const schema = lifecycle?.reasonRequired ? requiring(plain, 'reason') : plain;
  return {
    method: 'POST',
    path: VERB_PATH.replace('{verb}', verb),
    door,
    operationId: camel(verb),
    summary: `${name.en} · ${name.sv}`,
    ...(REPAIRS[verb] ? { description: REPAIRS[verb] } : {}),
    tag: capability?.capability.key ?? 'lifecycle',
    body: { schema, required: Array.isArray(schema['required']) && schema['required'].length > 0 },
  };
}

function camel(words: string): string {
  return words
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '' && word !== 'v1')
    .map((word, index) => (index === 0 ? word : (word[0] as string).toUpperCase() + word.slice(1)))
    .join('');
}
