import { given, openTemplate, type Given } from '../../given.js';
import { vocabulary } from '../../engine.js';
import { draftOf } from './document.js';
import { revisionBegun, versionsOf } from './status.js';

const written = () =>
  given()
    .did('register-knowledge-item', { title: 'Sociologisk studie', kind: 'study' })
    .did('cite', { item: 'knowledge-item-1' })
    .did('write-section', { section: 'purpose', text: 'Att motverka ensamhet.' })
    .did('write-section', { section: 'goal', code: 'H-G1', text: 'Att stärka individers förutsättningar.' });

const adopted = (plan: Given) => plan.did('record-decision', { organisation: 'RKL', decision: 'yes' });

const withParty = () => written().did('add-party', { organisation: 'RKL' });

const statuses = (plan: Given) =>
  versionsOf(plan.plan).map(({ label, adopted, status }) => [adopted?.label ?? label, status]);

describe('versions', () => {
  it('the text of a section is a row, and writing it again replaces the piece', () => {
    const plan = written().did('write-section', { section: 'goal', code: 'H-G1', text: 'Ett nytt mål.' });
    expect(JSON.stringify(plan.last?.events)).not.toContain('nytt');
    expect(plan.last?.texts).toMatchObject([{ key: 'text-3', field: 'words', text: 'Ett nytt mål.' }]);
    const more = plan.did('write-section', { section: 'goal', code: 'H-G2', text: 'Ökad upplevelse av sammanhang.' });
    const { pieces } = (more.plan.facts['versions'] as { draft: { pieces: object[] } }).draft;
    expect(pieces).toMatchObject([
      { section: 'purpose', text: 'text-1' },
      { section: 'goal', code: 'H-G1', text: 'text-3' },
      { section: 'goal', code: 'H-G2', text: 'text-4' },
    ]);
  });

  it('sections-written asks for purpose and goal, or for what the template says', () => {
    const plan = given().did('write-section', { section: 'purpose', text: 'Att motverka ensamhet.' });
    expect(plan.missing('sections-written')).toEqual([{ code: 'section-missing-goal', verb: 'write-section' }]);
    expect(plan.missing('sections-written', { sections: ['purpose'] })).toEqual([]);
    expect(plan.missing('sections-written', { sections: ['follow-up'] })).toMatchObject([
      { code: 'section-missing-follow-up' },
    ]);
  });

  it('responsible for revision and for follow-up are two fields (B102)', () => {
    const one = given().did('set-responsible', { revision: { organisation: 'HOGSBY', role: 'kommunstyrelsen' } });
    expect(one.missing('responsible-named')).toMatchObject([{ code: 'responsible-missing-follow-up' }]);
    const both = one.did('set-responsible', { followUp: { organisation: 'RKL' } });
    expect(both.missing('responsible-named')).toEqual([]);
    expect(given().refused('set-responsible')).toMatchObject([{ code: 'responsible-nobody' }]);
  });

  it('INV-18 a draft may not be submitted without a cited knowledge item', () => {
    const uncited = given().did('write-section', { section: 'purpose', text: 'Att motverka ensamhet.' });
    expect(uncited.refused('submit-version')).toMatchObject([
      { code: 'draft-cites-nothing', missing: [{ verb: 'cite' }] },
    ]);
    expect(given().refused('submit-version')).toMatchObject([{ code: 'draft-empty' }, { code: 'draft-cites-nothing' }]);
    expect(uncited.open('submit-version')).toBe(false);
    expect(written().open('submit-version')).toBe(true);
  });

  it('INV-26 imported history is submitted although the source is silent about knowledge and text', () => {
    const plan = given().did('submit-version', {}, { imported: true, occurredAt: null });
    expect(versionsOf(plan.plan)).toMatchObject([
      { label: '0.1', submittedOn: null, imported: true, status: 'submitted' },
    ]);
  });

  it('a submitted version is locked until it is withdrawn, and the numbers count up', () => {
    const submitted = written().did('submit-version');
    expect(submitted.types).toEqual(['plan-draft.submitted']);
    expect(submitted.missing('version-submitted')).toEqual([]);
    for (const verb of ['write-section', 'set-responsible', 'declare-activities-later', 'submit-version'])
      expect(submitted.refused(verb, { section: 'goal', text: 'x', revision: { organisation: 'RKL' } })).toMatchObject([
        { code: 'version-locked', params: { version: '0.1' }, missing: [{ verb: 'withdraw-version' }] },
      ]);
    const withdrawn = submitted.did('withdraw-version', { reason: 'Fel bilaga' });
    expect(withdrawn.missing('version-submitted')).toMatchObject([{ code: 'version-not-submitted' }]);
    expect(withdrawn.refused('withdraw-version', { reason: 'Igen' })).toMatchObject([{ code: 'no-submitted-version' }]);
    expect(statuses(withdrawn)).toEqual([['0.1', 'draft']]);
    expect(statuses(withdrawn.did('submit-version'))).toEqual([
      ['0.1', 'superseded'],
      ['0.2', 'submitted'],
    ]);
  });

  it('a submitted version keeps the text that it had', () => {
    const plan = written().did('submit-version').did('withdraw-version', { reason: 'Fel' });
    const later = plan.did('write-section', { section: 'purpose', text: 'Ett annat syfte.' }).did('submit-version');
    const texts = versionsOf(later.plan).map((version) => version.content.pieces.map((piece) => piece.text));
    expect(texts).toEqual([
      ['text-1', 'text-2'],
      ['text-4', 'text-2'],
    ]);
  });

  it('INV-23 an adopted version is frozen; a change is a new version and a new decision', () => {
    const one = adopted(withParty().did('submit-version'));
    expect(one.missing('version-adopted')).toEqual([]);
    expect(one.refused('write-section', { section: 'goal', text: 'x' })).toMatchObject([
      { code: 'version-frozen', params: { version: '1.0' }, missing: [{ verb: 'revise-version' }] },
    ]);
    expect(one.refused('submit-version')).toMatchObject([{ code: 'version-frozen' }]);
    const revised = one.did('revise-version', { reason: 'Nya behov' });
    expect(revised.refused('revise-version', { reason: 'x' })).toMatchObject([{ code: 'revision-already-begun' }]);
    const proposal = revised.did('write-section', { section: 'goal', text: 'Mer' }).did('submit-version');
    expect(statuses(proposal)).toEqual([
      ['1.0', 'adopted'],
      ['1.1', 'submitted'],
    ]);
    expect(statuses(adopted(proposal))).toEqual([
      ['1.0', 'superseded'],
      ['2.0', 'adopted'],
    ]);
  });

  it('INV-24 drawn up, adopted, valid from, valid to and revised are separate dates, each as precise as told', () => {
    const plan = adopted(withParty().did('submit-version', { drawnUp: '2025-24', validFrom: '2026-07-01' }));
    const dated = plan.did('set-document-dates', { version: 'version-1', validTo: '2028', revised: '2027-03' });
    const [version] = versionsOf(dated.plan);
    expect(version?.dates).toEqual({
      drawnUp: '2025-24',
      validFrom: '2026-07-01',
      validTo: '2028',
      revised: '2027-03',
    });
    expect(version?.adopted?.on).not.toBe(version?.dates.validFrom);
    expect(dated.refused('set-document-dates', { version: 'version-1', validTo: '2026-06-30' })).toMatchObject([
      { code: 'valid-to-before-from', field: '/validTo' },
    ]);
    expect(dated.refused('set-document-dates', { version: 'version-7' })).toMatchObject([{ code: 'unknown-record' }]);
    for (const date of ['drawnUp', 'validFrom', 'validTo', 'revised']) {
      const alone = written()
        .did('submit-version')
        .did('set-document-dates', { version: 'version-1', [date]: '2026' });
      expect(versionsOf(alone.plan)[0]?.dates).toEqual({ [date]: '2026' });
    }
  });

  it('a label of its own is kept, and no two versions share one (B103)', () => {
    const plan = withParty().did('submit-version', { label: '3.0' });
    expect(statuses(adopted(plan))).toEqual([['3.0', 'adopted']]);
    const again = adopted(plan).did('revise-version', { reason: 'Översyn' });
    expect(again.refused('submit-version', { label: '3.0' })).toMatchObject([{ code: 'version-label-taken' }]);
    expect(statuses(again.did('submit-version')).at(-1)).toEqual(['3.1', 'submitted']);
  });

  it('a registry number belongs to a version (B104)', () => {
    expect(given().refused('set-registry-number', { version: 'version-1', registryNumber: 'x' })).toMatchObject([
      { code: 'no-versions' },
    ]);
    const plan = written()
      .did('submit-version')
      .did('set-registry-number', { version: 'version-1', registryNumber: '2014/687-BaUN-019' });
    expect(versionsOf(plan.plan)[0]?.registryNumber).toBe('2014/687-BaUN-019');
  });

  it('INV-05 a restart sets the draft and its versions aside, and they stay readable', () => {
    const plan = adopted(withParty().did('submit-version')).did('restart', { reason: 'Idén höll inte', to: 'begin' });
    expect(plan.missing('version-adopted')).toMatchObject([{ code: 'version-not-adopted' }]);
    expect(plan.missing('sections-written')).toHaveLength(2);
    expect(statuses(plan)).toEqual([['1.0', 'superseded']]);
    const anew = plan
      .did('write-section', { section: 'goal', text: 'Nytt' })
      .did('submit-version', {}, { imported: true });
    expect(versionsOf(anew.plan).map((version) => version.content.pieces.length)).toEqual([2, 1]);
    expect(statuses(anew)).toEqual([
      ['1.0', 'superseded'],
      ['1.1', 'submitted'],
    ]);
  });

  it('INV-23 what lies before the bodies, or was adopted, is not rewritten by a correction', () => {
    const reason = 'Skrivfel';
    const plan = withParty();
    const event = plan.events.findLast(({ type }) => type === 'section.written')?.id;
    const body = { section: 'goal', code: 'H-G1', text: 'Ett helt annat mål.' };
    const rewrite = { event, verb: 'write-section', body, reason };
    expect(plan.did('correct', rewrite).types).toEqual(['step.corrected']);
    const submitted = plan.did('submit-version', { validTo: '2029-12-31' });
    const touched = [{ code: 'correction-touches-decided', field: '/event' }];
    expect(submitted.refused('correct', rewrite)).toEqual(touched);
    const sent = submitted.last?.events[0]?.id;
    const shorter = { event: sent, verb: 'submit-version', body: { validTo: '2027-02-28' }, reason };
    expect(submitted.refused('correct', shorter)).toEqual(touched);
    const yes = adopted(submitted);
    expect(yes.refused('correct', rewrite)).toEqual(touched);
    const decided = yes.last?.events[0]?.id;
    const said = (rest: object) => ({
      event: decided,
      verb: 'record-decision',
      body: { organisation: 'RKL', ...rest },
      reason,
    });
    expect(yes.did('correct', said({ decision: 'yes', reference: '§ 14', decidedOn: '2026-01-12' })).types).toEqual([
      'step.corrected',
    ]);
    expect(submitted.did('withdraw-version', { reason }).did('correct', rewrite).types).toEqual(['step.corrected']);
  });

  it('INV-23 a yes on what was adopted does not become a deferral', () => {
    const plan = withParty().did('add-party', { organisation: 'HOGSBY' }).did('submit-version');
    const first = adopted(plan);
    const event = first.last?.events[0]?.id;
    const deferred = {
      event,
      verb: 'record-decision',
      body: { organisation: 'RKL', decision: 'deferred' },
      reason: 'Fel',
    };
    expect(first.did('correct', deferred).types).toEqual(['step.corrected']);
    const both = first.did('record-decision', { organisation: 'HOGSBY', decision: 'yes' });
    expect(both.types).toContain('plan.adopted');
    expect(both.refused('correct', deferred)).toMatchObject([{ code: 'correction-touches-decided' }]);
  });

  it('in a new cycle the last adopted version is in force until the next is, but does not count as the next (seed 002)', () => {
    const open = openTemplate();
    const stages = open.stages.map((stage) => (stage.next.length > 0 ? stage : { ...stage, cycle: { to: 'begin' } }));
    const plan = given({ ...open, stages })
      .did('add-party', { organisation: 'RKL' })
      .did('submit-version', {}, { imported: true });
    const second = adopted(plan).did('advance').did('advance');
    expect(second.plan.cycle).toBe(2);
    expect(second.missing('version-adopted')).toEqual([
      { code: 'next-version-not-adopted', verb: 'record-decision', params: { version: '1.0' } },
    ]);
    expect(second.missing('decisions-final')).toEqual(second.missing('version-adopted'));
    expect(plan.missing('version-adopted')).toMatchObject([{ code: 'decision-waiting', verb: 'record-decision' }]);
    expect(statuses(second)).toEqual([['1.0', 'adopted']]);
    const next = second.did('submit-version', {}, { imported: true });
    expect(statuses(next)).toEqual([
      ['1.0', 'adopted'],
      ['1.1', 'submitted'],
    ]);
    expect(statuses(adopted(next))).toEqual([
      ['1.0', 'superseded'],
      ['2.0', 'adopted'],
    ]);
    expect(adopted(next).missing('version-adopted')).toEqual([]);
  });

  it('INV-05 a restart at the adoption lays the same version before the bodies again', () => {
    const open = openTemplate();
    const stages = open.stages.map((stage) => ({ ...stage, restart: true }));
    const submitted = given({ ...open, stages })
      .did('add-party', { organisation: 'RKL' })
      .did('submit-version', {}, { imported: true })
      .did('advance');
    const again = adopted(submitted).did('restart', { reason: 'Beslutet upphävdes', to: 'finish' });
    expect(statuses(again).map(([, status]) => status)).toEqual(['submitted']);
    expect(adopted(again).missing('version-adopted')).toEqual([]);
  });

  it('revision-begun holds from the revision of an adopted version until the next is adopted', () => {
    const missing = [{ code: 'revision-not-begun', verb: 'revise-version' }];
    const submitted = withParty().did('submit-version');
    expect(submitted.missing('revision-begun')).toEqual(missing);
    const one = adopted(submitted);
    expect(one.missing('revision-begun')).toEqual(missing);
    const revised = one.did('revise-version', { reason: 'Nya behov' });
    expect(revised.missing('revision-begun')).toEqual([]);
    expect(adopted(revised.did('submit-version')).missing('revision-begun')).toEqual(missing);
    expect(revised.did('restart', { reason: 'Nytt läge' }).missing('revision-begun')).toEqual(missing);
  });

  it('is reminded of by the day of submission, and by the end of what is in force', () => {
    const days = (plan: Given) =>
      ['version-submitted', 'version-valid-to'].map((name) => vocabulary.anchors.get(name)?.(plan.plan));
    const before = withParty().did('submit-version', { validTo: '2028-06-30' });
    const at = before.last?.events[0]?.occurredAt;
    expect(days(before)).toEqual([[{ record: 'version-1', at, imported: false }], []]);
    const first = adopted(before);
    expect(days(first)).toEqual([[], [{ record: 'version-1', at: '2028-06-30', imported: false }]]);
    const second = adopted(first.did('revise-version', { reason: 'Nytt' }).did('submit-version'));
    expect(days(second)).toEqual([[], [{ record: 'version-2', at: null, imported: false }]]);
    const history = given().did('submit-version', {}, { imported: true, occurredAt: '2021' });
    expect(days(history)).toEqual([[{ record: 'version-1', at: '2021', imported: true }], []]);
  });

  it.each([
    ['13.0', '13.0'],
    ['1.0', '1.0'],
    ['v1.0', '1.0'],
    ['1.00', '1.0'],
    ['0.0', '1.0'],
    ['01.0', '1.0'],
    ['2x.0', '1.0'],
    ['1.1', '1.0'],
  ])('proposed as %s it is adopted as %s', (label, as) => {
    expect(adopted(withParty().did('submit-version', { label })).last?.events[1]?.data).toMatchObject({
      version: 'version-1',
      label: as,
      proposal: label,
    });
  });

  it('no proposal takes the label of an adopted version', () => {
    const again = adopted(withParty().did('submit-version')).did('revise-version', { reason: 'Nytt' });
    for (const label of ['0.1', '1.0'])
      expect(again.refused('submit-version', { label })).toEqual([
        { code: 'version-label-taken', field: '/label', params: { version: label } },
      ]);
  });

  it.each([
    [{ validFrom: '2026-07-01', validTo: '2026-07-01' }],
    [{ validFrom: '2026-07-01', validTo: '2026-07-02' }],
    [{ validTo: '2020-01-01' }],
    [{ validFrom: '2026-07-01' }],
    [{ validFrom: '2026-07-01', validTo: '2026' }],
    [{ validFrom: '2027', validTo: '2026-07-01' }],
    [{ validFrom: '2027', validTo: '2026' }],
  ])('dates that cannot be said to be turned round are taken: %j', (dates) => {
    expect(versionsOf(written().did('submit-version', dates).plan)[0]?.dates).toEqual(dates);
  });

  it('what ends before it begins is refused, also when one of the two was told before', () => {
    const params = { validFrom: '2026-07-01', validTo: '2026-06-30' };
    const refused = [{ code: 'valid-to-before-from', field: '/validTo', params }];
    expect(written().refused('submit-version', params)).toEqual(refused);
    const from = written().did('submit-version', { validFrom: params.validFrom });
    expect(from.refused('set-document-dates', { version: 'version-1', validTo: params.validTo })).toEqual(refused);
  });

  it('says what opens the text again', () => {
    const submitted = withParty().did('submit-version', { registryNumber: '2026/1' });
    const locked = { code: 'version-locked', params: { version: '0.1' } };
    expect(submitted.refused('write-section', { section: 'goal', text: 'x' })).toEqual([
      { ...locked, missing: [{ code: 'withdraw-first', verb: 'withdraw-version' }] },
    ]);
    const withdrawn = submitted.did('withdraw-version', { reason: 'Fel bilaga' });
    expect(withdrawn.last).toMatchObject({
      events: [{ data: { version: 'version-1', label: '0.1' } }],
      texts: [{ field: 'reason', text: 'Fel bilaga' }],
    });
    const frozen = adopted(withdrawn.did('submit-version'));
    expect(frozen.refused('write-section', { section: 'goal', text: 'x' })).toEqual([
      {
        code: 'version-frozen',
        params: { version: '1.0' },
        missing: [{ code: 'revise-first', verb: 'revise-version' }],
      },
    ]);
    expect(frozen.did('revise-version', { reason: 'Nya behov' }).last).toMatchObject({
      events: [{ data: { version: 'version-2', label: '1.0' } }],
      texts: [{ field: 'reason', text: 'Nya behov' }],
    });
  });

  it('a registry number and dates concern one version alone', () => {
    const one = written().did('submit-version', { registryNumber: '2026/1' });
    expect(one.last?.events[0]?.data).toMatchObject({ registryNumber: '2026/1' });
    const two = one.did('withdraw-version', { reason: 'Fel' }).did('submit-version');
    const told = two
      .did('set-registry-number', { version: 'version-2', registryNumber: '2026/2' })
      .did('set-document-dates', { version: 'version-2', revised: '2026' });
    expect(versionsOf(told.plan)).toMatchObject([
      { registryNumber: '2026/1', dates: {}, imported: false },
      { registryNumber: '2026/2', dates: { revised: '2026' } },
    ]);
    for (const verb of ['set-registry-number', 'set-document-dates'])
      expect(told.refused(verb, { version: 'version-3', registryNumber: 'x' })).toEqual([
        { code: 'unknown-record', field: '/version', params: { value: 'version-3' } },
      ]);
  });

  it('sections are pieces of their own; who answers is told of the one that was named', () => {
    const plan = given()
      .did('write-section', { section: 'purpose', text: 'Ett' })
      .did('write-section', { section: 'other', text: 'Två' });
    expect(draftOf(plan.plan).pieces.map((piece) => piece.section)).toEqual(['purpose', 'other']);
    expect(plan.did('set-responsible', { followUp: { organisation: 'RKL' } }).last?.events[0]?.data).toEqual({
      followUp: { organisation: 'RKL' },
    });
    const later = plan.did('declare-activities-later');
    expect(later.refused('declare-activities-later')).toEqual([{ code: 'activities-already-later' }]);
  });
});

describe('revise-version', () => {
  const why = { reason: 'Nya behov' };
  const begun = [{ code: 'revision-already-begun', params: { version: '1.0' } }];
  const not = [{ code: 'revision-not-begun', verb: 'revise-version' }];
  const cycling = () => {
    const open = openTemplate();
    const stages = open.stages.map((stage) =>
      stage.next.length > 0 ? stage : { ...stage, restart: true, cycle: { to: 'begin' } },
    );
    return given({ ...open, stages })
      .did('add-party', { organisation: 'RKL' })
      .did('submit-version', {}, { imported: true });
  };
  const again = (plan: Given) => plan.did('advance').did('advance');

  it('says what is true: nothing adopted, before the bodies, or begun already', () => {
    const submitted = withParty().did('submit-version');
    expect(withParty().refused('revise-version', why)).toEqual([{ code: 'nothing-to-revise' }]);
    expect(submitted.refused('revise-version', why)).toEqual([{ code: 'nothing-to-revise' }]);
    const revised = adopted(submitted).did('revise-version', why);
    expect(revised.refused('revise-version', why)).toEqual(begun);
    const next = revised.did('submit-version');
    expect(next.refused('revise-version', why)).toMatchObject([
      { code: 'version-locked', params: { version: '1.1' }, missing: [{ verb: 'withdraw-version' }] },
    ]);
    expect(next.did('withdraw-version', why).refused('revise-version', why)).toEqual(begun);
    expect(adopted(next).open('revise-version')).toBe(true);
  });

  it('INV-23 in a new cycle it is the version of the last that is revised, which stays as it was', () => {
    const second = again(adopted(cycling()));
    const kept = versionsOf(second.plan);
    expect(second.missing('revision-begun')).toEqual(not);
    const revised = second.did('revise-version', why);
    expect(revised.last?.events[0]).toMatchObject({
      type: 'plan.revised',
      data: { version: 'version-1', label: '1.0' },
    });
    expect(revised.missing('revision-begun')).toEqual([]);
    expect(revised.refused('revise-version', why)).toEqual(begun);
    expect(versionsOf(revised.plan)).toEqual(kept);
    expect(second.open('write-section')).toBe(true);
    const next = revised.did('submit-version', {}, { imported: true });
    expect(statuses(adopted(next))).toEqual([
      ['1.0', 'superseded'],
      ['2.0', 'adopted'],
    ]);
    expect(adopted(next).missing('revision-begun')).toEqual(not);
  });

  it('a revision that the last cycle began is not of this one', () => {
    const second = again(adopted(cycling()).did('revise-version', why));
    expect(second.missing('revision-begun')).toEqual(not);
    expect(second.did('revise-version', why).missing('revision-begun')).toEqual([]);
    const submitted = second.did('submit-version', {}, { imported: true });
    expect(submitted.refused('revise-version', why)).toMatchObject([{ code: 'version-locked' }]);
  });

  it('INV-05 nor is one that a restart has set aside, where the adoption still counts', () => {
    const revised = adopted(cycling()).did('advance').did('revise-version', why);
    expect(revised.missing('revision-begun')).toEqual([]);
    const anew = revised.did('restart', { reason: 'Nytt läge', to: 'finish' });
    expect(anew.missing('revision-begun')).toEqual(not);
    expect(anew.did('revise-version', why).missing('revision-begun')).toEqual([]);
  });

  it('what was stored before it was kept where a revision was begun counts as it did', () => {
    const { plan } = adopted(cycling()).did('revise-version', why);
    const { revisedIn: _, ...before } = plan.facts['versions'] as { revisedIn: object };
    const old = { ...plan, facts: { ...plan.facts, versions: before } };
    expect(revisionBegun(old)).toBe(true);
    expect(revisionBegun({ ...old, cycle: 2, cycleSince: { begin: 2, finish: 2 } })).toBe(false);
  });
});
