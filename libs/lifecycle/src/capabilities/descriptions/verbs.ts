// publish-description: a version of the description of the situation, or of the service.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse } from '../../engine/refusal.js';
import { liesAhead } from '../../schedule/when.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { descriptionInForce, descriptionsOf, type DescriptionKind, type DescriptionPublished } from './facts.js';

export interface PublishDescription {
  kind: DescriptionKind;
  title?: string;
  summary?: string;
  /** The date that its facts bear: not when it was published. */
  on?: string;
  source?: string;
}

export const verbs: Record<string, Verb> = {
  'publish-description': verb<PublishDescription>({
    name: { sv: 'Publicera beskrivning', en: 'Publish a description' },
    decide: (plan, { kind, title, summary, on, source }, at) => {
      if (liesAhead(on ?? null, at.now)) return refuse('lies-ahead', { field: '/on', params: { when: on as string } });
      const description = nextKey('description', descriptionsOf(plan));
      const version = (descriptionInForce(plan, kind)?.version ?? 0) + 1;
      const data: DescriptionPublished = { description, kind, version, ...told({ title, on, source }) };
      return [{ type: 'situation-description.published', data, texts: { summaryText: summary } }];
    },
  }),
};
