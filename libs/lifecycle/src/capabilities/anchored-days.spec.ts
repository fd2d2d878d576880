// The days that reminders hang on: live ones count, those that history brought in are marked as such (INV-26).
import { vocabulary } from '../engine.js';
import { given, type Given } from '../given.js';

type Step = [verb: string, body: object];

const target = { value: 65, unit: 'percent', operator: 'at-least' };
const party: Step = ['add-party', { organisation: 'RKL' }];
const version: Step = ['submit-version', {}];
const potential: Step = ['propose-potential', { title: 'Lots' }];
const parked = [{ potential: 'potential-1', because: 'Sen', lookAgainOn: '2026-08-01' }];

const cases: [anchor: string, steps: Step[], record: string, at?: string][] = [
  ['mandate-recorded', [['record-mandate', { purpose: 'Motverka ensamhet' }]], 'mandate-1'],
  ['knowledge-activity-held', [['hold-knowledge-activity', { title: 'Kursen' }]], 'knowledge-activity-1'],
  [
    'knowledge-activity-held',
    [
      ['plan-knowledge-activity', { title: 'Kursen' }],
      ['hold-knowledge-activity', { activity: 'knowledge-activity-1' }],
    ],
    'knowledge-activity-1',
  ],
  ['meeting-planned', [['plan-meeting', { title: 'Kick off', on: '2026-03-01' }]], 'meeting-1', '2026-03-01'],
  ['meeting-held', [['hold-meeting', { title: 'Kick off' }]], 'meeting-1'],
  [
    'potential-parked',
    [potential, ['choose-direction', { chosen: [{ title: 'Annat', rationale: 'Ja' }], parked }]],
    'potential-1',
    '2026-08-01',
  ],
  ['workgroup-formed', [['form-workgroup', { name: 'Lotsgruppen', purpose: 'Driva' }]], 'workgroup-1'],
  [
    'milestone',
    [['plan-process', { milestones: [{ title: 'Start', on: '2026-04-01' }] }]],
    'milestone-1',
    '2026-04-01',
  ],
  [
    'decision-meeting',
    [party, version, ['prepare-decision', { organisation: 'RKL', meetingOn: '2026-05-01' }]],
    'decision-1',
    '2026-05-01',
  ],
  [
    'decision-deferred',
    [party, version, ['record-decision', { organisation: 'RKL', decision: 'deferred', decidedOn: '2026-01-10' }]],
    'decision-1',
    '2026-01-10',
  ],
  ['activity-due', [['add-activity', { title: 'Rutinen', due: '2026-06-01' }]], 'activity-1', '2026-06-01'],
  ['indicator-set', [['set-target', { code: 'IND-1', name: 'Nöjda', target }]], 'IND-1'],
];

/** What cannot be done live without more is told as history. */
function after(steps: Step[], imported: boolean): Given {
  return steps.reduce(
    (plan, [verb, body]) => plan.did(verb, body, { imported: imported || verb === 'submit-version' }),
    given(),
  );
}

describe('the days that reminders hang on', () => {
  // As one value: to a function that takes more than the row holds jest hands its own `done`.
  it.each(cases.map((one) => ({ name: one[0], one })))('$name, live and imported', ({ one }) => {
    const [name, steps, record, told] = one;
    for (const imported of [false, true]) {
      const plan = after(steps, imported);
      const at = told ?? plan.last?.events[0]?.occurredAt;
      expect(vocabulary.anchors.get(name)?.(plan.plan)).toMatchObject([{ record, at, imported }]);
    }
  });

  it('what was never said to be looked at again, or was withdrawn, has no day', () => {
    const choose = (one: object) => [
      potential,
      [
        'choose-direction',
        { chosen: [{ title: 'Annat', rationale: 'Ja' }], parked: [{ ...parked[0], ...one }] },
      ] as Step,
    ];
    const [{ lookAgainOn: _, ...never }] = parked as [{ potential: string; because: string; lookAgainOn: string }];
    const silent = after(
      [potential, ['choose-direction', { chosen: [{ title: 'Annat', rationale: 'Ja' }], parked: [never] }]],
      false,
    );
    expect(vocabulary.anchors.get('potential-parked')?.(silent.plan)).toEqual([]);
    const gone = after(choose({}), false).did('withdraw-potential', { potential: 'potential-1' });
    expect(vocabulary.anchors.get('potential-parked')?.(gone.plan)).toEqual([]);
  });

  it('a plan without a process has no milestones; one that was held is planned no more', () => {
    expect(vocabulary.anchors.get('milestone')?.(given().plan)).toEqual([]);
    const held = given().did('plan-meeting', { title: 'Kick off' }).did('hold-meeting');
    expect(vocabulary.anchors.get('meeting-planned')?.(held.plan)).toEqual([]);
    const planned = given().did('plan-meeting', { title: 'Kick off' });
    expect(vocabulary.anchors.get('meeting-held')?.(planned.plan)).toEqual([]);
  });
});
