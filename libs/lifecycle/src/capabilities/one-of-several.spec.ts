// A verb on one record leaves the others as they were, and keeps what it was told of that one.
import { given, type Given } from '../given.js';

const target = { value: 65, unit: 'percent', operator: 'at-least' };
const outcome = { value: 70, unit: 'percent', qualifier: 'exact' };
const rkl = { organisation: 'RKL' };

const two = () =>
  given()
    .did('add-party', rkl)
    .did('add-party', { organisation: 'HOGSBY' })
    .did('register-knowledge-item', { title: 'Studien', kind: 'study', code: 'K1' })
    .did('register-knowledge-item', { title: 'Rapporten', kind: 'report' })
    .did('plan-knowledge-activity', { title: 'Kursen' })
    .did('plan-knowledge-activity', { title: 'Dagen' })
    .did('plan-meeting', { title: 'Ett' })
    .did('plan-meeting', { title: 'Två' })
    .did('propose-potential', { title: 'Lots' })
    .did('propose-potential', { title: 'Samverkan' })
    .did('form-workgroup', { name: 'Ett', purpose: 'Driva', members: ['SLU'] })
    .did('form-workgroup', { name: 'Två', purpose: 'Stödja' })
    .did('add-activity', { title: 'Ett', code: 'AK1' })
    .did('add-activity', { title: 'Två' })
    .did('add-checklist-item', { title: 'Ett' })
    .did('add-checklist-item', { title: 'Två' })
    .did('set-target', { code: 'IND-1', name: 'Nöjda', target, population: 'Boende' })
    .did('set-target', { code: 'IND-2', name: 'Trygga', target });

const listed = (plan: Given, capability: string, list: string): object[] =>
  (plan.plan.facts[capability] as Record<string, object[]>)[list] ?? [];

describe('of two records', () => {
  it.each<[verb: string, body: object, capability: string, list: string, change: object]>([
    ['consent', rkl, 'parties', 'parties', { consent: 'given' }],
    ['mark-carried-out', { item: 'knowledge-item-1' }, 'knowledge', 'items', { code: 'K1', carriedOut: true }],
    ['confirm-anchoring', { item: 'knowledge-item-1', ...rkl }, 'knowledge', 'items', { anchoredIn: ['RKL'] }],
    [
      'hold-knowledge-activity',
      { activity: 'knowledge-activity-1', code: 'KA1' },
      'knowledge-activities',
      'activities',
      { status: 'held', code: 'KA1' },
    ],
    ['cancel-meeting', { meeting: 'meeting-1' }, 'meetings', 'meetings', { status: 'cancelled' }],
    [
      'hold-meeting',
      { meeting: 'meeting-1', represented: ['RKL'], attendance: outcome },
      'meetings',
      'meetings',
      { status: 'held', represented: ['RKL'], attendance: outcome },
    ],
    ['withdraw-potential', { potential: 'potential-1' }, 'potentials', 'potentials', { withdrawn: true }],
    ['appoint-deputy', { workgroup: 'workgroup-1', deputy: rkl }, 'workgroups', 'workgroups', { deputy: rkl }],
    ['add-member', { workgroup: 'workgroup-1', ...rkl }, 'workgroups', 'workgroups', { members: ['SLU', 'RKL'] }],
    ['dissolve-workgroup', { workgroup: 'workgroup-1' }, 'workgroups', 'workgroups', { dissolved: true }],
    ['start-activity', { activity: 'activity-1' }, 'activities', 'activities', { code: 'AK1', status: 'ongoing' }],
    ['reschedule-activity', { activity: 'activity-1', due: '2026' }, 'activities', 'activities', { due: '2026' }],
    [
      'set-target',
      { code: 'IND-1', name: 'Nöjdare', target },
      'indicators',
      'indicators',
      { name: 'Nöjdare', population: 'Boende' },
    ],
    [
      'measure-indicator',
      { indicator: 'IND-1', outcome, asked: 'Boende' },
      'indicators',
      'indicators',
      { measurements: [{ outcome, asked: 'Boende', conditionsMet: [] }], assessed: { assessment: 'met' } },
    ],
  ])('%s of the first leaves the second as it was', (verb, body, capability, list, change) => {
    const after = two().did(verb, body);
    expect(listed(after, capability, list)[0]).toMatchObject(change);
    expect(listed(after, capability, list).slice(1)).toEqual(listed(two(), capability, list).slice(1));
    expect(listed(after, capability, list)[1]).not.toMatchObject(change);
  });

  it('what was not told is not kept: no code, no population, no attendance', () => {
    const held = two()
      .did('hold-meeting', { meeting: 'meeting-2' })
      .did('hold-knowledge-activity', { activity: 'knowledge-activity-2' })
      .did('measure-indicator', { indicator: 'IND-2', outcome });
    expect(listed(held, 'meetings', 'meetings')[1]).not.toHaveProperty('attendance');
    expect(listed(held, 'knowledge-activities', 'activities')[1]).not.toHaveProperty('code');
    expect(listed(held, 'knowledge', 'items')[1]).not.toHaveProperty('code');
    expect(listed(held, 'activities', 'activities')[1]).not.toHaveProperty('code');
    const [indicator] = listed(held, 'indicators', 'indicators').slice(1) as { measurements: object[] }[];
    expect(indicator).not.toHaveProperty('population');
    expect(indicator?.measurements[0]).not.toHaveProperty('asked');
  });

  it('each choice keeps its own rationale, by its theme and its decision', () => {
    const chosen = (first: string, second: string) => ({
      chosen: [
        { title: 'Lots', rationale: first },
        { title: 'Skola', rationale: second },
      ],
      parkedBecause: 'Sen',
    });
    const twice = two().did('choose-direction', chosen('Ett', 'Två')).did('choose-direction', chosen('Tre', 'Fyra'));
    const rationales = (listed(twice, 'direction', 'decisions') as { themes: { rationale: string }[] }[]).map(
      ({ themes }) => themes.map(({ rationale }) => rationale),
    );
    expect(new Set(rationales.flat()).size).toBe(4);
    expect(twice.last?.texts.map(({ key, text }) => [key, text])).toEqual([
      [expect.any(String), 'Sen'],
      [rationales[1]?.[0], 'Tre'],
      [rationales[1]?.[1], 'Fyra'],
    ]);
  });

  it('a choice without problem or goal picture leaves those that were written', () => {
    const direction = (body: object) => ({
      chosen: [{ title: 'Lots', rationale: 'Ja' }],
      parkedBecause: 'Sen',
      ...body,
    });
    const written = two().did('choose-direction', direction({ problem: 'Ensamhet', goalPicture: 'Sammanhang' }));
    const again = written.did('choose-direction', direction({}));
    const of = ({ plan }: Given) => {
      const { problem, goalPicture } = plan.facts['direction'] as { problem?: object; goalPicture?: object };
      return { problem, goalPicture };
    };
    expect(of(again)).toEqual(of(written));
    expect(again.missing('problem-formulated')).toEqual([]);
  });
});
