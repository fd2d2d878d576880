// What the verbs of a forum case take: trials, commitments, role agreements and the team.
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { commitmentsBodies } from './commitments.bodies.js';
import { roleAgreementsBodies } from './role-agreements.bodies.js';
import { teamBodies } from './team.bodies.js';
import { trialsBodies } from './trials.bodies.js';

const bodies = { ...trialsBodies, ...commitmentsBodies, ...roleAgreementsBodies, ...teamBodies };
type Verb = keyof typeof bodies;

/** The fields that are at fault; none when the body is good. */
function faults(verb: Verb, body: object): string[] {
  const instance = plainToInstance(bodies[verb] as new () => object, body);
  return validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).map((fault) => fault.property);
}

const hours = { value: 7.5, unit: 'hours', qualifier: 'about' };
const lead = { organisation: 'MALMO', role: 'områdeskoordinator' };
const trial = 'trial-1';

describe('bodies of the verbs of a forum case', () => {
  it.each<[Verb, object]>([
    ['accept-risk', { organisation: 'MALMO', level: 'Försöket får misslyckas helt' }],
    ['plan-trial', { title: 'Gemensamma inköp', scale: 'ett kvarter', ceilingSek: 0, due: '2026-06-01', idea: 'I-2' }],
    ['set-trial-terms', { trial }],
    ['start-trial', { trial, occurredAt: null }],
    ['evaluate-trial', { trial, outcome: 'failed', judgedBy: ['de boende'], costSek: 20_000, lesson: 'Kylen.' }],
    ['stop-trial', { trial, reason: 'Taket är nått', costSek: 20_000 }],
    ['scale-up', { trial, scale: 'hela stadsdelen' }],
    ['commit-resources', { organisation: 'RKL', kind: 'money', what: 'Medfinansiering', sek: 500_000 }],
    ['commit-resources', { organisation: 'RKL', kind: 'time', what: 'Möten', count: hours, from: '2026-21' }],
    ['change-commitment', { commitment: 'commitment-1', reason: 'Ny budget', until: '2027', own: 'bought' }],
    ['withdraw-commitment', { commitment: 'commitment-1', reason: 'Nämnden sade nej' }],
    ['agree-roles', { with: 'MALMO', as: 'commissioner', agreement: 'Svar inom en vecka.', until: '2026-12-31' }],
    ['end-role-agreement', { agreement: 'role-agreement-1', reason: 'Uppdraget är slut' }],
    ['form-team', {}],
    ['form-team', { name: 'Teamet', lead, deputy: { organisation: 'HSB' } }],
    ['fill-seat', { group: 'resident' }],
    ['fill-seat', { group: 'specialist', sector: 'akademi', organisation: 'MAH', role: 'etnolog' }],
    ['leave-seat', { seat: 'seat-1' }],
    ['name-management-contact', lead],
  ])('%s takes %j', (verb, body) => {
    expect(faults(verb, body)).toEqual([]);
  });

  it.each<[Verb, object, string[]]>([
    ['accept-risk', { organisation: 'MALMO' }, ['level']],
    ['accept-risk', { organisation: 'Malmö stad', level: 'låg' }, ['organisation']],
    ['plan-trial', { title: ' ' }, ['title']],
    ['plan-trial', { title: 'X', ceilingSek: -1 }, ['ceilingSek']],
    ['plan-trial', { title: 'X', ceilingSek: 0.5, due: '2026' }, ['ceilingSek', 'due']],
    ['plan-trial', { title: 'X', due: '2026-02-30' }, ['due']],
    ['start-trial', {}, ['trial']],
    ['evaluate-trial', { trial, outcome: 'won' }, ['outcome']],
    ['evaluate-trial', { trial, outcome: 'working', judgedBy: ['MALMO', ''] }, ['judgedBy']],
    ['evaluate-trial', { trial, outcome: 'working', costSek: 1e13 }, ['costSek']],
    ['stop-trial', { trial }, ['reason']],
    ['scale-up', { trial }, ['scale']],
    ['commit-resources', { organisation: 'RKL', kind: 'goodwill', what: 'X' }, ['kind']],
    ['commit-resources', { organisation: 'RKL', kind: 'money', what: 'X', sek: 1.5 }, ['sek']],
    ['commit-resources', { organisation: 'RKL', kind: 'time', what: 'X', count: { ...hours, value: -1 } }, ['count']],
    ['commit-resources', { organisation: 'RKL', kind: 'time', what: 'X', own: 'lent', from: 'i vår' }, ['own', 'from']],
    ['change-commitment', { commitment: 'commitment-1', sek: 1 }, ['reason']],
    ['change-commitment', { commitment: 'commitment-1', reason: 'X', organisation: 'RKL' }, ['organisation']],
    ['agree-roles', { with: 'MALMO', agreement: '' }, ['agreement']],
    ['agree-roles', { with: 'MALMO', as: 'boss', agreement: 'X', until: '2026' }, ['as', 'until']],
    ['end-role-agreement', { agreement: 'Avtal 1', reason: 'X' }, ['agreement']],
    ['form-team', { lead: 'Anna' }, ['lead']],
    ['fill-seat', { group: 'boss' }, ['group']],
    ['fill-seat', { group: 'doer', name: 'Anna' }, ['name']],
    ['leave-seat', { seat: 1 }, ['seat']],
    ['name-management-contact', { role: 'stadsdelschef' }, ['organisation']],
  ])('%s refuses %j', (verb, body, fields) => {
    expect(faults(verb, body).sort()).toEqual([...fields].sort());
  });
});
