import { given, openTemplate, type Given } from './given.js';
import { holdingsOf } from './capabilities/roles/facts.js';
import { ANNA, BO, CILLA, leads, withRoles } from './capabilities/roles/given-roles.js';
import { handOverPack } from './hand-over-pack.js';

const label = { sv: 'x', en: 'x' };
const template = openTemplate({
  roles: withRoles.roles,
  stages: openTemplate().stages.map((stage) =>
    stage.key === 'begin'
      ? {
          ...stage,
          criteria: [
            { key: 'mandate', kind: 'mandate-recorded', name: label },
            { key: 'area', kind: 'area-registered', name: label, by: ['chair'] },
          ],
          reminders: [
            { key: 'write', when: { entered: 'P7D' }, to: ['process-leader'] },
            { key: 'chairing', when: { entered: 'P7D' }, to: ['chair'] },
          ],
        }
      : stage,
  ),
});

function packOf(plan: Given) {
  const [holding] = holdingsOf(plan.plan);
  if (!holding) throw new Error('nobody has a role');
  return handOverPack(plan.plan, template, holding, '2026-02-01T08:00:00.000Z', plan.events);
}

it('INV-44 a hand-over is a pack: duties, decisions, contacts, and why things are as they are', () => {
  const plan = given(template)
    .did('assign-role', { ...leads, deputy: CILLA })
    .did('assign-role', { ...leads, role: 'chair', person: BO, organisation: 'HOGSBY' })
    .did('add-activity', { title: 'Lots', owner: { organisation: 'RKL', role: 'process-leader' } })
    .did('choose-direction', { chosen: [{ title: 'Hälsa', rationale: 'Störst behov' }] })
    .did('add-party', { organisation: 'RKL' })
    .did('submit-version', {}, { imported: true })
    .did('record-decision', { organisation: 'RKL', decision: 'deferred', decidedOn: '2026-01-10' })
    .did('pause', { reason: 'Valet' })
    .did('resume')
    .did('start-hand-over', { holding: 'holding-1', to: BO, why: 'Kommunen ville vänta', contacts: 'Biblioteket' });
  const pack = packOf(plan);
  expect(pack.duties.map(({ rule, dueOn, overdue }) => ({ rule, dueOn, overdue }))).toEqual([
    { rule: 'write', dueOn: '2026-01-19', overdue: true },
  ]);
  expect(pack.openCriteria.map(({ key }) => key)).toEqual(['mandate']);
  expect(pack.has).toEqual([{ record: 'activity-1', as: 'owner', title: 'Lots' }]);
  expect(pack.decisions).toEqual([
    { what: 'direction', record: 'direction-1', at: expect.any(String) },
    { what: 'adoption', record: 'decision-1', at: '2026-01-10', organisation: 'RKL', decision: 'deferred' },
  ]);
  expect(pack.contacts).toEqual([
    { role: 'process-leader', organisation: 'RKL', person: CILLA, as: 'deputy' },
    { role: 'chair', organisation: 'HOGSBY', person: BO, as: 'holder' },
  ]);
  expect(pack.reasons).toMatchObject([{ type: 'plan.paused', textKey: expect.stringMatching(/^text-/) }]);
  expect(pack.handOver).toMatchObject({ to: BO, whyText: expect.any(String), contactsText: expect.any(String) });
});

it('of a role that owes nothing it is empty, and without the history it tells no reasons', () => {
  const plan = given(template).did('assign-role', { ...leads, role: 'member', person: ANNA });
  const [holding] = holdingsOf(plan.plan);
  const pack = holding && handOverPack(plan.plan, template, holding, '2026-02-01T08:00:00.000Z');
  expect(pack).toMatchObject({
    duties: [],
    openCriteria: [],
    has: [],
    decisions: [],
    contacts: [],
    reasons: [],
    handOver: null,
  });
});
