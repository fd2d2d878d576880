import { vocabulary } from '../../engine.js';
import { given } from '../../given.js';
import { holdingsOf } from './facts.js';
import { ANNA, BO, by, CILLA, dataOf, led, leads, withRoles as template } from './given-roles.js';
import { rolesOf, whoFor } from './held.js';

const holding = 'holding-1';
const start = { holding, to: BO, why: 'Kommunen ville vänta', contacts: 'Ring biblioteket' };
const handingOver = () => led({ deputy: CILLA }).did('start-hand-over', start);

describe('start-hand-over', () => {
  it('INV-54 asks somebody to take over, and says why things are as they are beside the event', () => {
    const open = handingOver();
    expect(dataOf(open)).toEqual([{ holding, to: BO, organisation: 'RKL', whyText: 'text-1', contactsText: 'text-2' }]);
    const { handOver } = holdingsOf(open.plan)[0] ?? {};
    expect(handOver).toMatchObject({ to: BO, organisation: 'RKL', whyText: 'text-1', contactsText: 'text-2' });
    expect(rolesOf(open.plan, ANNA, '2026-02-01')).toHaveLength(1);
    expect(vocabulary.anchors.get('role-hand-over-started')?.(open.plan)).toMatchObject([{ record: holding }]);
  });

  it('needs a reason the first time, somebody else, and is begun once', () => {
    const refused = (body: object) => led().refused('start-hand-over', { holding, ...body });
    expect(given(template).refused('start-hand-over', start)).toEqual([{ code: 'no-roles-held' }]);
    expect(refused({ to: BO })).toMatchObject([{ code: 'hand-over-without-why', field: '/why' }]);
    expect(refused({ to: ANNA.toUpperCase(), why: 'Så' })).toMatchObject([{ code: 'hand-over-to-oneself' }]);
    expect(refused({ holding: 'holding-9', why: 'Så' })).toMatchObject([{ code: 'unknown-record' }]);
    expect(handingOver().refused('start-hand-over', { ...start, to: CILLA })).toMatchObject([
      { code: 'hand-over-already-started' },
    ]);
  });

  it('may be begun before anybody is found to receive it', () => {
    const none = led().did('start-hand-over', { holding, why: 'Slutar' });
    expect(none.refused('accept-hand-over', { holding })).toMatchObject([{ code: 'hand-over-without-receiver' }]);
    expect(none.refused('start-hand-over', { holding, why: 'Slutar' })).toMatchObject([{ field: '/to' }]);
    const found = none.did('start-hand-over', { holding, to: BO });
    expect(holdingsOf(found.plan)[0]?.handOver).toMatchObject({ to: BO, whyText: 'text-1' });
  });
});

describe('accept-hand-over', () => {
  it('INV-44 the receiver has the role from that day, with its mandate and deputy, and the former holder no more', () => {
    const done = led({ deputy: CILLA, mandate: 'Leder', share: 50 })
      .did('start-hand-over', start)
      .did('accept-hand-over', { holding, share: 80 }, by(BO));
    expect(done.types).toEqual(['role-hand-over.accepted', 'role.ended', 'role.assigned']);
    expect(holdingsOf(done.plan)).toEqual([
      {
        key: holding,
        ...leads,
        deputy: CILLA,
        share: 50,
        from: '2026-01-12',
        mandateText: 'text-1',
        imported: false,
        ended: { at: '2026-01-12', successor: 'holding-2' },
      },
      {
        key: 'holding-2',
        ...leads,
        person: BO,
        deputy: CILLA,
        share: 80,
        from: '2026-01-12',
        after: holding,
        mandateText: 'text-1',
        imported: false,
      },
    ]);
    expect(done.open('accept-hand-over')).toBe(false);
  });

  it('is for the one who is asked: nobody else with a part in the plan answers for them', () => {
    for (const id of [ANNA, CILLA])
      for (const [verb, more] of [
        ['accept-hand-over', {}],
        ['decline-hand-over', { reason: 'Nej' }],
      ] as const)
        expect(handingOver().refused(verb, { holding, ...more }, by(id))).toMatchObject([
          { code: 'hand-over-is-anothers' },
        ]);
    expect(handingOver().did('accept-hand-over', { holding }, by('token-1')).types).toHaveLength(3);
  });

  it('is refused where nothing is handed over', () => {
    expect(led().refused('accept-hand-over', { holding })).toEqual([{ code: 'no-open-hand-over' }]);
    const other = handingOver().did('assign-role', { ...leads, role: 'chair', person: CILLA });
    expect(other.refused('accept-hand-over', { holding: 'holding-2' })).toMatchObject([{ code: 'hand-over-not-open' }]);
    expect(other.refused('accept-hand-over', { holding, from: '2026-01-11' })).toMatchObject([
      { code: 'role-ends-first', field: '/from' },
    ]);
    expect(other.refused('accept-hand-over', { holding, from: '2026-01-13' })).toMatchObject([{ code: 'lies-ahead' }]);
  });

  it('undone, the hand-over is open again', () => {
    const undone = handingOver().did('accept-hand-over', { holding }).did('undo', { reason: 'För tidigt' });
    expect(holdingsOf(undone.plan)).toMatchObject([{ person: ANNA, handOver: { to: BO } }]);
  });
});

describe('a holder who leaves before anybody has accepted', () => {
  const left = () => handingOver().did('end-role', { holding }).after(1);

  it('INV-44 may go while the hand-over is open; the deputy stands in, and nobody is just put in the place', () => {
    const plan = left();
    expect(whoFor(plan.plan, template, 'process-leader', '2026-01-13')).toMatchObject({ person: CILLA, as: 'deputy' });
    expect(rolesOf(plan.plan, ANNA, '2026-01-13')).toEqual([]);
    expect(plan.refused('assign-role', { ...leads, person: CILLA })).toMatchObject([
      { code: 'role-being-handed-over', field: '/role' },
    ]);
    expect(plan.refused('withdraw-hand-over', { holding })).toMatchObject([{ code: 'hand-over-is-needed' }]);
    const done = plan.did('accept-hand-over', { holding });
    expect(done.types).toEqual(['role-hand-over.accepted', 'role.assigned']);
    expect(holdingsOf(done.plan)).toMatchObject([
      { ended: { at: '2026-01-12', successor: 'holding-2' } },
      { person: BO, from: '2026-01-13' },
    ]);
  });

  it('no longer needed once somebody else has begun, as was planned before', () => {
    const plan = led({ until: '2026-02-28' })
      .did('assign-role', { ...leads, person: CILLA, from: '2026-03-01' })
      .did('start-hand-over', start)
      .did('end-role', { holding });
    expect(plan.refused('withdraw-hand-over', { holding })).toMatchObject([{ code: 'hand-over-is-needed' }]);
    expect(plan.after(60).did('withdraw-hand-over', { holding }).types).toEqual(['role-hand-over.withdrawn']);
  });

  it('declined, it stays open and waits for another', () => {
    const declined = left().did('decline-hand-over', { holding, reason: 'Hinner inte' }, by(BO));
    expect(declined.refused('accept-hand-over', { holding })).toMatchObject([{ code: 'hand-over-without-receiver' }]);
    const other = declined.did('start-hand-over', { holding, to: CILLA });
    expect(holdingsOf(other.did('accept-hand-over', { holding }, by(CILLA)).plan)[1]).toMatchObject({ person: CILLA });
  });

  it('another may be asked instead of one who does not answer', () => {
    const other = left().did('start-hand-over', { holding, to: CILLA, organisation: 'HOGSBY' });
    expect(holdingsOf(other.plan)[0]?.handOver).toMatchObject({ to: CILLA, organisation: 'HOGSBY', whyText: 'text-1' });
  });
});

describe('a hand-over that comes to nothing', () => {
  it('is declined or withdrawn while the holder is there, and nothing has changed', () => {
    for (const [verb, body] of [
      ['decline-hand-over', { reason: 'Nej' }],
      ['withdraw-hand-over', {}],
    ] as const) {
      const back = handingOver().did(verb, { holding, ...body });
      expect(holdingsOf(back.plan)).toEqual(holdingsOf(led({ deputy: CILLA }).plan));
      expect(back.refused('end-role', { holding })).toMatchObject([{ code: 'role-needs-successor' }]);
    }
  });

  it('is withdrawn by itself when a successor is named', () => {
    const next = handingOver().did('end-role', { holding, successor: { person: CILLA } });
    expect(next.types).toEqual(['role-hand-over.withdrawn', 'role.ended', 'role.assigned']);
    expect(next.open('accept-hand-over')).toBe(false);
  });

  it('of a role that nobody must have, declining ends it', () => {
    const member = given(template)
      .did('assign-role', { ...leads, role: 'member' })
      .did('start-hand-over', start)
      .did('end-role', { holding })
      .did('decline-hand-over', { holding, reason: 'Nej' });
    expect(holdingsOf(member.plan)[0]).not.toHaveProperty('handOver');
  });
});

describe('role-held', () => {
  it('names the role that nobody has, that has no deputy, or that ends too soon', () => {
    const names = { role: { sv: 'processledare', en: 'process leader' } };
    const params = { role: 'process-leader' };
    expect(given(template).missing('role-held')).toEqual([{ code: 'role-vacant', verb: 'assign-role', params, names }]);
    expect(led().missing('role-held')).toEqual([]);
    expect(led().missing('role-held', { roles: ['process-leader', 'chair'] })).toMatchObject([
      { params: { role: 'chair' } },
    ]);
    expect(led().missing('role-held', { deputy: true })).toMatchObject([{ code: 'role-without-deputy' }]);
    expect(led({ deputy: BO }).missing('role-held', { deputy: true })).toEqual([]);
    const short = led({ until: '2026-04-11' });
    expect(short.missing('role-held', { beyond: 'P89D' })).toEqual([]);
    expect(short.missing('role-held', { beyond: 'P90D' })).toEqual([
      { code: 'role-ends-too-soon', verb: 'change-role', params: { ...params, day: '2026-04-12' }, names },
    ]);
    const next = short.did('assign-role', { ...leads, person: BO, from: '2026-04-12' });
    expect(next.missing('role-held', { beyond: 'P90D' })).toEqual([]);
  });
});
