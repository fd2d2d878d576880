import { given, openTemplate, type Given } from '../../given.js';
import { vocabulary } from '../../engine.js';
import { versionsOf } from '../versions/status.js';
import { entryFor } from './facts.js';
import { stepOf } from './ledger.js';

const parties = () =>
  given(openTemplate(), { title: 'Handlingsplan Hälsolots' })
    .did('add-party', { organisation: 'RKL' })
    .did('add-party', { organisation: 'HOGSBY' })
    .did('add-party', { organisation: 'CIVIL', deciding: false });

const submit = (plan: Given) => plan.did('submit-version', {}, { imported: true });
const submitted = () => submit(parties());
const yes = (plan: Given, organisation: string, more: object = {}) =>
  plan.did('record-decision', { organisation, decision: 'yes', ...more });
const entry = (plan: Given, organisation: string) =>
  entryFor(plan.plan, versionsOf(plan.plan).at(-1)?.key ?? '', organisation);
const steps = (plan: Given) =>
  ['RKL', 'HOGSBY'].map((organisation) => [organisation, stepOf(entry(plan, organisation))]);
const anchor = (plan: Given, name: string) => vocabulary.anchors.get(name)?.(plan.plan);

describe('adoption', () => {
  it('opens only when a version is submitted and locked', () => {
    expect(parties().refused('record-decision', { organisation: 'RKL', decision: 'yes' })).toMatchObject([
      { code: 'nothing-to-decide', missing: [{ verb: 'submit-version' }] },
    ]);
    expect(parties().open('prepare-decision')).toBe(false);
    expect(submitted().open('prepare-decision')).toBe(true);
    expect(submit(given()).refused('prepare-decision', { organisation: 'RKL' })).toMatchObject([
      { code: 'nobody-decides' },
    ]);
  });

  it('INV-20 a joint plan is adopted only when every deciding party has said yes to the same version', () => {
    const one = yes(submitted(), 'RKL');
    expect(one.types).toEqual(['party-decision.recorded']);
    expect(one.missing('version-adopted')).toEqual(one.missing('adopted-by-all'));
    expect(one.missing('adopted-by-all')).toMatchObject([{ code: 'decision-waiting', by: { organisation: 'HOGSBY' } }]);
    const both = yes(one, 'HOGSBY');
    expect(both.types).toEqual(['party-decision.recorded', 'plan.adopted']);
    expect(both.missing('adopted-by-all')).toEqual([]);
    expect(versionsOf(both.plan)).toMatchObject([{ status: 'adopted', label: '0.1', adopted: { label: '1.0' } }]);
    expect(both.refused('record-decision', { organisation: 'RKL', decision: 'no' })).toMatchObject([
      { code: 'nothing-to-decide' },
    ]);
  });

  it('INV-20 a yes to a version that was sent back is no yes to the next', () => {
    const back = yes(submitted(), 'RKL').did('record-decision', {
      organisation: 'HOGSBY',
      decision: 'sent-back',
      comment: 'Oklar kostnad',
    });
    expect(back.types).toEqual(['party-decision.recorded', 'plan.returned-for-revision']);
    expect(JSON.stringify(back.last?.events)).not.toContain('Oklar');
    expect(back.missing('adopted-by-all')).toMatchObject([
      { code: 'version-sent-back', verb: 'submit-version', params: { organisation: 'HOGSBY', version: '0.1' } },
    ]);
    const next = yes(submit(back.did('write-section', { section: 'other', text: 'Kostnad' })), 'HOGSBY');
    expect(next.missing('adopted-by-all')).toMatchObject([
      { code: 'decision-waiting', params: { organisation: 'RKL' } },
    ]);
    expect(yes(next, 'RKL').types).toContain('plan.adopted');
  });

  it('a no opens the version for all: there is no half adoption', () => {
    const no = submitted().did('record-decision', { organisation: 'HOGSBY', decision: 'no' });
    expect(no.missing('version-submitted')).toHaveLength(1);
    expect(no.missing('adopted-by-all')).toMatchObject([{ code: 'version-refused' }]);
    expect(steps(no)).toEqual([
      ['RKL', 'waiting'],
      ['HOGSBY', 'no'],
    ]);
  });

  it('one yes each, which can be taken back until the last has come', () => {
    const one = yes(submitted(), 'RKL');
    expect(one.refused('record-decision', { organisation: 'RKL', decision: 'yes' })).toMatchObject([
      { code: 'party-has-said-yes' },
    ]);
    expect(one.refused('record-decision', { organisation: 'RKL', decision: 'deferred' })).toHaveLength(1);
    expect(one.refused('prepare-decision', { organisation: 'RKL' })).toMatchObject([{ code: 'party-has-said-yes' }]);
    const back = one.did('record-decision', { organisation: 'RKL', decision: 'sent-back' });
    expect(back.types).toContain('plan.returned-for-revision');
  });

  it('only a deciding party decides', () => {
    expect(submitted().refused('record-decision', { organisation: 'CIVIL', decision: 'yes' })).toMatchObject([
      { code: 'party-does-not-decide' },
    ]);
    expect(submitted().refused('record-decision', { organisation: 'SLU', decision: 'yes' })).toMatchObject([
      { code: 'unknown-record' },
    ]);
  });

  it('whether a party decides can be said anew, also while a version lies before the bodies', () => {
    const one = yes(submitted(), 'RKL').did('add-party', { organisation: 'HOGSBY', deciding: false });
    expect(one.types).toEqual(['party.deciding-changed']);
    expect(one.refused('record-decision', { organisation: 'HOGSBY', decision: 'yes' })).toMatchObject([
      { code: 'party-does-not-decide' },
    ]);
    expect(one.missing('version-adopted')).toMatchObject([{ code: 'adoption-not-recorded' }]);
    expect(yes(one, 'RKL').types).toContain('plan.adopted');
    const back = one.did('add-party', { organisation: 'HOGSBY', deciding: true });
    expect(yes(back, 'HOGSBY').types).toContain('plan.adopted');
  });

  it('a decision is for the deciding bodies, whoever answers for the stage; for others where the criterion says so', () => {
    const open = openTemplate();
    const board = { key: 'board', name: { sv: 'nämnden', en: 'the board' }, as: 'deciding-body' as const };
    const asking = (roles: typeof open.roles, by?: string[]) => {
      const criterion = { key: 'yes', kind: 'version-adopted', name: open.name, ...(by ? { by } : {}) };
      const stages = open.stages.map((stage) => ({ ...stage, criteria: [criterion] }));
      const plan = submit(given({ ...open, roles, stages }).did('add-party', { organisation: 'RKL' }));
      return plan.refused('advance')[0]?.missing?.[0];
    };
    const rkl = { organisation: 'RKL' };
    expect(asking([...open.roles, board])).toMatchObject({
      by: { ...rkl, roles: ['board'] },
      who: { sv: 'nämnden hos RKL', en: 'the board of RKL' },
    });
    expect(asking(open.roles)).toMatchObject({
      by: { ...rkl, roles: ['deciding-body'] },
      who: { en: 'deciding body of RKL' },
    });
    expect(asking([...open.roles, board], ['process-leader'])).toMatchObject({ by: { roles: ['process-leader'] } });
  });

  it('says of each body how far it has come', () => {
    const plan = submitted()
      .did('prepare-decision', { organisation: 'RKL', body: 'regionstyrelsen', meetingOn: '2026-03-10' })
      .did('record-decision', { organisation: 'HOGSBY', decision: 'deferred', newMeetingOn: '2026-04-07' });
    expect(plan.missing('adopted-by-all')).toEqual([
      {
        code: 'decision-prepared-to',
        verb: 'record-decision',
        by: { organisation: 'RKL' },
        params: { organisation: 'RKL', day: '2026-03-10' },
      },
      {
        code: 'decision-deferred-to',
        verb: 'record-decision',
        by: { organisation: 'HOGSBY' },
        params: { organisation: 'HOGSBY', day: '2026-04-07' },
      },
    ]);
    expect(anchor(plan, 'decision-meeting')).toMatchObject([{ at: '2026-03-10' }, { at: '2026-04-07' }]);
    expect(anchor(plan, 'decision-deferred')).toMatchObject([{ record: 'decision-2' }]);
    const decided = yes(yes(plan, 'RKL'), 'HOGSBY');
    expect(decided.types).toContain('plan.adopted');
    expect(entry(decided, 'RKL')).toMatchObject({ key: 'decision-1', body: 'regionstyrelsen' });
    expect(anchor(decided, 'decision-meeting')).toEqual([]);
  });

  it('INV-24 the plan was adopted when the last said yes, as precisely as all of them tell it', () => {
    const adoptedOn = (first: string, second: string) =>
      versionsOf(yes(yes(submitted(), 'RKL', { decidedOn: first }), 'HOGSBY', { decidedOn: second }).plan)[0]?.adopted
        ?.on;
    expect(adoptedOn('2025-11-03', '2025-10-28')).toBe('2025-11-03');
    expect(adoptedOn('2025', '2025-10-28')).toBe('2025');
    expect(adoptedOn('2024', '2025-10-28')).toBe('2025-10-28');
    expect(
      submitted().refused('record-decision', { organisation: 'RKL', decision: 'yes', decidedOn: '2030-01-01' }),
    ).toMatchObject([{ code: 'lies-ahead', field: '/decidedOn' }]);
  });

  it('INV-26 an imported decision may lack everything but the yes, and no day is made up', () => {
    const silent = { imported: true, occurredAt: null };
    const plan = submitted()
      .did('record-decision', { organisation: 'RKL', decision: 'yes' }, silent)
      .did('record-decision', { organisation: 'HOGSBY', decision: 'yes' }, silent);
    expect(versionsOf(plan.plan)[0]?.adopted).toMatchObject({ label: '1.0', on: null });
    const final = plan.did('record-finality', { organisation: 'RKL', final: true }, silent);
    expect(entry(final, 'RKL')).toMatchObject({ final: { on: null }, imported: true });
    const announced = plan.did('announce-decision', { organisation: 'HOGSBY', on: '2022-02-01' }, silent);
    expect(announced.types).toEqual(['decision.announced']);
    expect(JSON.parse(JSON.stringify(announced.plan.facts))).toStrictEqual(announced.plan.facts);
  });

  it('when a party that was waited for leaves, a yes given again adopts', () => {
    const left = yes(submitted(), 'RKL').did('withdraw-party', { organisation: 'HOGSBY' });
    expect(left.missing('adopted-by-all')).toMatchObject([{ code: 'adoption-not-recorded' }]);
    expect(yes(left, 'RKL').types).toEqual(['party-decision.recorded', 'plan.adopted']);
  });

  it('INV-05 a restart keeps the ledger and asks the bodies again', () => {
    const plan = yes(yes(submitted(), 'RKL'), 'HOGSBY').did('restart', { reason: 'Det höll inte', to: 'begin' });
    const again = submit(plan);
    expect(steps(again)).toEqual([
      ['RKL', 'waiting'],
      ['HOGSBY', 'waiting'],
    ]);
    expect(yes(again, 'RKL').last?.events[0]?.data).toMatchObject({ entry: 'decision-3' });
    expect(yes(yes(again, 'RKL'), 'HOGSBY').last?.events[1]?.data).toMatchObject({ label: '2.0' });
  });

  it('says where in the body, and of which version, a decision cannot be', () => {
    const refused = (plan: Given, organisation: string, decision: string) =>
      plan.refused('record-decision', { organisation, decision });
    expect(refused(submitted(), 'SLU', 'yes')).toEqual([
      { code: 'unknown-record', field: '/organisation', params: { value: 'SLU' } },
    ]);
    expect(refused(submitted(), 'CIVIL', 'yes')).toEqual([
      { code: 'party-does-not-decide', field: '/organisation', params: { organisation: 'CIVIL' } },
    ]);
    expect(refused(yes(submitted(), 'RKL'), 'RKL', 'yes')).toEqual([
      { code: 'party-has-said-yes', field: '/organisation', params: { organisation: 'RKL', version: '0.1' } },
    ]);
    const no = yes(submitted(), 'RKL').did('record-decision', { organisation: 'RKL', decision: 'no', comment: 'Dyrt' });
    expect(no.last?.texts).toMatchObject([{ field: 'comment', text: 'Dyrt' }]);
    expect(no.last?.events[1]?.data).toEqual({
      version: 'version-1',
      label: '0.1',
      because: 'no',
      organisation: 'RKL',
    });
  });

  it('a party that was waited for has left: only a yes given again adopts', () => {
    const left = yes(submitted(), 'RKL').did('withdraw-party', { organisation: 'HOGSBY' });
    expect(left.refused('record-decision', { organisation: 'RKL', decision: 'deferred' })).toMatchObject([
      { code: 'party-has-said-yes' },
    ]);
  });

  it('what is prepared is no decision: nothing to adjust, and said again it stays one entry', () => {
    const prepared = submitted()
      .did('prepare-decision', { organisation: 'RKL', body: 'regionstyrelsen' })
      .did('prepare-decision', { organisation: 'RKL', meetingOn: '2026-03-10' });
    expect(entry(prepared, 'RKL')).toMatchObject({ body: 'regionstyrelsen', meetingOn: '2026-03-10' });
    expect(steps(prepared)).toEqual([
      ['RKL', 'prepared'],
      ['HOGSBY', 'waiting'],
    ]);
    expect(prepared.missing('adopted-by-all')?.map(({ code }) => code)).toEqual([
      'decision-prepared-to',
      'decision-waiting',
    ]);
    expect(anchor(prepared, 'decision-meeting')).toHaveLength(1);
    expect(prepared.open('record-adjusted-minutes')).toBe(false);
    const other = yes(prepared, 'HOGSBY');
    expect(anchor(other, 'appeal-period-ends')).toEqual([]);
    expect(anchor(other, 'decision-deferred')).toEqual([]);
    expect(other.refused('record-adjusted-minutes', { organisation: 'RKL' })).toMatchObject([
      { code: 'party-has-not-decided' },
    ]);
  });

  it('a version that nobody decides on waits for a party; one that was withdrawn is submitted again', () => {
    expect(submit(given()).missing('adopted-by-all')).toEqual([{ code: 'deciding-party-missing', verb: 'add-party' }]);
    const withdrawn = yes(submitted(), 'RKL').did('withdraw-version', { reason: 'Fel' });
    const again = [{ code: 'version-not-submitted', verb: 'submit-version' }];
    expect(withdrawn.missing('adopted-by-all')).toEqual(again);
    const back = submitted().did('record-decision', { organisation: 'RKL', decision: 'sent-back' });
    expect(back.missing('adopted-by-all')).toMatchObject([{ code: 'version-sent-back' }]);
    const second = submit(back);
    expect(anchor(second, 'decision-meeting')).toEqual([]);
    expect(second.did('withdraw-version', { reason: 'Fel' }).missing('adopted-by-all')).toEqual(again);
  });

  it('a meeting about an earlier version is awaited no more', () => {
    const first = submitted().did('prepare-decision', { organisation: 'RKL', meetingOn: '2026-03-10' });
    const second = submit(first.did('withdraw-version', { reason: 'Fel' }));
    expect(anchor(second, 'decision-meeting')).toEqual([]);
    const meeting = { organisation: 'RKL', meetingOn: '2026-05-12' };
    expect(anchor(second.did('prepare-decision', meeting), 'decision-meeting')).toMatchObject([{ at: '2026-05-12' }]);
  });
});
