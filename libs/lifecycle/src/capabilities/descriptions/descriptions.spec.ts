import { given, openTemplate } from '../../given.js';
import { parameters, someOf } from '../parameters.js';
import { descriptionInForce, descriptionsOf, descriptionVersion } from './facts.js';
import { descriptions } from './index.js';

const service = { kind: 'service' };
const situation = { kind: 'situation' };

function published(plan: Parameters<typeof descriptionsOf>[0]) {
  return descriptions.anchors?.['description-published']?.(plan);
}

/** Two stages; what the first asks for is the criterion under test, and a case may be made out of it. */
function gated(kinds?: string[]) {
  const template = openTemplate();
  const asks = { key: 'described', kind: 'descriptions-published', name: template.name };
  const criterion = kinds ? { ...asks, with: { kinds } } : asks;
  const stages = template.stages.map((stage) => (stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage));
  return { ...template, stages };
}

describe('descriptions', () => {
  it('B55 a version is published, with its date and source; the summary stays out of the event', () => {
    const told = { title: 'Landsbygdens läge', on: '2025-12-31', source: 'SCB' };
    const one = given().did('publish-description', { ...situation, ...told, summary: 'Få bor kvar.' });
    expect(one.types).toEqual(['situation-description.published']);
    expect(one.last?.events[0]?.data).toEqual({
      description: 'description-1',
      kind: 'situation',
      version: 1,
      ...told,
      summaryText: 'text-1',
    });
    expect(one.last?.texts).toMatchObject([{ key: 'text-1', field: 'summary', text: 'Få bor kvar.' }]);
    expect(descriptionsOf(one.plan)).toEqual([
      {
        key: 'description-1',
        kind: 'situation',
        version: 1,
        ...told,
        summaryText: 'text-1',
        publishedAt: '2026-01-12T08:01:00.000Z',
        imported: false,
        stage: 'begin',
        attempt: 1,
        round: 1,
      },
    ]);
  });

  it('holds what was told and nothing else', () => {
    const bare = given().did('publish-description', service, { occurredAt: '2025', imported: true });
    expect(bare.last?.events[0]?.data).toEqual({ description: 'description-1', kind: 'service', version: 1 });
    expect(JSON.parse(JSON.stringify(bare.plan.facts['descriptions']))).toEqual(bare.plan.facts['descriptions']);
    expect(descriptionsOf(bare.plan)).toMatchObject([{ publishedAt: '2025', imported: true }]);
  });

  it('versions are counted for each kind', () => {
    const three = given()
      .did('publish-description', situation)
      .did('publish-description', service)
      .did('publish-description', situation);
    expect(descriptionsOf(three.plan).map(({ key, kind, version }) => [key, kind, version])).toEqual([
      ['description-1', 'situation', 1],
      ['description-2', 'service', 1],
      ['description-3', 'situation', 2],
    ]);
    expect(descriptionInForce(three.plan, 'situation')?.key).toBe('description-3');
    expect(descriptionInForce(three.plan, 'service')?.key).toBe('description-2');
    expect(descriptionVersion(three.plan, 'situation', 1)?.key).toBe('description-1');
    expect(descriptionVersion(three.plan, 'service', 2)).toBeUndefined();
  });

  it('both are asked for unless the template names one', () => {
    const none = given(gated());
    expect(none.missing('descriptions-published')).toEqual([
      { code: 'description-missing-situation', verb: 'publish-description', params: { kind: 'situation' } },
      { code: 'description-missing-service', verb: 'publish-description', params: { kind: 'service' } },
    ]);
    expect(none.open('advance')).toBe(false);
    const one = none.did('publish-description', service);
    expect(one.missing('descriptions-published')).toMatchObject([{ code: 'description-missing-situation' }]);
    expect(one.missing('descriptions-published', { kinds: ['service'] })).toEqual([]);
    expect(one.missing('descriptions-published', { kinds: ['situation'] })).toHaveLength(1);
    expect(one.did('publish-description', situation).did('advance').plan.stage).toBe('finish');
    expect(
      given(gated(['service']))
        .did('publish-description', service)
        .open('advance'),
    ).toBe(true);
  });

  it('every code that can be missing has words', () => {
    const codes = given()
      .missing('descriptions-published')
      ?.map((one) => one.code);
    expect(Object.keys(descriptions.words)).toEqual(codes);
  });

  it('INV-05 a new attempt asks for a new version; the old one is in force until then, and the count goes on', () => {
    const again = given(gated(['service']))
      .did('publish-description', service)
      .did('restart', { reason: 'Nya siffror' });
    expect(again.open('advance')).toBe(false);
    expect(descriptionInForce(again.plan, 'service')).toMatchObject({ version: 1 });
    const second = again.did('publish-description', service);
    expect(second.last?.events[0]?.data).toEqual({ description: 'description-2', kind: 'service', version: 2 });
    expect(second.open('advance')).toBe(true);
  });

  it('is reminded of by the version in force of each kind', () => {
    expect(published(given().plan)).toEqual([]);
    const two = given()
      .did('publish-description', service, { occurredAt: '2025-05-01' })
      .did('publish-description', service, { occurredAt: '2025-06-01' })
      .did('publish-description', situation, { occurredAt: '2025-22', imported: true });
    expect(published(two.plan)).toEqual([
      { record: 'description-3', at: '2025-22', imported: true },
      { record: 'description-2', at: '2025-06-01', imported: false },
    ]);
  });

  it('INV-25 the date of its facts may be imprecise, and never lies ahead', () => {
    const refused = given().refused('publish-description', { ...service, on: '2027' });
    expect(refused).toEqual([{ code: 'lies-ahead', field: '/on', params: { when: '2027' } }]);
    expect(given().did('publish-description', { ...service, on: '2026' }).types).toHaveLength(1);
  });

  it('a plan made out of this one leans on the versions in force; the texts stay where they are', () => {
    const both = given()
      .did('publish-description', { ...service, summary: 'Ett' })
      .did('publish-description', { ...service, summary: 'Två', title: 'Servicen' });
    const inherited = descriptions.inherit?.(descriptions.nothing, {}, both.plan);
    expect(inherited?.descriptions).toMatchObject([{ key: 'description-2', version: 2, title: 'Servicen' }]);
    expect(JSON.stringify(inherited)).not.toContain('text-');
  });

  it('says what supplies the criterion, and takes what it should', () => {
    const { suppliedBy, with: taken } = descriptions.criteria['descriptions-published'] ?? {};
    expect(suppliedBy).toEqual(['publish-description']);
    expect(taken).toEqual(
      parameters({
        kinds: someOf(
          ['situation', 'service'],
          'Which descriptions must have a version of this cycle; both by default.',
        ),
      }),
    );
  });
});
