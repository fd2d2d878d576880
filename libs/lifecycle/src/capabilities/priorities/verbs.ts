// decide-priority: never without a description to lean on (c.3: support decision without ground -> refused).
import { verb, type Decision, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { isRefusal, refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { liesAhead } from '../../schedule/when.js';
import {
  descriptionInForce,
  descriptionsOf,
  descriptionVersion,
  type Description,
  type DescriptionKind,
} from '../descriptions/facts.js';
import { nextKey } from '../record-key.js';
import { areasOf } from '../strategies/facts.js';
import { told } from '../told.js';
import { everyPriority, type PriorityDecided } from './facts.js';

export interface DecidePriority {
  what: string;
  organisation: string;
  granted?: boolean;
  area?: string;
  /** As precisely as it is known; when the command says that it happened, without it. */
  decidedOn?: string;
  reference?: string;
  registryNumber?: string;
  rationale?: string;
  /** Which description it leans on; that of the service when absent. */
  description?: DescriptionKind;
  /** An earlier version, for a decision that is recorded late; the one in force when absent. */
  descriptionVersion?: number;
}

export const verbs: Record<string, Verb> = {
  'decide-priority': verb<DecidePriority>({
    name: { sv: 'Besluta om prioritering', en: 'Decide on a priority' },
    ready: nothingToLeanOn,
    decide,
  }),
};

function decide(plan: Plan, body: DecidePriority, at: Setting): Decision {
  const { what, organisation, area, decidedOn = at.occurredAt } = body;
  if (liesAhead(decidedOn, at.now))
    return refuse('lies-ahead', { field: '/decidedOn', params: { when: decidedOn as string } });
  if (area !== undefined && !areasOf(plan).some(({ code }) => code === area)) return unknownRecord('/area', area);
  const ground = groundOf(plan, body, at);
  if (isRefusal(ground)) return ground;
  const priority = nextKey('priority', everyPriority(plan));
  const { granted, reference, registryNumber, rationale } = body;
  const said = told({ granted, area, reference, registryNumber });
  const data: PriorityDecided = { priority, what, organisation, ...said, decidedOn, ...ground };
  return [{ type: 'priority.decided', data, texts: { rationaleText: rationale } }];
}

/** The kind and version of the description that it leans on; none where imported history does not say (INV-26). */
function groundOf(
  plan: Plan,
  { description, descriptionVersion: version }: DecidePriority,
  at: Setting,
): Pick<PriorityDecided, 'description' | 'descriptionVersion'> | Refusal {
  if (at.imported && description === undefined && version === undefined) return {};
  const kind = description ?? 'service';
  const inForce = descriptionInForce(plan, kind);
  if (!inForce) return refuse('no-description-in-force', { field: '/description', missing: [missing(kind)] });
  const used: Description | undefined = version === undefined ? inForce : descriptionVersion(plan, kind, version);
  return used
    ? { description: kind, descriptionVersion: used.version }
    : unknownRecord('/descriptionVersion', String(version));
}

function nothingToLeanOn(plan: Plan, at: Setting): Reason[] {
  if (at.imported || descriptionsOf(plan).length > 0) return [];
  return [{ code: 'no-description-in-force', missing: [missing('service')] }];
}

function missing(kind: DescriptionKind) {
  return { code: `description-missing-${kind}`, verb: 'publish-description', params: { kind } };
}
