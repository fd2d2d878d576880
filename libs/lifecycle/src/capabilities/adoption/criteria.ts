// adopted-by-all (INV-20) and decisions-final: what is missing names each body and how far it has come.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { decidingParties, type Party } from '../parties/facts.js';
import { adoptedVersion, documentStatus, notAdopted, versionsOf, type NamedVersion } from '../versions/status.js';
import { awaited } from './awaited.js';
import { entriesOf, entryFor } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'adopted-by-all': criterionKind({
    name: {
      sv: 'Alla beslutande parter har antagit samma version',
      en: 'Every deciding party has adopted the same version',
    },
    suppliedBy: ['record-decision'],
    missing: (plan) => {
      const status = documentStatus(plan);
      if (status === 'adopted') return [];
      return status === 'draft' ? [noVersion(plan)] : awaited(plan);
    },
  }),
  'decisions-final': criterionKind({
    name: { sv: 'Besluten har vunnit laga kraft', en: 'The decisions are final' },
    suppliedBy: ['record-finality'],
    missing: (plan) => {
      const adopted = adoptedVersion(plan);
      if (!adopted) return [notAdopted(plan)];
      return decidingParties(plan).flatMap((party) => notFinal(plan, adopted, party));
    },
  }),
};

/** Why there is nothing to decide on: never submitted, sent back, or refused. */
export function noVersion(plan: Plan): Missing {
  const last = versionsOf(plan).at(-1);
  const against = entriesOf(plan).findLast((entry) => entry.decision === 'sent-back' || entry.decision === 'no');
  if (last?.status !== 'draft' || against?.version !== last.key)
    return { code: 'version-not-submitted', verb: 'submit-version' };
  const { organisation, label: version } = against;
  const code = against.decision === 'no' ? 'version-refused' : 'version-sent-back';
  return { code, verb: 'submit-version', params: { organisation, version } };
}

/** An association's yes needs no notice board; a small municipality's does. A party that came later did not decide. */
function notFinal(plan: Plan, { key }: NamedVersion, { organisation, association }: Party): Missing[] {
  const entry = entryFor(plan, key, organisation);
  if (association || !entry || entry.final) return [];
  const missing = (code: string, verb: string, more = {}) => [
    { code, verb, params: { organisation, ...more }, by: { organisation } },
  ];
  if (entry.appealed) return missing('decision-under-appeal', 'record-finality');
  if (!entry.adjusted && !entry.announced) return missing('minutes-to-adjust', 'record-adjusted-minutes');
  if (!entry.announced) return missing('decision-to-announce', 'announce-decision');
  if (entry.appealUntil === undefined) return missing('appeal-period-to-set', 'set-appeal-period');
  return missing('decision-to-become-final', 'record-finality', { until: entry.appealUntil });
}
