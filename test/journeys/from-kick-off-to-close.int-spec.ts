// From the mandate to the close of one joint action plan, as the program of a process leader goes through it over HTTP.
import { Client, type Json, type PlanAtHand } from './client.js';

let client: Client;
let plan: PlanAtHand;
/** The plan as it stood when its kick-off was over. */
let kickOff: Json;

beforeAll(async () => {
  client = await Client.open();
});
afterAll(() => client.close());

const both = ['REGION', 'MUNICIPALITY'];
const seat = (organisation: string) => ({ organisation, role: 'development officer' });

it('starts, and says what is missing and who can supply it', async () => {
  plan = await client.start({ template: 'joint-action-plan', title: 'A safe way to school', language: 'en' });
  expect(await plan.read()).toMatchObject({ kind: 'initiative', stage: 'mandate', status: 'active', version: 1 });
  const lead = 'municipal lead (chief executive or whoever they appoint)';
  const { en, sv } = await plan.stuck(
    'parties-consented',
    'purpose-and-goal',
    'accountable-named',
    'evaluation-planned',
  );
  expect(en).toEqual([
    `Parties added: 0 of at least 2. (${lead} or deciding body)`,
    'The purpose of the mandate is missing. (process leader)',
    'The goal of the mandate is missing. (process leader)',
    'It is not said which role in which organisation is accountable. (process leader)',
    'It is not said how the mandate will be evaluated. (process leader)',
  ]);
  expect(sv.slice(0, 2)).toEqual([
    'Inlagda parter: 0 av minst 2. (kommunens ledning (kommunchefen eller en ställföreträdare) eller beslutande organ)',
    'Uppdragets syfte saknas. (processledare)',
  ]);
});

it('mandate: the parties agree to take part, and why', async () => {
  for (const organisation of both) await plan.do('add-party', { organisation });
  await plan.do('consent', { organisation: 'REGION' });
  await plan.do('record-mandate', { purpose: 'Children walk to school alone.', goal: 'Half of them walk.' });
  await plan.do('record-mandate', { accountable: { role: 'process-leader', organisation: 'REGION' } });
  const { sv } = await plan.stuck('parties-consented', 'evaluation-planned');
  expect(sv[0]).toMatch(
    /^MUNICIPALITY har inte sagt ja till att vara med ännu. \(.* eller beslutande organ hos MUNICIPALITY\)$/,
  );
  await plan.do('consent', { organisation: 'MUNICIPALITY' });
  await plan.do('record-mandate', { evaluationPlan: 'A researcher follows the work.' });
  expect(await plan.advance()).toBe('inventory');
});

it('inventory: every group of actors is asked, and it says where the answers come from', async () => {
  await plan.stuck('every-group-asked');
  for (const group of ['region', 'municipality', 'civil-society'])
    await plan.do('register-effort', { group, title: `Walking bus of the ${group}` });
  const { en } = await plan.stuck('every-group-asked', 'sources-named');
  expect(en[0]).toBe('No effort of others is registered. Register one, or say that none was found. (process leader)');
  await plan.do('declare-none-found', { group: 'others', source: 'Interviews' });
  const { efforts } = await plan.records('inventory');
  for (const { key, group, title } of efforts as Json[])
    await plan.do('register-effort', { effort: key, group, title, source: 'A workshop' });
  expect(await plan.advance()).toBe('analysis');
});

it('analyses: carried out, and anchored with every party', async () => {
  expect((await plan.stuck('analyses-anchored')).en[0]).toMatch(/^Analyses registered: 0 of at least 2\./);
  for (const title of ['Accidents near schools', 'How children move'])
    await plan.do('register-knowledge-item', { title, kind: 'analysis' });
  expect((await plan.stuck('analyses-anchored')).en).toHaveLength(6);
  for (const { key: item } of (await plan.records('knowledge')).items as Json[]) {
    await plan.do('mark-carried-out', { item });
    for (const organisation of both) await plan.do('confirm-anchoring', { item, organisation });
  }
  expect(await plan.advance()).toBe('kick-off');
});

it('kick-off: another round, since one party was not there', async () => {
  await plan.stuck('held', 'potentials-proposed', 'parties-represented');
  await plan.do('plan-meeting', { title: 'Kick-off' });
  await plan.do('hold-meeting', { meeting: 'meeting-1', represented: ['REGION'], notes: 'Too few came.' });
  for (const title of ['Walking buses', 'Slower cars']) await plan.do('propose-potential', { title });
  await plan.stuck('parties-represented');
  await plan.do('repeat', { reason: 'The municipality could not come.' });
  await plan.stuck('held', 'parties-represented');
  await plan.do('hold-meeting', { title: 'Kick-off again', represented: ['REGION'], writtenInput: ['MUNICIPALITY'] });
  kickOff = await plan.read();
  expect(await plan.advance()).toBe('choice-of-direction');
});

async function choose(potential: string, theme: string): Promise<void> {
  await plan.stuck('direction-chosen', 'problem-formulated');
  await plan.do('choose-direction', {
    chosen: [{ potential, theme, rationale: 'The need is greatest here.' }],
    parkedBecause: 'One thing at a time.',
    problem: 'Parents drive their children.',
    goalPicture: 'Children walk together.',
    decidedBy: both,
  });
  expect(await plan.advance()).toBe('process-and-workgroups');
}

it('choice of direction: one theme is taken on, the other is kept for later', async () => {
  await choose('potential-1', 'Walking buses');
  expect((await plan.records('direction')).parked).toMatchObject([{ potential: 'potential-2' }]);
});

it('restart: the theme does not hold, and another is chosen; what was done before is kept', async () => {
  await plan.do('form-workgroup', { name: 'The walkers', purpose: 'To write the plan.', theme: 'theme-1' });
  await plan.do('restart', { reason: 'Nobody can lead the walking buses.', to: 'choice-of-direction' });
  expect(await plan.read()).toMatchObject({ attempt: 2, stage: 'choice-of-direction', status: 'active' });
  await choose('potential-2', 'Slower cars');
  expect((await plan.records('direction')).decisions).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
});

it('process and workgroups: who writes the plan, on what terms; one theme goes on as the plan itself', async () => {
  const open = ['workgroups-formed', 'role-agreements-signed', 'process-planned'];
  await plan.stuck(...open);
  await plan.do('form-workgroup', { name: 'The slowers', purpose: 'To write the plan.', theme: 'theme-2' });
  expect((await plan.stuck(...open)).en.slice(0, 2)).toEqual([
    '"The slowers" has no lead. (process leader or municipal lead (chief executive or whoever they appoint))',
    'The lead of "The slowers" has no deputy. (process leader or municipal lead (chief executive or whoever they appoint))',
  ]);
  const workgroup = 'workgroup-2';
  await plan.do('appoint-lead', { workgroup, lead: seat('MUNICIPALITY') });
  await plan.do('appoint-deputy', { workgroup, deputy: seat('REGION') });
  await plan.do('set-time-aside', { workgroup, time: 'a day a week' });
  await plan.do('sign-role-agreement', { workgroup, agreement: 'The lead calls the meetings.' });
  await plan.do('plan-process', { milestones: [{ title: 'A first draft', on: '2027-05' }] });
  expect(await plan.advance()).toBe('drafting');
  expect(await plan.read()).toMatchObject({ kind: 'initiative', children: [] });
});

it('drafting: paused over the summer, and taken up again', async () => {
  await plan.do('write-section', { section: 'purpose', text: 'Children get to school by themselves.' });
  await plan.do('pause', { reason: 'Everybody is away in July.', reviewOn: '2027-08-16' });
  for (const verb of ['advance', 'return', 'repeat'])
    expect((await plan.refused(verb, { reason: 'We go on' })).sv.detail).toBe('Planen är pausad. Återuppta den först.');
  expect(await plan.open()).toEqual(expect.arrayContaining(['resume', 'restart', 'discontinue', 'write-log-entry']));
  expect((await plan.due()).map(({ rule }) => rule as string)).toEqual(['pause-review']);
  await plan.do('write-log-entry', { entry: 'The road authority has answered.' });
  await plan.do('resume');
  expect((await plan.read()).pauses).toMatchObject([{ reviewOn: '2027-08-16', to: expect.any(String) }]);
});

it('drafting: two write at once, and whoever has not seen the other’s words is told', async () => {
  const seen = { 'if-match': `"${(await plan.read()).version}"` };
  await plan.do('write-section', { section: 'goal', text: 'Cars keep thirty near schools.' }, seen);
  const late = await plan.post('write-section', { section: 'background', text: 'Most drive at fifty.' }, seen);
  expect(late).toMatchObject({ status: 412, body: { code: 'stale' } });
  expect((await plan.read()).records.versions.draft.pieces).toHaveLength(2);
  const now = { 'if-match': late.headers.get('etag') ?? '' };
  await plan.do('write-section', { section: 'background', text: 'Most drive at fifty.' }, now);
});

it('drafting: a version is submitted once, however often the request is sent', async () => {
  const rest = ['knowledge-cited', 'activities-listed', 'indicators-set', 'responsible-named', 'version-submitted'];
  await plan.stuck(...rest);
  const { en, sv } = await plan.refused('submit-version');
  expect([en.detail, sv.detail]).toEqual(['Cite at least one knowledge item.', 'Hänvisa till minst ett underlag.']);
  await plan.do('cite', { item: 'knowledge-item-1' });
  await plan.do('declare-activities-later');
  const target = { value: 80, unit: 'percent', operator: 'at-least' };
  await plan.do('set-target', { code: 'SPEED', name: 'Cars that keep the limit', target });
  await plan.do('set-responsible', { revision: seat('MUNICIPALITY'), followUp: seat('REGION') });
  await plan.stuck('version-submitted');
  const key = { 'idempotency-key': 'the first version' };
  const first = await plan.do('submit-version', { drawnUp: '2026-09' }, key);
  expect((await plan.post('submit-version', { drawnUp: '2026-09' }, key)).body).toEqual(first);
  expect((await plan.records('versions')).versions).toHaveLength(1);
  expect(await plan.advance()).toBe('adoption');
});

it('adoption: one body sends the draft back', async () => {
  expect((await plan.stuck('adopted-by-all')).en).toHaveLength(2);
  await plan.do('prepare-decision', { organisation: 'MUNICIPALITY', meetingOn: '2027-10-11' });
  await plan.do('record-decision', { organisation: 'REGION', decision: 'yes', decidedOn: '2026-10' });
  const { sv } = await plan.stuck('adopted-by-all');
  expect(sv).toEqual(['MUNICIPALITY ska besluta 2027-10-11. (beslutande organ hos MUNICIPALITY)']);
  const comment = 'The goal is unclear.';
  await plan.do('record-decision', { organisation: 'MUNICIPALITY', decision: 'sent-back', comment });
  const { en } = await plan.stuck('adopted-by-all');
  expect(en).toEqual(['MUNICIPALITY sent version 0.1 back. Submit a new one. (deciding body)']);
  const late = await plan.refused('record-decision', { organisation: 'REGION', decision: 'yes' });
  expect(late.sv.detail).toBe('MUNICIPALITY återremitterade version 0.1. Lämna in en ny.');
});

it('return: a clearer draft, and both bodies say yes to the same version', async () => {
  await plan.do('return', { reason: 'The municipality sent the draft back.', to: 'drafting' });
  await plan.do('write-section', { section: 'goal', text: 'Nine of ten cars keep thirty near schools.' });
  await plan.stuck('version-submitted');
  await plan.do('submit-version');
  expect(await plan.advance()).toBe('adoption');
  for (const organisation of both)
    await plan.do('record-decision', { organisation, decision: 'yes', body: 'The council', reference: '14/16' });
  const [before, adopted] = (await plan.records('versions')).versions as Json[];
  expect(adopted).toMatchObject({ label: '0.2', locked: true, adopted: { label: '1.0' } });
  expect(before).toMatchObject({
    label: '0.1',
    content: { pieces: [{}, { text: 'Cars keep thirty near schools.' }, {}] },
  });
  const ledger = (await plan.records('adoption')).entries as Json[];
  expect(ledger.map(({ organisation, version, decision }) => [organisation, version, decision] as string[])).toEqual([
    ['MUNICIPALITY', 'version-1', 'sent-back'],
    ['REGION', 'version-1', 'yes'],
    ['REGION', 'version-2', 'yes'],
    ['MUNICIPALITY', 'version-2', 'yes'],
  ]);
  expect(await plan.advance()).toBe('steering-group');
});

it('steering group: those who will lead the work take over', async () => {
  await plan.stuck('steering-group-formed');
  await plan.do('form-steering-group', { chair: seat('MUNICIPALITY'), deputy: seat('REGION') });
  expect((await plan.stuck('steering-group-formed')).en).toHaveLength(3);
  await plan.do('change-steering-group', { members: both, mandate: 'To follow the plan.', rhythm: 'every quarter' });
  await plan.do('receive-hand-over', { from: 'the project group' });
  expect(await plan.advance()).toBe('implementation');
});

it('implementation: every activity is carried out, stopped or handed over', async () => {
  await plan.stuck('activities-settled');
  for (const title of ['Speed bumps', 'Signs', 'Walking friends']) await plan.do('add-activity', { title });
  await plan.do('start-activity', { activity: 'activity-1' });
  expect((await plan.stuck('activities-settled')).sv).toHaveLength(3);
  await plan.do('complete-activity', { activity: 'activity-1', result: 'Four bumps are in place.' });
  await plan.do('stop-activity', { activity: 'activity-2', reason: 'The signs change nothing.' });
  await plan.do('hand-over-activity', { activity: 'activity-3', to: 'MUNICIPALITY' });
  expect(await plan.advance()).toBe('evaluation');
});

it('evaluation: what came of it, and what each party has learnt', async () => {
  expect((await plan.stuck('indicators-measured', 'lessons-from-parties')).en[0]).toBe(
    '"Cars that keep the limit" (SPEED) is not measured, and it is not said why. (process leader or researcher)',
  );
  await plan.do('measure-indicator', {
    indicator: 'SPEED',
    outcome: { value: 74, unit: 'percent', qualifier: 'about' },
  });
  for (const organisation of both)
    await plan.do('record-lesson', { organisation, lesson: `${organisation} began too late.`, worked: false });
  expect(await plan.advance()).toBe('close');
});

it('close: what lives on has an owner, and the plan is complete', async () => {
  expect((await plan.refused('advance')).sv.detail).toBe('Det här är det sista skedet. Härifrån avslutas planen.');
  await plan.stuckAtTheEnd('ownership-named', 'checklist-done');
  await plan.do('name-owner', { what: 'The bumps', organisation: 'MUNICIPALITY' });
  await plan.do('accept-ownership', { ownership: 'ownership-1' });
  const [item] = await plan.stuckAtTheEnd('checklist-done');
  await plan.do('tick-item', { item: item.params.item });
  await plan.do('complete');
  expect(await plan.read()).toMatchObject({ status: 'completed', stage: 'close', attempt: 2 });
  expect(await plan.open()).toEqual(['restart', 'undo', 'correct', 'register-record', 'mark-confidential']);
});

it('asOf: the plan as it stood when its kick-off was over', async () => {
  expect(await plan.read(kickOff.recordedAt as string)).toEqual(kickOff);
  expect(kickOff).toMatchObject({ stage: 'kick-off', round: 2, attempt: 1, status: 'active' });
});

it('history: all of it, in order, from the first attempt to the last', async () => {
  const history = await plan.history();
  expect(history.map(({ sequence }) => sequence as number)).toEqual(history.map((_, index) => index + 1));
  expect(history.every(({ who }) => who.role === 'process-leader' && who.organisation === 'REGION')).toBe(true);
  expect(history.filter(isOfItsLife).map(inBrief)).toEqual([
    'initiative.started, 1 mandate',
    'stage.completed, 1 mandate',
    'stage.completed, 1 inventory',
    'stage.completed, 1 analysis',
    'stage.repeated, 1 kick-off: The municipality could not come.',
    'stage.completed, 1 kick-off',
    'stage.completed, 1 choice-of-direction',
    'plan.restarted, 1 process-and-workgroups: Nobody can lead the walking buses.',
    'stage.completed, 2 choice-of-direction',
    'stage.completed, 2 process-and-workgroups',
    'plan.paused, 2 drafting: Everybody is away in July.',
    'plan.resumed, 2 drafting',
    'stage.completed, 2 drafting',
    'plan.returned-for-revision, 2 adoption',
    'stage.returned, 2 adoption: The municipality sent the draft back.',
    'stage.completed, 2 drafting',
    'plan.adopted, 2 adoption',
    'stage.completed, 2 adoption',
    'stage.completed, 2 steering-group',
    'stage.completed, 2 implementation',
    'stage.completed, 2 evaluation',
    'initiative.completed, 2 close',
  ]);
});

function isOfItsLife({ type }: Json): boolean {
  return /^se\.stegvis\.(initiative|plan|stage)\./.test(type as string) && !/\.stage\.entered\./.test(type as string);
}

function inBrief({ type, attempt, stage, data }: Json): string {
  return `${type.slice('se.stegvis.'.length, -'.v1'.length)}, ${attempt} ${stage}${data.reason ? `: ${data.reason}` : ''}`;
}

it('feed: each event once, in order, and not a word of what people wrote', async () => {
  const [feed, history] = await Promise.all([plan.feed(), plan.history()]);
  expect(feed.map(({ id, type }) => [id, type] as string[])).toEqual(
    history.map(({ id, type }) => [id, type] as string[]),
  );
  const [told, kept] = [JSON.stringify(feed), JSON.stringify(history)];
  expect(plan.prose.size).toBeGreaterThan(20);
  expect([...plan.prose].filter((sentence) => told.includes(sentence))).toEqual([]);
  expect([...plan.prose].filter((sentence) => !kept.includes(sentence))).toEqual([]);
});
