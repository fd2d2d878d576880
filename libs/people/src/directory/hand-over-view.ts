// The pack of a hand-over as its receiver reads it: in words and names instead of keys.
import type { HandOverPack, Plan } from '#libs/lifecycle';
import { criteriaIn, dueView, wireType } from '#libs/plans';
import { holdingView, textOf, type Telling } from './people-of-plan.js';
import { roleNameIn } from './role-name.js';

export function personsInPack({ holding, handOver, contacts }: HandOverPack): (string | undefined)[] {
  return [holding.person, holding.deputy, handOver?.to, ...contacts.map(({ person }) => person)];
}

export function packView({ id, title }: Plan, pack: HandOverPack, telling: Telling) {
  const { template, language, names, texts } = telling;
  return {
    plan: id,
    title,
    ...holdingView(pack.holding, telling),
    duties: pack.duties.map((one) => dueView(one, template, language)),
    openCriteria: criteriaIn(pack.openCriteria, language),
    has: pack.has.map(({ record, as, title: called }) => ({ record, as, title: called ?? null })),
    decisions: pack.decisions.map(({ what, record, at, organisation, decision }) => ({
      what,
      record,
      at,
      organisation: organisation ?? null,
      decision: decision ?? null,
    })),
    contacts: pack.contacts.map(({ role, organisation, person, as }) => ({
      role,
      roleName: roleNameIn(template, role, language),
      organisation,
      person: names.of(person),
      as,
    })),
    reasons: pack.reasons.map(({ event, type, at, textKey }) => ({
      event,
      type: wireType(type),
      at,
      reason: textOf(textKey, texts),
    })),
  };
}
