// How much a plan hangs on single people, in words and names.
import type { Dependency, Plan } from '#libs/lifecycle';
import type { Telling } from './people-of-plan.js';
import { roleNameIn } from './role-name.js';

type Held = Dependency['alone'][number];

export function personsOf({ alone, ending, vacant }: Dependency): (string | undefined)[] {
  return [...[...alone, ...ending].map(({ person }) => person), ...vacant.map(({ deputy }) => deputy)];
}

/** Whether there is anything that somebody should see to. */
export function isTelling({ alone, ending, vacant, mandateEnds, reAnchorings }: Dependency): boolean {
  return [alone, ending, vacant, reAnchorings].some((list) => list.length > 0) || mandateEnds?.soon === true;
}

export function dependencyView(
  { id, title }: Pick<Plan, 'id' | 'title'>,
  { alone, ending, vacant, mandateEnds, election, reAnchorings }: Dependency,
  { template, language, names }: Pick<Telling, 'template' | 'language' | 'names'>,
) {
  const called = (role: string) => ({ role, roleName: roleNameIn(template, role, language) });
  const held = ({ role, holding, person, organisation, workgroup }: Held) => ({
    ...called(role),
    holding,
    person: names.of(person),
    organisation,
    workgroup: workgroup ?? null,
  });
  return {
    plan: id,
    title,
    alone: alone.map(held),
    ending: ending.map((one) => ({ ...held(one), until: one.until })),
    vacant: vacant.map(({ role, deputy, handingOver }) => ({
      ...called(role),
      deputy: names.orNull(deputy),
      handingOver: handingOver ?? null,
    })),
    mandateEnds,
    election,
    reAnchorings: reAnchorings.map(({ task, organisation, role, on }) => ({
      task,
      organisation,
      role: role ?? null,
      roleName: role === undefined ? null : roleNameIn(template, role, language),
      on,
    })),
  };
}
