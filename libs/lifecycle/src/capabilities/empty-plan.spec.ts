// A plan in which nothing has been recorded: what the verbs of each capability say, and what its criteria miss.
import { moves, vocabulary } from '../engine.js';
import { given } from '../given.js';

function reasonsAgainst(verb: string) {
  const empty = given();
  return moves(empty.plan, empty.setting()).find((move) => move.verb === verb)?.reasons;
}

describe('in a plan where nothing has been recorded', () => {
  it.each([
    ['consent', 'no-parties'],
    ['decline-consent', 'no-parties'],
    ['withdraw-party', 'no-parties'],
    ['link-area', 'no-areas'],
    ['unlink-area', 'no-area-links'],
    ['mark-carried-out', 'no-knowledge-items'],
    ['cite', 'no-knowledge-items'],
    ['reschedule-meeting', 'no-planned-meeting'],
    ['cancel-meeting', 'no-planned-meeting'],
    ['record-notes', 'no-held-meeting'],
    ['withdraw-potential', 'no-potentials'],
    ['look-again', 'nothing-parked'],
    ['appoint-lead', 'no-workgroups'],
    ['appoint-deputy', 'no-workgroups'],
    ['add-member', 'no-workgroups'],
    ['set-time-aside', 'no-workgroups'],
    ['sign-role-agreement', 'no-workgroups'],
    ['dissolve-workgroup', 'no-workgroups'],
    ['withdraw-version', 'no-submitted-version'],
    ['revise-version', 'nothing-to-revise'],
    ['set-document-dates', 'no-versions'],
    ['set-registry-number', 'no-versions'],
    ['record-adjusted-minutes', 'no-open-decision'],
    ['announce-decision', 'no-adjusted-minutes'],
    ['set-appeal-period', 'nothing-announced'],
    ['record-finality', 'no-open-decision'],
    ['change-steering-group', 'no-steering-group'],
    ['receive-hand-over', 'no-steering-group'],
    ['start-activity', 'no-planned-activity'],
    ['complete-activity', 'no-open-activity'],
    ['stop-activity', 'no-open-activity'],
    ['hand-over-activity', 'no-open-activity'],
    ['reschedule-activity', 'no-open-activity'],
    ['measure-indicator', 'no-indicators'],
    ['declare-not-measured', 'no-indicators'],
    ['tick-item', 'nothing-to-tick'],
    ['untick-item', 'nothing-ticked'],
  ])('%s is closed: %s', (verb, code) => {
    expect(reasonsAgainst(verb)).toEqual([{ code }]);
    expect(vocabulary.words.has(code)).toBe(true);
  });

  const noVersion = {
    code: 'nothing-to-decide',
    missing: [{ code: 'version-not-submitted', verb: 'submit-version' }],
  };
  const nobody = { code: 'nobody-decides', missing: [{ code: 'deciding-party-missing', verb: 'add-party' }] };

  it.each([
    ['confirm-anchoring', [{ code: 'no-parties' }, { code: 'no-knowledge-items' }]],
    ['prepare-decision', [noVersion, nobody]],
    ['record-decision', [noVersion, nobody]],
    [
      'submit-version',
      [
        { code: 'draft-empty', missing: [{ code: 'draft-text-missing', verb: 'write-section' }] },
        { code: 'draft-cites-nothing', missing: [{ code: 'draft-citation-missing', verb: 'cite' }] },
      ],
    ],
    [
      'form-steering-group',
      [{ code: 'steering-before-adoption', missing: [{ code: 'no-adopted-version', verb: 'record-decision' }] }],
    ],
  ])('%s is closed, and says what opens it', (verb, why) => {
    expect(reasonsAgainst(verb)).toEqual(why);
  });

  it.each([
    'add-party',
    'record-mandate',
    'register-area',
    'register-effort',
    'declare-none-found',
    'register-knowledge-item',
    'plan-meeting',
    'hold-meeting',
    'propose-potential',
    'choose-direction',
    'form-workgroup',
    'plan-process',
    'write-section',
    'set-responsible',
    'add-activity',
    'set-target',
    'record-lesson',
    'name-owner',
    'add-checklist-item',
    'write-log-entry',
    'declare-activities-later',
  ])('%s is open', (verb) => {
    expect(reasonsAgainst(verb)).toEqual([]);
  });

  const few = (code: string, verb: string, min = 1) => [{ code, verb, params: { min, have: 0 } }];

  it.each<[string, object[]]>([
    ['parties-consented', few('parties-too-few', 'add-party', 2)],
    ['area-registered', few('areas-too-few', 'register-area')],
    ['knowledge-registered', few('knowledge-too-little', 'register-knowledge-item')],
    ['knowledge-cited', few('citations-too-few', 'cite')],
    ['analyses-anchored', [{ code: 'no-parties', verb: 'add-party' }]],
    ['meeting-held', few('meetings-too-few', 'hold-meeting')],
    ['potentials-proposed', few('potentials-too-few', 'propose-potential')],
    ['direction-chosen', [{ code: 'direction-missing', verb: 'choose-direction' }]],
    [
      'problem-formulated',
      [
        { code: 'problem-missing', verb: 'choose-direction' },
        { code: 'goal-picture-missing', verb: 'choose-direction' },
      ],
    ],
    ['workgroups-formed', [{ code: 'workgroup-missing', verb: 'form-workgroup' }]],
    ['role-agreements-signed', [{ code: 'workgroup-missing', verb: 'form-workgroup' }]],
    ['process-planned', [{ code: 'process-missing', verb: 'plan-process' }]],
    [
      'sections-written',
      [
        { code: 'section-missing-purpose', verb: 'write-section' },
        { code: 'section-missing-goal', verb: 'write-section' },
      ],
    ],
    [
      'responsible-named',
      [
        { code: 'responsible-missing-revision', verb: 'set-responsible' },
        { code: 'responsible-missing-follow-up', verb: 'set-responsible' },
      ],
    ],
    ['version-submitted', [{ code: 'version-not-submitted', verb: 'submit-version' }]],
    ['version-adopted', [{ code: 'version-not-adopted', verb: 'record-decision' }]],
    ['adopted-by-all', [{ code: 'version-not-submitted', verb: 'submit-version' }]],
    ['decisions-final', [{ code: 'version-not-adopted', verb: 'record-decision' }]],
    ['steering-group-formed', [{ code: 'steering-group-missing', verb: 'form-steering-group' }]],
    ['activities-listed', [{ code: 'activities-missing', verb: 'add-activity' }]],
    ['indicators-set', few('indicators-too-few', 'set-target')],
    ['lessons-recorded', few('lessons-too-few', 'record-lesson')],
    ['ownership-named', [{ code: 'owner-missing', verb: 'name-owner' }]],
    ['checklist-done', [{ code: 'checklist-empty', verb: 'add-checklist-item' }]],
    ['log-entries', few('log-entries-too-few', 'write-log-entry')],
  ])('%s is not met', (kind, missing) => {
    expect(given().missing(kind)).toEqual(missing);
  });

  it.each([
    'inventory-sources-named',
    'knowledge-activity-counted',
    'parties-represented',
    'notes-recorded',
    'activities-settled',
    'indicators-measured',
    'lessons-from-parties',
  ])('%s asks only about what there is', (kind) => {
    expect(given().missing(kind)).toEqual([]);
  });
});
