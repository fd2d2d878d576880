// The rights of roles as abilities that can be asked: one for each standard role, built once, and for each template its roles'.
import { STANDARD_ROLES, type Role, type StandardRole, type Template } from '#libs/lifecycle';
import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { RIGHTS, type Right } from './rights.js';
import { ROLE_RIGHTS, type RoleRights } from './role-rights.js';
import { standardRoleOf } from './standard-role-of.js';

/** What a right may hang on besides the role. */
export interface Circumstances {
  /** The role answers for the stage in which the plan stands. */
  answers: boolean;
  /** A chair who is there answers for that stage. */
  chaired: boolean;
  /** What is said is said for the organisation in whose name the role is held, or for none. */
  own: boolean;
  /** The person comes from the organisation in whose name the role is held. */
  belongs: boolean;
}

/** Whoever it is, for their own organisation, in a stage that nobody in particular answers for. */
export const ANYHOW: Circumstances = { answers: false, chaired: false, own: true, belongs: true };

export type Ability = MongoAbility<[Right, Circumstances | 'plan']>;
type Rule = RawRuleOf<Ability>;

/** A role of a template, what it is, and what it may do. */
export interface RoleAbility {
  role: Role;
  standard: StandardRole;
  ability: Ability;
}

const CONDITIONS: Record<keyof RoleRights, Partial<Circumstances> | null> = {
  may: null,
  inOwnStage: { answers: true },
  whileNoChair: { chaired: false },
  forOwnOrganisation: { own: true },
  whereOneBelongs: { own: true, belongs: true },
};

const STANDARD = Object.keys(STANDARD_ROLES) as StandardRole[];
const RIGHTS_OF_ALL = new Set(STANDARD.flatMap((role) => ROLE_RIGHTS[role].may ?? []));

const standardAbilities = new Map(STANDARD.map((role) => [role, abilityOf(rulesOf(ROLE_RIGHTS[role]))]));
const roleAbilities = new WeakMap<Template, ReadonlyMap<string, RoleAbility>>();

export function standardAbility(role: StandardRole): Ability {
  return standardAbilities.get(role) as Ability;
}

/** The roles of a template by their keys. A published template never changes. */
export function rolesIn(template: Template): ReadonlyMap<string, RoleAbility> {
  let roles = roleAbilities.get(template);
  if (!roles) {
    roles = abilitiesFor(template);
    roleAbilities.set(template, roles);
  }
  return roles;
}

function abilitiesFor({ roles }: Template): ReadonlyMap<string, RoleAbility> {
  const lead = roles.find(({ required }) => required) ?? roles[0];
  const left = rightsOfNobody(roles.map(standardRoleOf));
  return new Map(
    roles.map((role) => {
      const standard = standardRoleOf(role);
      const ability = standardAbility(standard);
      const whole = role === lead && left.length > 0 ? abilityOf([...ability.rules, ...left.map(leftToLead)]) : ability;
      return [role.key, { role, standard, ability: whole }];
    }),
  );
}

/** Whatever a template lacks: deciding for a party, naming who does, and answering in another's place. */
const NEVER_LEFT: ReadonlySet<Right> = new Set(['decide', 'appoint-deciders', 'answer-hand-over']);

/** What a way of working gives to none of its roles is for whoever answers for it all. */
function rightsOfNobody(standards: StandardRole[]): Right[] {
  const given = new Set(
    standards.flatMap((role) => Object.values(ROLE_RIGHTS[role] as Record<string, Right[]>).flat()),
  );
  return (Object.keys(RIGHTS) as Right[]).filter((right) => !NEVER_LEFT.has(right) && !given.has(right));
}

function leftToLead(right: Right): Rule {
  return ruleFor(right, RIGHTS_OF_ALL.has(right) ? null : CONDITIONS.forOwnOrganisation);
}

function rulesOf(rights: RoleRights): Rule[] {
  const kinds = Object.keys(CONDITIONS) as (keyof RoleRights)[];
  return kinds.flatMap((kind) => (rights[kind] ?? []).map((right) => ruleFor(right, CONDITIONS[kind])));
}

function ruleFor(action: Right, conditions: Partial<Circumstances> | null): Rule {
  return { action, subject: 'plan', ...(conditions ? { conditions } : {}) };
}

function abilityOf(rules: Rule[]): Ability {
  return createMongoAbility<Ability>(rules, { detectSubjectType: () => 'plan' });
}
