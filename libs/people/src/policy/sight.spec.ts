// Who sees a plan at all, and what of it; and which doors a person may knock at.
import { did, NOW, personId, policy, program, shipped, someone, startedPlan } from './given-plan.js';
import { scopesOf } from './scopes-of.js';

const template = shipped('joint-action-plan');
const begun = startedPlan(template, { programme: 'HOGSBY-PILOT' });
const holds = (role: string, person: number, organisation: string, before = begun) =>
  did(before, template, 'assign-role', { role, person: personId(person), organisation });
const plan = did(
  holds('funder', 3, 'TILLVAXT', holds('researcher', 2, 'LNU', holds('process-leader', 1, 'RKL'))),
  template,
  'add-party',
  { organisation: 'HOGSBY' },
);

/** The kinds of records that are seen, of those that are not for all. */
const sees = (caller: ReturnType<typeof someone>, of = plan) => {
  const view = policy.view(caller, of, template, NOW);
  return view && ['parties', 'versions', 'log', 'attachments', 'roles'].filter((one) => view.records(one));
};
const all = ['parties', 'versions', 'log', 'attachments', 'roles'];
const post = (role: string, programme?: string) => [{ role, organisation: 'RKL', ...(programme ? { programme } : {}) }];

describe('a plan is seen', () => {
  it('whole by whoever has a role in it, and by programs', () => {
    expect(sees(someone(personId(1)))).toEqual(all);
    expect(sees(someone(personId(2)))).toEqual(all);
    expect(sees(program({ scopes: ['read'] }))).toEqual(all);
  });

  it('without drafts, notes and persons by a funder, and by its organisation no better', () => {
    expect(sees(someone(personId(3), 'TILLVAXT'))).toEqual(['parties']);
    expect(sees(someone(personId(30), 'TILLVAXT'))).toEqual(['parties']);
  });

  it('without the notes by the parties and by the organisations of those who have a role', () => {
    expect(sees(someone(personId(30), 'HOGSBY'))).toEqual(['parties', 'versions', 'roles']);
    expect(sees(someone(personId(30), 'LNU'))).toEqual(['parties', 'versions', 'roles']);
  });

  it('by posts that reach it', () => {
    expect(sees(someone(personId(30), 'X', post('registrar')))).toEqual(all);
    expect(sees(someone(personId(30), 'X', post('funder', 'HOGSBY-PILOT')))).toEqual(['parties']);
    expect(sees(someone(personId(30), 'X', post('registrar', 'OTHER')))).toBeNull();
    expect(sees(someone(personId(30), 'X', post('template-author')))).toBeNull();
  });

  it('by nobody else, unless it is public', () => {
    expect(sees(someone(personId(30), 'OTHER'))).toBeNull();
    expect(sees(someone(personId(30)))).toBeNull();
    expect(sees(someone(personId(30)), { ...plan, public: true })).toEqual(['parties', 'versions']);
  });

  it('no more by whoever has left it, but until somebody says so by whoever had it last', () => {
    const left = did(plan, template, 'end-role', { holding: 'holding-2' });
    expect(sees(someone(personId(2)), left)).toBeNull();
    expect(sees(someone(personId(30), 'LNU'), left)).toBeNull();
    const later = did(begun, template, 'assign-role', {
      role: 'researcher',
      person: personId(4),
      organisation: 'LNU',
      from: '2026-01-01',
      until: '2026-02-01',
    });
    expect(sees(someone(personId(4)), later)).toEqual(all);
  });
});

describe('events', () => {
  const event = (type: string) => ({ type }) as Parameters<NonNullable<ReturnType<typeof policy.view>>['event']>[0];

  it('are seen when what they are about is', () => {
    const funder = policy.view(someone(personId(3)), plan, template, NOW);
    const leader = policy.view(someone(personId(1)), plan, template, NOW);
    const types = ['party.added', 'role.assigned', 'attachment.added', 'stage.entered'];
    expect(types.filter((type) => funder?.event(event(type)))).toEqual(['party.added', 'stage.entered']);
    expect(types.filter((type) => leader?.event(event(type)))).toEqual(types);
  });
});

describe('the plans within reach', () => {
  it('are found by person, organisation and programme, or are all', () => {
    expect(policy.reach(program())).toBeNull();
    expect(policy.reach(someone(personId(1)))).toEqual([`person:${personId(1)}`]);
    expect(policy.reach(someone(personId(1), 'RKL', [...post('chair', 'P'), ...post('funder', 'P')]))).toEqual([
      `person:${personId(1)}`,
      'organisation:RKL',
      'programme:P',
    ]);
    expect(policy.reach(someone(personId(1), 'RKL', post('registrar')))).toBeNull();
    expect(
      policy.reach(someone(personId(1), 'RKL', [...post('template-author'), ...post('template-author', 'P')])),
    ).toEqual([`person:${personId(1)}`, 'organisation:RKL']);
  });
});

describe('scopes', () => {
  it('follow from the posts for the whole installation', () => {
    expect(scopesOf([])).toEqual(['read', 'write']);
    expect(scopesOf(post('template-author'))).toEqual(['read', 'write', 'publish-templates']);
    expect(scopesOf([...post('administrator'), ...post('registrar'), ...post('registrar')])).toEqual([
      'read',
      'write',
      'administer',
      'records',
    ]);
    expect(scopesOf([...post('administrator', 'P'), ...post('registrar', 'P'), ...post('process-leader')])).toEqual([
      'read',
      'write',
    ]);
  });
});
