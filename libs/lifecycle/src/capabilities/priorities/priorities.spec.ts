import { stands } from '../../engine/plan.js';
import { given, openTemplate, type Given } from '../../given.js';
import { howMany, parameters } from '../parameters.js';
import { everyPriority, prioritiesOf } from './facts.js';
import { priorities } from './index.js';

const hub = { what: 'Investeringsstöd till lanthandeln', organisation: 'RKL' };
const described = (kind = 'service') => given().did('publish-description', { kind });
const data = (then: Given) => then.last?.events[0]?.data;
const anchors = (then: Given) => priorities.anchors?.['priority-decided']?.(then.plan);

describe('priorities', () => {
  it('INV-51 a decision keeps the version of the description that was in force', () => {
    const first = described().did('decide-priority', hub, { occurredAt: '2026-01-10' });
    expect(first.types).toEqual(['priority.decided']);
    const leansOn = (descriptionVersion: number) => ({ description: 'service', descriptionVersion });
    expect(data(first)).toEqual({ priority: 'priority-1', ...hub, decidedOn: '2026-01-10', ...leansOn(1) });
    const second = first.did('publish-description', { kind: 'service' }).did('decide-priority', hub);
    expect(data(second)).toMatchObject({ priority: 'priority-2', ...leansOn(2) });
    expect(prioritiesOf(second.plan)).toMatchObject([leansOn(1), leansOn(2)]);
  });

  it('keeps who decided what and why; the rationale stays out of the event', () => {
    const body = { ...hub, granted: false, decidedOn: '2025-22', reference: '§ 14', registryNumber: 'RKL 2026/1' };
    const area = { code: 'SERVICE', title: 'Service nära', strategies: ['RUS-1'] };
    const decided = described('situation')
      .did('name-strategy', { code: 'RUS-1', title: 'Hållbara samhällen' })
      .did('set-priority-area', area)
      .did('decide-priority', { ...body, area: 'SERVICE', description: 'situation', rationale: 'Längst till butik.' });
    const kept = { ...body, area: 'SERVICE', description: 'situation', descriptionVersion: 1, rationaleText: 'text-1' };
    expect(data(decided)).toEqual({ priority: 'priority-1', ...kept });
    expect(decided.last?.texts).toMatchObject([{ field: 'rationale', text: 'Längst till butik.' }]);
    expect(everyPriority(decided.plan)).toEqual([
      { key: 'priority-1', ...kept, imported: false, stage: 'begin', attempt: 1, round: 1 },
    ]);
    expect(data(decided.did('decide-priority', { ...hub, description: 'situation', granted: true }))).toMatchObject({
      granted: true,
    });
  });

  it('c.3 a decision without ground is refused', () => {
    const missing = [{ code: 'description-missing-service', verb: 'publish-description', params: { kind: 'service' } }];
    expect(given().open('decide-priority')).toBe(false);
    expect(given().refused('decide-priority', hub)).toEqual([{ code: 'no-description-in-force', missing }]);
    const other = described('situation');
    expect(other.open('decide-priority')).toBe(true);
    expect(other.refused('decide-priority', hub)).toEqual([
      { code: 'no-description-in-force', field: '/description', missing },
    ]);
    expect(described().refused('decide-priority', { ...hub, description: 'situation' })).toMatchObject([
      { missing: [{ code: 'description-missing-situation', params: { kind: 'situation' } }] },
    ]);
  });

  it('a decision that is recorded late says which version it used', () => {
    const two = described().did('publish-description', { kind: 'service' });
    const late = two.did('decide-priority', { ...hub, descriptionVersion: 1 });
    expect(data(late)).toMatchObject({ description: 'service', descriptionVersion: 1 });
    expect(two.refused('decide-priority', { ...hub, descriptionVersion: 3 })).toEqual([
      { code: 'unknown-record', field: '/descriptionVersion', params: { value: '3' } },
    ]);
  });

  it('INV-26 imported history may be silent about the ground, and nothing is made up', () => {
    const past = { imported: true, occurredAt: null };
    const silent = given().did('decide-priority', hub, past);
    expect(data(silent)).toEqual({ priority: 'priority-1', ...hub, decidedOn: null });
    expect(everyPriority(silent.plan)).toMatchObject([{ imported: true }]);
    expect(data(described().did('decide-priority', hub, past))).not.toHaveProperty('description');
    expect(data(described().did('decide-priority', { ...hub, description: 'service' }, past))).toMatchObject({
      descriptionVersion: 1,
    });
    expect(data(described().did('decide-priority', { ...hub, descriptionVersion: 1 }, past))).toMatchObject({
      description: 'service',
    });
    expect(given().refused('decide-priority', { ...hub, description: 'service' }, past)).toMatchObject([
      { code: 'no-description-in-force', field: '/description' },
    ]);
  });

  it('INV-05 a decision leans on the description in force, also when an earlier attempt published it', () => {
    const again = described().did('decide-priority', hub).did('restart', { reason: 'Nytt läge' });
    expect(again.missing('priorities-decided')).toHaveLength(1);
    const decided = again.did('decide-priority', hub);
    expect(data(decided)).toMatchObject({ priority: 'priority-2', descriptionVersion: 1 });
    expect(prioritiesOf(decided.plan).map(({ key }) => key)).toEqual(['priority-2']);
    expect(everyPriority(decided.plan)).toHaveLength(2);
  });

  it('refuses an area that does not count and a day that lies ahead', () => {
    expect(described().refused('decide-priority', { ...hub, area: 'SERVICE' })).toEqual([
      { code: 'unknown-record', field: '/area', params: { value: 'SERVICE' } },
    ]);
    expect(described().refused('decide-priority', { ...hub, decidedOn: '2026-03' })).toEqual([
      { code: 'lies-ahead', field: '/decidedOn', params: { when: '2026-03' } },
    ]);
  });

  it('priorities-decided counts the decisions of now', () => {
    const one = described().did('decide-priority', hub);
    expect(described().missing('priorities-decided')).toEqual([
      { code: 'priorities-too-few', verb: 'decide-priority', params: { min: 1, have: 0 } },
    ]);
    expect(one.missing('priorities-decided')).toEqual([]);
    expect(one.missing('priorities-decided', { min: 2 })).toMatchObject([{ params: { min: 2, have: 1 } }]);
  });

  it('is reminded of by the day of the decision, in the stage where it was made', () => {
    const decided = described().did('decide-priority', { ...hub, decidedOn: '2025-12-01' });
    const made = { stage: 'begin', attempt: 1, round: 1 };
    expect(anchors(decided)).toEqual([
      { record: 'priority-1', at: '2025-12-01', imported: false, made: expect.objectContaining(made) },
    ]);
    expect(anchors(given())).toEqual([]);
  });

  it('gates the stage that asks for it', () => {
    const template = openTemplate();
    const criterion = { key: 'decided', kind: 'priorities-decided', name: template.name };
    const stages = template.stages.map((one) => (one.key === 'begin' ? { ...one, criteria: [criterion] } : one));
    const none = given({ ...template, stages }).did('publish-description', { kind: 'service' });
    expect(none.open('advance')).toBe(false);
    expect(none.did('decide-priority', hub).did('advance').plan.stage).toBe('finish');
  });

  it('the day of a decision of the next cycle belongs to that cycle', () => {
    const open = openTemplate();
    const stages = open.stages.map((one) => (one.key === 'finish' ? { ...one, cycle: { to: 'begin' } } : one));
    const one = given({ ...open, stages })
      .did('publish-description', { kind: 'service' })
      .did('decide-priority', hub);
    const two = one.did('advance').did('advance', { to: 'begin' }).did('decide-priority', hub);
    expect(anchors(two)?.map(({ made }) => made && stands(two.plan, made))).toEqual([false, true]);
    expect(data(two)).toMatchObject({ descriptionVersion: 1 });
  });

  it('an area is one that counts now, also where there are others', () => {
    const other = described()
      .did('name-strategy', { code: 'RUS-1', title: 'Hållbara samhällen' })
      .did('set-priority-area', { code: 'ARBETE', title: 'Arbete nära', strategies: ['RUS-1'] });
    expect(other.refused('decide-priority', { ...hub, area: 'SERVICE' })).toMatchObject([{ code: 'unknown-record' }]);
    expect(data(other.did('decide-priority', { ...hub, area: 'ARBETE' }))).toMatchObject({ area: 'ARBETE' });
  });

  it('says what supplies it, takes what it should, and has words for every code', () => {
    const { suppliedBy, with: taken } = priorities.criteria['priorities-decided'] ?? {};
    expect(suppliedBy).toEqual(['decide-priority']);
    expect(taken).toEqual(parameters({ min: howMany('How many decisions; 1 by default.') }));
    expect(Object.keys(priorities.words)).toEqual(['no-description-in-force', 'priorities-too-few']);
  });
});
