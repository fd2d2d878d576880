// What a template may name, with the JSON Schema of its parameters: for whoever writes one, and for the page's forms.
import { CHECK_IN_FORMS, LIFECYCLE_VERBS, mends, vocabulary, type LifecycleVerbName } from '#libs/lifecycle';
import { whenSchema } from '#libs/templates';
import { schemaOf } from './body-schemas.js';
import type { VerbBodies } from './verb-door.js';

export function vocabularyView(bodies: VerbBodies) {
  const bodyOf = (verb: string) => (bodies[verb] ? schemaOf(bodies[verb]) : {});
  return {
    verbs: [
      ...Object.entries(LIFECYCLE_VERBS).map(([verb, { name, reasonRequired }]) => ({
        verb,
        kind: mends(verb as LifecycleVerbName) ? 'repair' : 'lifecycle',
        name,
        capability: null,
        reasonRequired,
        body: reasonRequired ? requiring(bodyOf(verb), 'reason') : bodyOf(verb),
      })),
      ...[...vocabulary.verbs].map(([verb, { verb: recorded, capability }]) => ({
        verb,
        kind: 'capability',
        name: recorded.name,
        capability: capability.key,
        reasonRequired: false,
        body: bodyOf(verb),
      })),
    ],
    capabilities: vocabulary.capabilities.map(({ key, name }) => ({ key, name })),
    criteria: [...vocabulary.criteria].map(([kind, { name, with: given, suppliedBy }]) => ({
      kind,
      name,
      with: given ?? { type: 'object', additionalProperties: false },
      suppliedBy,
    })),
    anchors: [...vocabulary.anchors.keys()].map((anchor) => ({ anchor, when: whenSchema(anchor) })),
    forks: [...vocabulary.forks.keys()],
    forms: Object.entries(CHECK_IN_FORMS).map(([form, name]) => ({ form, name })),
  };
}

/** INV-03: the engine asks for the reason, so the schema does too. */
export function requiring(schema: Record<string, unknown>, field: string): Record<string, unknown> {
  return { ...schema, required: [...((schema['required'] as string[] | undefined) ?? []), field] };
}
