// The tables of rights: nothing that can be done is without a right, no right is nobody's, and what a template asks of a role the role may.
import { LIFECYCLE_VERBS, STANDARD_ROLES, vocabulary, type StandardRole, type Template } from '#libs/lifecycle';
import { shippedTemplates, wholeTemplate } from '#libs/templates';
import { ANYHOW, rolesIn } from './abilities.js';
import { RIGHTS, rightTo, type Right } from './rights.js';
import { ROLE_RIGHTS } from './role-rights.js';
import { standardRoleOf } from './standard-role-of.js';

const verbs = ['start', ...Object.keys(LIFECYCLE_VERBS), ...vocabulary.verbs.keys()];
const rightsOf = (role: StandardRole) => Object.values(ROLE_RIGHTS[role] as Record<string, Right[]>).flat();
const templates = shippedTemplates.map(wholeTemplate).map((template) => [template.key, template] as const);
const may = (template: Template, role: string, verb: string) => {
  const around = { ...ANYHOW, answers: true };
  return (
    rolesIn(template)
      .get(role)
      ?.ability.can(rightTo(verb) as Right, around) === true
  );
};

describe('the rights', () => {
  it('cover every verb, each once', () => {
    expect(verbs.filter((verb) => rightTo(verb) === undefined)).toEqual([]);
    const covered: string[] = Object.values(RIGHTS).flat();
    expect(covered.filter((verb, index) => covered.indexOf(verb) !== index)).toEqual([]);
    expect(covered.filter((verb) => !verbs.includes(verb))).toEqual([]);
  });

  it('are each held by some role', () => {
    const held = new Set((Object.keys(STANDARD_ROLES) as StandardRole[]).flatMap(rightsOf));
    expect(Object.keys(RIGHTS).filter((right) => !held.has(right as Right))).toEqual([]);
  });

  it('stand once for each role, with a condition or without', () => {
    for (const role of Object.keys(STANDARD_ROLES) as StandardRole[]) {
      const rights = rightsOf(role);
      expect([role, rights.filter((right, index) => rights.indexOf(right) !== index)]).toEqual([role, []]);
    }
  });
});

describe.each(templates)('in the shipped %s', (_key, template) => {
  it('somebody may do whatever a stage or track opens; a hand-over is answered by whom it is meant for', () => {
    const all = [...template.stages, ...(template.tracks ?? [])].flatMap(({ opens }) => opens);
    const opened = new Set(all.filter((verb) => rightTo(verb) !== 'answer-hand-over'));
    const keys = [...rolesIn(template).keys()];
    expect([...opened].filter((verb) => !keys.some((role) => may(template, role, verb)))).toEqual([]);
  });

  it('whoever a criterion names can supply what it asks for', () => {
    const asked = template.stages.flatMap(({ criteria }) =>
      criteria.flatMap((one) => (one.by ?? []).map((role) => ({ ...one, role }))),
    );
    const cannot = asked.filter(({ kind, role }) => {
      const { suppliedBy = [] } = vocabulary.criteria.get(kind) ?? {};
      return suppliedBy.length > 0 && !suppliedBy.some((verb) => may(template, role, verb));
    });
    expect(cannot.map(({ role, kind }) => `${role}: ${kind}`)).toEqual([]);
  });

  it('whoever answers for a stage can take the plan on from it', () => {
    const answering = template.stages.flatMap(({ accountable }) => accountable ?? []);
    expect(answering.filter((role) => !may(template, role, 'advance'))).toEqual([]);
  });
});

describe('a role of a template', () => {
  const name = { sv: 'samordnare', en: 'coordinator' };

  it('is the standard role that it says, then that of its key, then that of its required place', () => {
    expect(standardRoleOf({ key: 'chair', name, as: 'researcher' })).toBe('researcher');
    expect(standardRoleOf({ key: 'chair', name })).toBe('chair');
    expect(standardRoleOf({ key: 'team-lead', name, required: true })).toBe('workgroup-lead');
    expect(standardRoleOf({ key: 'lead', name, required: true })).toBe('process-leader');
    expect(standardRoleOf({ key: 'friend', name })).toBe('steering-group-member');
  });

  it('is never one of the installation, for others could give it', () => {
    expect(standardRoleOf({ key: 'administrator', name })).toBe('steering-group-member');
    expect(standardRoleOf({ key: 'friend', name, as: 'template-author' })).toBe('steering-group-member');
  });
});
