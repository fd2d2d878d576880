import { vocabulary } from '../../engine.js';
import { given, openTemplate, type Given } from '../../given.js';
import { managementContactsOf, recordedOf, seatsOf, teamOf } from './facts.js';

const lead = { organisation: 'MALMO', role: 'områdeskoordinator' };
const deputy = { organisation: 'HSB' };
const made = { stage: 'begin', attempt: 1, round: 1 };

const formed = () => given().did('form-team', {});
const seated = (...seats: object[]) => seats.reduce<Given>((team, seat) => team.did('fill-seat', seat), formed());
const data = (after: Given) => after.last?.events[0]?.data;
const fill = (code: string) => ({ code, verb: 'fill-seat' });
const sectors = (min: number, have: number) => ({ ...fill('team-sectors-too-few'), params: { min, have } });
const noTeam = { code: 'team-missing', verb: 'form-team' };

describe('the team', () => {
  it('is formed, and led by somebody when that is settled', () => {
    expect(data(formed())).toEqual({ team: 'team-1' });
    const whole = given().did('form-team', { name: 'Herrgårdsteamet', lead, deputy });
    expect(whole.types).toEqual(['team.formed']);
    expect(data(whole)).toEqual({ team: 'team-1', name: 'Herrgårdsteamet', lead, deputy });
    expect(recordedOf(whole.plan).teams).toEqual([
      {
        key: 'team-1',
        name: 'Herrgårdsteamet',
        lead,
        deputy,
        formedAt: whole.plan.recordedAt,
        imported: false,
        ...made,
      },
    ]);
  });

  it('formed again it is the same team, with what was told anew', () => {
    const first = given().did('form-team', { name: 'Teamet', lead }, { occurredAt: '2026-01-10' });
    const again = first.did('form-team', { deputy, lead: { organisation: 'RKL', role: undefined } });
    expect(data(again)).toEqual({ team: 'team-1', lead: { organisation: 'RKL' }, deputy });
    expect(recordedOf(again.plan).teams).toEqual([
      {
        key: 'team-1',
        name: 'Teamet',
        lead: { organisation: 'RKL' },
        deputy,
        formedAt: '2026-01-10',
        imported: false,
        ...made,
      },
    ]);
    expect(again.refused('form-team', {})).toEqual([{ code: 'team-unchanged' }]);
    expect(data(first.did('form-team', { deputy: { organisation: 'HSB', role: undefined } }))).toEqual({
      team: 'team-1',
      deputy,
    });
    expect(teamOf(first.did('form-team', { name: 'Nytt namn' }).plan)).toMatchObject({ name: 'Nytt namn', lead });
  });

  it('INV-54 its seats are of groups, sectors, organisations and roles', () => {
    const seat = { group: 'specialist', sector: 'akademi', organisation: 'MAH', role: 'etnolog' };
    const filled = seated({ group: 'resident' }, seat);
    expect(filled.types).toEqual(['team-seat.filled']);
    expect(data(filled)).toEqual({ seat: 'seat-2', ...seat });
    expect(recordedOf(filled.plan).seats).toEqual([
      { key: 'seat-1', group: 'resident', left: false, ...made },
      { key: 'seat-2', ...seat, left: false, ...made },
    ]);
    const needs = { code: 'no-team', missing: [noTeam] };
    expect(given().refused('fill-seat', { group: 'resident' })).toEqual([needs]);
    expect(given().open('fill-seat')).toBe(false);
    expect(formed().open('fill-seat')).toBe(true);
  });

  it('a seat is left once, and its key is not used again', () => {
    expect(formed().refused('leave-seat', { seat: 'seat-1' })).toEqual([{ code: 'no-team-seats' }]);
    const two = seated({ group: 'resident' }, { group: 'doer' });
    const left = two.did('leave-seat', { seat: 'seat-2', reason: 'Bytte jobb' });
    expect(left.types).toEqual(['team-seat.left']);
    expect(data(left)).toEqual({ seat: 'seat-2', group: 'doer', reasonText: 'text-1' });
    expect(left.last?.texts).toMatchObject([{ field: 'reason', text: 'Bytte jobb' }]);
    expect(data(two.did('leave-seat', { seat: 'seat-1' }))).toEqual({ seat: 'seat-1', group: 'resident' });
    expect(seatsOf(left.plan)).toMatchObject([{ key: 'seat-1' }]);
    expect(left.refused('leave-seat', { seat: 'seat-2' })).toEqual([
      { code: 'team-seat-already-left', field: '/seat' },
    ]);
    expect(left.refused('leave-seat', { seat: 'seat-9' })).toEqual([
      { code: 'unknown-record', field: '/seat', params: { value: 'seat-9' } },
    ]);
    expect(left.open('leave-seat')).toBe(true);
    const empty = left.did('leave-seat', { seat: 'seat-1' });
    expect(empty.open('leave-seat')).toBe(false);
    expect(data(empty.did('fill-seat', { group: 'doer' }))).toMatchObject({ seat: 'seat-3' });
  });

  it('B77 a contact in the management is named, one for each organisation', () => {
    expect(given().missing('management-contact-named')).toEqual([
      { code: 'management-contact-missing', verb: 'name-management-contact' },
    ]);
    const contact = { organisation: 'MALMO', role: 'stadsdelschef' };
    const named = given().did('name-management-contact', contact);
    expect(named.types).toEqual(['management-contact.named']);
    expect(data(named)).toEqual(contact);
    expect(managementContactsOf(named.plan)).toEqual([{ ...contact, ...made }]);
    expect(named.missing('management-contact-named')).toEqual([]);
    expect(named.refused('name-management-contact', contact)).toEqual([
      { code: 'management-contact-already-named', field: '/organisation', params: { organisation: 'MALMO' } },
    ]);
    const other = named
      .did('name-management-contact', { organisation: 'HSB' })
      .did('name-management-contact', { organisation: 'MALMO', role: 'stadsdirektör' });
    expect(managementContactsOf(other.plan)).toEqual([
      { organisation: 'HSB', ...made },
      { organisation: 'MALMO', role: 'stadsdirektör', ...made },
    ]);
    expect(other.did('name-management-contact', contact).types).toEqual(['management-contact.named']);
  });
});

describe('team-mixed', () => {
  const resident = { group: 'resident', sector: 'civilsamhälle' };
  const doer = { group: 'doer', sector: 'kommun' };

  it('INV-49 the team has the people concerned, those who will carry it out, and two sectors', () => {
    expect(given().missing('team-mixed')).toEqual([noTeam]);
    expect(formed().missing('team-mixed')).toEqual([
      fill('team-without-people-concerned'),
      fill('team-without-doer'),
      sectors(2, 0),
    ]);
    expect(seated(resident).missing('team-mixed')).toEqual([fill('team-without-doer'), sectors(2, 1)]);
    expect(seated(doer).missing('team-mixed')).toEqual([fill('team-without-people-concerned'), sectors(2, 1)]);
    for (const group of ['resident', 'user'])
      expect(seated({ ...resident, group }, doer).missing('team-mixed')).toEqual([]);
    for (const group of ['specialist', 'other'])
      expect(seated({ ...resident, group }, doer).missing('team-mixed')).toEqual([
        fill('team-without-people-concerned'),
      ]);
  });

  it('whoever leaves is missed', () => {
    const left = seated(resident, doer).did('leave-seat', { seat: 'seat-1' });
    expect(left.missing('team-mixed')).toEqual([fill('team-without-people-concerned'), sectors(2, 1)]);
  });

  it('asks for the groups that the template names, each with words of its own', () => {
    const groups = ['people-concerned', 'resident', 'user', 'doer', 'specialist', 'other'];
    const missing = formed().missing('team-mixed', { groups, sectors: 0 }) ?? [];
    expect(missing).toEqual(groups.map((group) => fill(`team-without-${group}`)));
    expect(missing.filter(({ code }) => !vocabulary.words.has(code))).toEqual([]);
    const two = seated({ group: 'user' }, { group: 'specialist' });
    expect(two.missing('team-mixed', { groups, sectors: 0 })).toEqual(
      ['resident', 'doer', 'other'].map((group) => fill(`team-without-${group}`)),
    );
    expect(two.missing('team-mixed', { groups: ['specialist'], sectors: 0 })).toEqual([]);
  });

  it('counts a sector once, however it is written, and none where none was told', () => {
    const same = seated(resident, { ...doer, sector: ' Civilsamhälle ' }, { group: 'other' });
    expect(same.missing('team-mixed')).toEqual([sectors(2, 1)]);
    expect(same.missing('team-mixed', { sectors: 1 })).toEqual([]);
    expect(seated(resident, doer).missing('team-mixed', { sectors: 3 })).toEqual([sectors(3, 2)]);
  });
});

describe('team-led', () => {
  const noLead = { code: 'team-without-lead', verb: 'form-team' };
  const noDeputy = { code: 'team-without-deputy', verb: 'form-team' };

  it('asks for a lead and a deputy, unless the template is content with less', () => {
    expect(given().missing('team-led')).toEqual([noTeam]);
    expect(formed().missing('team-led')).toEqual([noLead, noDeputy]);
    expect(formed().missing('team-led', { lead: false })).toEqual([noDeputy]);
    expect(formed().missing('team-led', { deputy: false })).toEqual([noLead]);
    expect(formed().missing('team-led', { lead: false, deputy: false })).toEqual([]);
    expect(formed().did('form-team', { lead }).missing('team-led')).toEqual([noDeputy]);
    expect(formed().did('form-team', { deputy }).missing('team-led')).toEqual([noLead]);
    expect(formed().did('form-team', { lead, deputy }).missing('team-led')).toEqual([]);
  });
});

describe('what a template may ask of the team', () => {
  it('groups and sectors, a lead and a deputy', () => {
    const described = { description: expect.any(String) };
    const kind = (name: string) => vocabulary.criteria.get(name);
    const groups = ['people-concerned', 'resident', 'user', 'doer', 'specialist', 'other'];
    expect(kind('team-mixed')).toMatchObject({
      with: {
        properties: {
          groups: { type: 'array', items: { enum: groups }, minItems: 1, uniqueItems: true, ...described },
          sectors: { type: 'integer', minimum: 0, ...described },
        },
        additionalProperties: false,
      },
      suppliedBy: ['form-team', 'fill-seat'],
    });
    const flag = { type: 'boolean', ...described };
    expect(kind('team-led')).toMatchObject({
      with: { properties: { lead: flag, deputy: flag }, additionalProperties: false },
      suppliedBy: ['form-team'],
    });
    expect(kind('management-contact-named')).toMatchObject({ suppliedBy: ['name-management-contact'] });
  });
});

describe('the team over time', () => {
  it('has the day it was formed', () => {
    const day = ({ plan }: Given) => vocabulary.anchors.get('team-formed')?.(plan);
    expect(day(given())).toEqual([]);
    expect(day(given().did('form-team', {}, { occurredAt: '2026-01-10' }))).toEqual([
      { record: 'team-1', at: '2026-01-10', imported: false },
    ]);
    expect(day(given().did('form-team', {}, { imported: true, occurredAt: '2011' }))).toEqual([
      { record: 'team-1', at: '2011', imported: true },
    ]);
  });

  it('INV-05 a restart forms another, with seats and contacts of its own', () => {
    const again = seated({ group: 'resident' })
      .did('name-management-contact', { organisation: 'MALMO' })
      .did('restart', { reason: 'Fel problem', to: 'begin' });
    expect(again.missing('team-mixed')).toEqual([noTeam]);
    expect(again.missing('management-contact-named')).toHaveLength(1);
    expect(again.open('leave-seat')).toBe(false);
    const anew = again.did('form-team', { name: 'Nya' });
    expect(data(anew)).toEqual({ team: 'team-2', name: 'Nya' });
    expect(teamOf(anew.plan)).toMatchObject({ key: 'team-2', attempt: 2 });
    const led = anew.did('form-team', { lead });
    expect(recordedOf(led.plan).teams).toMatchObject([
      { key: 'team-1', attempt: 1 },
      { key: 'team-2', lead },
    ]);
    const filled = anew.did('fill-seat', { group: 'doer' });
    expect(data(filled)).toEqual({ seat: 'seat-2', group: 'doer' });
    expect(filled.refused('leave-seat', { seat: 'seat-1' })).toMatchObject([{ code: 'unknown-record' }]);
    expect(filled.did('name-management-contact', { organisation: 'MALMO' }).types).toHaveLength(1);
  });

  it('a plan made out of this one has the team as it is now', () => {
    const stages = openTemplate().stages.map((one) => (one.key === 'begin' ? { ...one, fork: { to: 'finish' } } : one));
    const parent = given(openTemplate({ stages }));
    const fork = (from: Given) => from.did('fork', { plans: [{ title: 'Kirseberg' }] }).last?.births[0]?.plan;
    const whole = parent
      .did('form-team', { lead })
      .did('restart', { reason: 'X', to: 'begin' })
      .did('form-team', { lead })
      .did('fill-seat', { group: 'resident' })
      .did('fill-seat', { group: 'doer' })
      .did('leave-seat', { seat: 'seat-1' })
      .did('name-management-contact', { organisation: 'MALMO' });
    expect(fork(whole)?.facts['team']).toMatchObject({
      teams: [{ key: 'team-2', lead }],
      seats: [{ key: 'seat-2', group: 'doer' }],
      managementContacts: [{ organisation: 'MALMO' }],
    });
    const contactOnly = parent.did('name-management-contact', { organisation: 'MALMO' });
    expect(fork(contactOnly)?.facts['team']).toEqual({
      teams: [],
      seats: [],
      managementContacts: [{ organisation: 'MALMO', ...made }],
    });
  });
});
