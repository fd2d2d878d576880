import { vocabulary } from '../../engine.js';
import { given, openTemplate, type Given } from '../../given.js';
import { agreementsOf, everyAgreement } from './facts.js';

const agreement = 'Uppdragsgivaren svarar på frågor inom en vecka.';
const withCity = { with: 'MALMO', as: 'commissioner', agreement };
const made = { stage: 'begin', attempt: 1, round: 1 };

const agreed = () => given().did('agree-roles', withCity);
const end = { agreement: 'role-agreement-1', reason: 'Uppdraget är slut' };
const data = (after: Given) => after.last?.events[0]?.data;
const ends = ({ plan }: Given) => vocabulary.anchors.get('role-agreement-ends')?.(plan);

describe('role agreements', () => {
  it('INV-45 roles are agreed with an organisation, and what was agreed stays out of the event', () => {
    const full = given().did('agree-roles', { ...withCity, until: '2026-12-31' });
    expect(full.types).toEqual(['roles.agreed']);
    const told = { with: 'MALMO', as: 'commissioner', until: '2026-12-31', agreementText: 'text-1' };
    expect(data(full)).toEqual({ agreement: 'role-agreement-1', ...told });
    expect(full.last?.texts).toMatchObject([{ field: 'agreement', text: agreement }]);
    expect(everyAgreement(full.plan)).toEqual([
      { key: 'role-agreement-1', ...told, ended: false, imported: false, ...made },
    ]);
    const plain = given().did('agree-roles', { with: 'MALMO', agreement });
    expect(data(plain)).toEqual({ agreement: 'role-agreement-1', with: 'MALMO', agreementText: 'text-1' });
  });

  it('agreed anew with the same in the same capacity, it takes the place of the former', () => {
    const anew = agreed().did('agree-roles', withCity);
    expect(agreementsOf(anew.plan)).toMatchObject([{ key: 'role-agreement-2' }]);
    expect(anew.refused('end-role-agreement', end)).toEqual([
      { code: 'role-agreement-not-in-force', field: '/agreement', params: { organisation: 'MALMO' } },
    ]);
    const others = agreed()
      .did('agree-roles', { ...withCity, with: 'RKL' })
      .did('agree-roles', { ...withCity, as: 'funder' });
    expect(agreementsOf(others.plan)).toHaveLength(3);
  });

  it('ends once, with a reason, and the former does not come back', () => {
    expect(given().refused('end-role-agreement', end)).toEqual([{ code: 'no-role-agreement' }]);
    expect(agreed().open('end-role-agreement')).toBe(true);
    const two = agreed().did('agree-roles', { ...withCity, with: 'RKL' });
    const ended = two.did('end-role-agreement', end);
    expect(ended.types).toEqual(['role-agreement.ended']);
    expect(data(ended)).toEqual({ agreement: 'role-agreement-1', reasonText: 'text-3' });
    expect(ended.last?.texts).toMatchObject([{ field: 'reason', text: 'Uppdraget är slut' }]);
    expect(everyAgreement(ended.plan)).toMatchObject([{ ended: true }, { ended: false }]);
    expect(agreementsOf(ended.plan)).toMatchObject([{ key: 'role-agreement-2' }]);
    expect(ended.refused('end-role-agreement', end)).toMatchObject([{ code: 'role-agreement-not-in-force' }]);
    expect(ended.refused('end-role-agreement', { ...end, agreement: 'role-agreement-9' })).toEqual([
      { code: 'unknown-record', field: '/agreement', params: { value: 'role-agreement-9' } },
    ]);
    const anew = agreed().did('agree-roles', withCity);
    const none = anew.did('end-role-agreement', { ...end, agreement: 'role-agreement-2' });
    expect(agreementsOf(none.plan)).toEqual([]);
    expect(none.open('end-role-agreement')).toBe(false);
  });

  it('has nothing to do with the agreement that a workgroup signs', () => {
    const group = { name: 'Hälsa', purpose: 'Fler sammanhang' };
    const signed = given().did('form-workgroup', group).did('sign-role-agreement', { workgroup: 'workgroup-1' });
    expect(signed.missing('roles-agreed')).toHaveLength(1);
    expect(agreed().did('form-workgroup', group).missing('role-agreements-signed')).toHaveLength(1);
  });
});

describe('roles-agreed', () => {
  const verb = 'agree-roles';

  it('INV-45 asks for an agreement in force, with anybody', () => {
    expect(given().missing('roles-agreed')).toEqual([{ code: 'roles-not-agreed', verb }]);
    expect(agreed().missing('roles-agreed')).toEqual([]);
    expect(agreed().did('end-role-agreement', end).missing('roles-agreed')).toEqual([
      { code: 'roles-not-agreed', verb },
    ]);
    expect(agreed().missing('roles-agreed', { min: 2 })).toEqual([
      { code: 'roles-agreed-too-few', verb, params: { min: 2, have: 1 } },
    ]);
    expect(
      agreed()
        .did(verb, { ...withCity, with: 'RKL' })
        .missing('roles-agreed', { min: 2 }),
    ).toEqual([]);
  });

  it.each(['commissioner', 'partner', 'doer', 'funder'])('asks for one with the %s, where the template says', (as) => {
    const without = { with: 'MALMO', agreement };
    const code = `roles-not-agreed-with-${as}`;
    expect(given().did(verb, without).missing('roles-agreed', { with: as })).toEqual([{ code, verb }]);
    expect(vocabulary.words.get(code)).toBeDefined();
    const one = given().did(verb, { ...without, as });
    expect(one.missing('roles-agreed', { with: as })).toEqual([]);
    expect(one.did(verb, without).missing('roles-agreed', { with: as, min: 2 })).toMatchObject([
      { params: { min: 2, have: 1 } },
    ]);
  });

  it('asks for one with each party, but for those that take part lightly', () => {
    const parties = agreed()
      .did('add-party', { organisation: 'MALMO' })
      .did('add-party', { organisation: 'RKL' })
      .did('add-party', { organisation: 'BYALAG', light: true });
    const lacks = (organisation: string) => ({
      code: 'roles-not-agreed-with-party',
      verb,
      params: { organisation },
      by: { organisation },
    });
    expect(parties.missing('roles-agreed')).toEqual([]);
    expect(parties.missing('roles-agreed', { perParty: true })).toEqual([lacks('RKL')]);
    expect(parties.missing('roles-agreed', { perParty: true, with: 'funder' })).toEqual([
      { code: 'roles-not-agreed-with-funder', verb },
      lacks('MALMO'),
      lacks('RKL'),
    ]);
    const all = parties.did(verb, { with: 'RKL', agreement });
    expect(all.missing('roles-agreed', { perParty: true })).toEqual([]);
  });
});

describe('what a template may ask of role agreements', () => {
  it('with whom, with each party, and how many', () => {
    const described = { description: expect.any(String) };
    expect(vocabulary.criteria.get('roles-agreed')).toMatchObject({
      with: {
        properties: {
          with: { enum: ['commissioner', 'partner', 'doer', 'funder'], ...described },
          perParty: { type: 'boolean', ...described },
          min: { type: 'integer', minimum: 1, ...described },
        },
        additionalProperties: false,
      },
      suppliedBy: ['agree-roles'],
    });
  });
});

describe('role agreements over time', () => {
  it('ends on its day', () => {
    expect(ends(agreed())).toEqual([{ record: 'role-agreement-1', at: null, imported: false }]);
    const until = given().did('agree-roles', { ...withCity, until: '2026-12-31' }, { imported: true });
    expect(ends(until)).toEqual([{ record: 'role-agreement-1', at: '2026-12-31', imported: true }]);
    expect(ends(until.did('end-role-agreement', end))).toEqual([]);
  });

  it('INV-05 a restart asks anew', () => {
    const again = agreed().did('restart', { reason: 'Nytt uppdrag', to: 'begin' });
    expect(again.missing('roles-agreed')).toHaveLength(1);
    expect(again.did('agree-roles', withCity).plan.facts['role-agreements']).toMatchObject({
      agreements: [{ key: 'role-agreement-1' }, { key: 'role-agreement-2' }],
    });
    const anew = again.did('agree-roles', { ...withCity, with: 'RKL' });
    expect(anew.refused('end-role-agreement', end)).toMatchObject([{ code: 'unknown-record' }]);
  });

  it('a plan made out of this one goes by what is in force; its text stays where it was written', () => {
    const stages = openTemplate().stages.map((one) => (one.key === 'begin' ? { ...one, fork: { to: 'finish' } } : one));
    const parent = given(openTemplate({ stages }))
      .did('agree-roles', withCity)
      .did('agree-roles', { ...withCity, with: 'RKL' })
      .did('end-role-agreement', end);
    const [child] = parent.did('fork', { plans: [{ title: 'Kirseberg' }] }).last?.births ?? [];
    expect(child && everyAgreement(child.plan)).toEqual([
      { key: 'role-agreement-2', with: 'RKL', as: 'commissioner', ended: false, imported: false, ...made },
    ]);
  });
});

describe('a role agreement until a day', () => {
  const until = (last: string) => given().did('agree-roles', { ...withCity, until: last });
  const codes = (plan: Given, asked: object = {}) => plan.missing('roles-agreed', asked)?.map(({ code }) => code);

  it('counts that day, and not the day after: then it is told whose it was', () => {
    const plan = until('2026-01-14');
    expect(codes(plan.after(2))).toEqual([]);
    expect(plan.after(3).missing('roles-agreed', { with: 'commissioner' })).toEqual([
      { code: 'roles-not-agreed-with-commissioner', verb: 'agree-roles' },
      {
        code: 'role-agreement-has-expired',
        verb: 'agree-roles',
        params: { agreement: 'role-agreement-1', organisation: 'MALMO', until: '2026-01-14' },
        by: { organisation: 'MALMO' },
      },
    ]);
    expect(codes(plan.after(3), { with: 'funder' })).toEqual(['roles-not-agreed-with-funder']);
    expect(codes(plan.after(3).did('add-party', { organisation: 'MALMO' }), { perParty: true })).toEqual([
      'roles-not-agreed',
      'roles-not-agreed-with-party',
      'role-agreement-has-expired',
    ]);
    const another = plan.after(3).did('agree-roles', { ...withCity, with: 'RKL' });
    expect(codes(another)).toEqual([]);
    expect(codes(another, { min: 2 })).toEqual(['roles-agreed-too-few', 'role-agreement-has-expired']);
  });

  it('the former does not come back; agreed anew it counts again, and what has expired can still be ended', () => {
    const plan = agreed()
      .did('agree-roles', { ...withCity, until: '2026-01-14' })
      .after(3);
    expect(codes(plan)).toEqual(['roles-not-agreed', 'role-agreement-has-expired']);
    expect(codes(plan.did('agree-roles', withCity))).toEqual([]);
    const ended = plan.did('end-role-agreement', { ...end, agreement: 'role-agreement-2' });
    expect(codes(ended)).toEqual(['roles-not-agreed']);
  });
});
