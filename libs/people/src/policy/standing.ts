// In which capacities a person stands in a plan on a day: the roles held in it, as holder or deputy, and the posts that reach it.
// Reckoned once for a plan as it stands and a person as signed in, for a question about every verb comes with each look at a plan.
import {
  accountableRole,
  dayOf,
  hasDeputyOn,
  holdingsOf,
  isHeldOn,
  isStandardRole,
  rolesOf,
  stageOf,
  type Plan,
  type StandardRole,
  type Template,
} from '#libs/lifecycle';
import type { Person, Post } from '#libs/platform';
import { rolesIn, standardAbility, type Ability, type Circumstances } from './abilities.js';
import type { Right } from './rights.js';

export interface Capacity {
  /** The key of the template's role, or the standard role of a post. */
  role: string;
  organisation: string;
  ability: Ability;
  answers: boolean;
  belongs: boolean;
}

export class Standing {
  private readonly answered = new Map<Right, Capacity | null>();
  /** One for each role, for what hangs on no organisation. */
  private readonly roles: Capacity[];

  constructor(
    readonly capacities: Capacity[],
    private readonly chaired: boolean,
  ) {
    this.roles = [...new Map(capacities.toReversed().map((one) => [one.role, one])).values()].reverse();
  }

  /** The capacity in which the right is had. @param organisation for which something is said; any when absent. */
  having(right: Right, organisation?: string): Capacity | null {
    if (organisation !== undefined) return this.among(this.capacities, right, organisation);
    let found = this.answered.get(right);
    if (found === undefined) {
      found = this.among(this.roles, right);
      this.answered.set(right, found);
    }
    return found;
  }

  private among(capacities: Capacity[], right: Right, organisation?: string): Capacity | null {
    return capacities.find((one) => one.ability.can(right, this.around(one, organisation))) ?? null;
  }

  private around({ answers, belongs, organisation: its }: Capacity, organisation = its): Circumstances {
    return { answers, belongs, chaired: this.chaired, own: its === organisation };
  }
}

const standings = new WeakMap<Plan, WeakMap<Person, { day: string; standing: Standing }>>();

export function standingOf(person: Person, plan: Plan, template: Template, now: string): Standing {
  const day = today(now);
  const ofPlan = standings.get(plan) ?? new WeakMap<Person, { day: string; standing: Standing }>();
  standings.set(plan, ofPlan);
  const known = ofPlan.get(person);
  if (known?.day === day) return known.standing;
  const standing = new Standing(capacitiesOf(person, plan, template, day), isChaired(plan, template, day));
  ofPlan.set(person, { day, standing });
  return standing;
}

/** Each role once for each organisation; those of the plan before the posts, the one that answers for the stage first, then where one belongs. */
function capacitiesOf(person: Person, plan: Plan, template: Template, day: string): Capacity[] {
  const roles = rolesIn(template);
  const accountable = accountableRole(template, stageOf(template, plan.stage));
  const answering = roles.get(accountable)?.standard;
  const held = rolesOf(plan, person.id, day, template).flatMap(({ role, organisation }) => {
    const ability = roles.get(role)?.ability;
    const belongs = organisation === person.organisation;
    return ability ? [{ role, organisation, ability, answers: role === accountable, belongs }] : [];
  });
  const posts = postsFor(person, plan.programme?.code).map(({ role, organisation }) => ({
    role,
    organisation,
    ability: standardAbility(role),
    answers: role === answering,
    belongs: true,
  }));
  const each = new Map([...held, ...posts].map((one) => [`${one.role} ${one.organisation}`, one]));
  return [...each.values()].sort((one, other) => weight(other) - weight(one));
}

function weight({ answers, belongs }: Capacity): number {
  return Number(answers) * 2 + Number(belongs);
}

/** The posts for a programme, and those for the whole installation. */
export function postsFor({ posts }: Person, programme: string | undefined): (Post & { role: StandardRole })[] {
  return posts.filter(
    (post): post is Post & { role: StandardRole } =>
      (post.programme === undefined || post.programme === programme) && isStandardRole(post.role),
  );
}

/** Whether something of a programme, or of none, is for one who is bound to these. */
export function isWithin(programmes: readonly string[] | undefined, programme: string | undefined): boolean {
  return programmes === undefined || (programme !== undefined && programmes.includes(programme));
}

const CHAIRS: ReadonlySet<StandardRole | undefined> = new Set(['chair', 'deputy-chair'] as const);

/** Whether a chair who is there, or whoever stands in, answers for the stage. @param day as of a holding */
export function isChaired(plan: Plan, template: Template, day: string): boolean {
  const roles = rolesIn(template);
  const isChair = (role: string) => CHAIRS.has(roles.get(role)?.standard);
  if (!isChair(accountableRole(template, stageOf(template, plan.stage)))) return false;
  return holdingsOf(plan).some(
    (one) => isChair(one.role) && (isHeldOn(one, day) || hasDeputyOn(plan, one, day, template)),
  );
}

let last = { now: '', day: '' };

/** The day in Stockholm. */
export function today(now: string): string {
  if (last.now !== now) last = { now, day: dayOf(now) };
  return last.day;
}
