// Parameters of criteria, checked as a template is: what fits and what does not, for each.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { vocabulary } from '../engine.js';
import { flag, howMany, parameters, someOf } from './parameters.js';

const ajv = new Ajv2020();

/** Whether a template may give the criterion these parameters. */
const fits = (kind: string, given: unknown) => ajv.validate(vocabulary.criteria.get(kind)?.with ?? {}, given);

describe('parameters of a criterion', () => {
  const schema = parameters({
    min: howMany('How many.'),
    each: flag('Whether each.'),
    kinds: someOf(['one', 'two'], 'Which.'),
  });

  it.each([
    {},
    { min: 1 },
    { min: 12, each: true },
    { each: false },
    { kinds: ['one'] },
    { kinds: ['two', 'one'] },
    { min: 2, each: true, kinds: ['one'] },
  ])('%j may be told', (given) => {
    expect(ajv.validate(schema, given)).toBe(true);
  });

  it.each([
    null,
    'min',
    { minimum: 1 },
    { min: 0 },
    { min: 1.5 },
    { min: '1' },
    { each: 'yes' },
    { each: 1 },
    { kinds: 'one' },
    { kinds: [] },
    { kinds: ['one', 'one'] },
    { kinds: ['three'] },
  ])('%j is a fault', (given) => {
    expect(ajv.validate(schema, given)).toBe(false);
  });

  it('each says what it is for', () => {
    expect(schema['properties']).toMatchObject({
      min: { description: 'How many.' },
      each: { description: 'Whether each.' },
      kinds: { description: 'Which.' },
    });
  });
});

describe('what a template may tell the criteria', () => {
  const title = 'a'.repeat(200);
  const items = [title, { sv: 'Budget', en: 'Budget' }];

  it.each<[string, object[], object[]]>([
    ['activities-listed', [{ orLater: true }], [{ orLater: 'true' }, { later: true }]],
    ['area-registered', [{ min: 3 }], [{ min: 0 }, { max: 1 }]],
    ['checklist-done', [{ items }, { items: [title] }], [{ items: [] }, { items: 'Avtal' }, { list: items }]],
    ['checklist-done', [{ items: [{ sv: title, en: title }] }], [{ items: [title, title] }, { items: [''] }]],
    ['checklist-done', [], [{ items: [`${title}a`] }, { items: [{ sv: 'Avtal' }] }, { items: [{ en: 'Contract' }] }]],
    [
      'checklist-done',
      [],
      [{ items: [{ sv: 'Avtal', en: '' }] }, { items: [{ sv: 'Avtal', en: 'Contract', fi: '' }] }],
    ],
    ['direction-chosen', [{ min: 2, cap: 4 }], [{ cap: 0 }, { min: 0 }, { themes: 1 }]],
    ['indicators-set', [{ min: 2 }], [{ min: -1 }]],
    ['inventory-complete', [{ groups: ['civil-society', 'region'] }], [{ groups: ['church'] }, { groups: [] }]],
    ['knowledge-registered', [{ min: 2, kinds: ['study'] }], [{ min: 0 }, { kinds: ['novel'] }]],
    ['analyses-anchored', [{ min: 2, kinds: ['report'] }], [{ min: 0 }, { kinds: ['novel'] }]],
    ['knowledge-cited', [{ min: 2 }], [{ min: 0 }]],
    ['lessons-recorded', [{ min: 2, thisStage: true }], [{ min: 0 }, { thisStage: 1 }]],
    ['mandate-recorded', [{ fields: ['goal', 'accountable'] }], [{ fields: ['title'] }, { fields: [] }]],
    ['meeting-held', [{ min: 2 }], [{ min: 0 }]],
    ['ownership-named', [{ accepted: false }], [{ accepted: 'no' }]],
    ['ownership-transferred', [{ min: 2 }], [{ min: 0 }, { accepted: true }]],
    ['solution-in-use', [{ regularOperations: true }], [{ regularOperations: 1 }, { min: 1 }]],
    ['insights-recorded', [{ min: 2, from: ['users', 'officers'] }], [{ min: 0 }, { from: ['press'] }, { from: [] }]],
    ['problem-agreed', [{ targetGroup: true }], [{ targetGroup: 'yes' }, { min: 1 }]],
    ['ideas-proposed', [{ min: 3 }], [{ min: 0 }]],
    ['existing-solutions-looked-at', [{ min: 2 }], [{ min: 0 }]],
    ['methods-used', [{ min: 2 }], [{ min: 0 }]],
    ['method-cards-added', [{ min: 2 }], [{ min: 0 }]],
    ['parties-consented', [{ min: 2 }], [{ min: 0 }]],
    ['potentials-proposed', [{ min: 2 }], [{ min: 0 }]],
    ['sections-written', [{ sections: ['purpose'] }], [{ sections: ['preface'] }, { sections: [] }]],
    ['steering-group-formed', [{ chair: false, deputy: true, partyMembers: true }], [{ chair: 1 }, { deputy: 1 }]],
    ['steering-group-formed', [{ mandate: true, rhythm: true, handOver: true }], [{ mandate: 1 }, { rhythm: 1 }]],
    ['steering-group-formed', [], [{ partyMembers: 1 }, { handOver: 1 }, { lead: true }]],
    ['workgroups-formed', [{ perTheme: true, lead: false, deputy: true }], [{ perTheme: 1 }, { lead: 1 }]],
    ['workgroups-formed', [{ partyMembers: true, timeSetAside: true }], [{ deputy: 1 }, { chair: true }]],
    ['workgroups-formed', [], [{ partyMembers: 1 }, { timeSetAside: 1 }]],
  ])('%s', (kind, good, bad) => {
    expect([{}, ...good].filter((given) => !fits(kind, given))).toEqual([]);
    expect(bad.filter((given) => fits(kind, given))).toEqual([]);
  });

  const inner = [{ kind: 'meeting-held' }, { kind: 'area-registered', with: { min: 2 } }];

  it.each<[string, object[], object[]]>([
    ['any-of', [{ criteria: inner }], [{}, { criteria: inner.slice(1) }, { criteria: 'meeting-held' }]],
    ['any-of', [], [{ criteria: inner, min: 1 }, { criteria: [...inner, {}] }, { criteria: [...inner, { kind: 1 }] }]],
    [
      'any-of',
      [],
      [{ criteria: [...inner, { kind: 'meeting-held', with: 1 }] }, { criteria: Array(21).fill(inner[0]) }],
    ],
    ['any-of', [], [{ criteria: [...inner, { kind: 'meeting-held', by: [] }] }]],
    ['plans-ended', [{}, { min: 1 }, { min: 1000 }], [{ min: 0 }, { min: 1001 }, { min: 1.5 }, { max: 1 }]],
    ['plans-in-stage', [{ stage: 'one' }, { stage: 'one', min: 2 }], [{}, { stage: 1 }, { stage: 'one', min: 0 }]],
    ['plans-in-stage', [], [{ stage: 'one', by: 'two' }]],
    [
      'day-reached',
      [{ anchor: 'day' }, { anchor: 'day', before: 'P1Y2M3W4D' }],
      [{}, { anchor: 1 }, { before: 'P1D' }],
    ],
    [
      'day-reached',
      [{ anchor: 'day', after: 'P10D' }],
      [
        { anchor: 'day', after: '10D' },
        { anchor: 'day', after: 'P0D' },
      ],
    ],
    [
      'day-reached',
      [],
      [
        { anchor: 'day', before: 'P1D', after: 'P1D' },
        { anchor: 'day', before: 1 },
        { anchor: 'day', on: 1 },
      ],
    ],
  ])('%s, which the engine brings', (kind, good, bad) => {
    expect(good.filter((given) => !fits(kind, given))).toEqual([]);
    expect(bad.filter((given) => fits(kind, given))).toEqual([]);
  });
});
