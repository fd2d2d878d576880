import { vocabulary } from '#libs/lifecycle';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { learningBodies } from '../index.js';

type Verb = keyof typeof learningBodies;

/** The fields that are at fault; none when the body is good. */
function faults(verb: Verb, body: object): string[] {
  const instance = plainToInstance(learningBodies[verb] as new () => object, body);
  return validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).map((fault) => fault.property);
}

const persons = { value: 60, unit: 'persons', qualifier: 'more-than' };

describe('bodies of the learning verbs', () => {
  it('each belongs to a verb that exists', () => {
    expect(Object.keys(learningBodies).filter((verb) => !vocabulary.verbs.has(verb))).toEqual([]);
  });

  it.each<[Verb, object]>([
    [
      'register-knowledge-item',
      { title: 'Studentrapport', kind: 'study', code: 'AN-5', places: ['Ruda'], on: '2021-21' },
    ],
    ['confirm-anchoring', { item: 'knowledge-item-1', organisation: 'HOGSBY' }],
    ['register-effort', { group: 'civil-society', title: 'Språkkafé' }],
    ['record-inventory-activity', { title: 'Intervjuer', kind: 'interview', organisations: ['KOMFB'] }],
    ['hold-knowledge-activity', { title: 'Civila samhället', code: 'KA-2', organiser: 'MUCF', credits: 7.5 }],
    ['count-participation', { total: true, count: persons }],
    [
      'set-target',
      { code: 'IND-3', name: 'Minst 10 representanter', target: { value: 10, unit: 'persons', operator: 'at-least' } },
    ],
    [
      'measure-indicator',
      { indicator: 'IND-3', outcome: persons, conditionsMet: [], note: 'Personer eller tillfällen?' },
    ],
    ['record-lesson', { lesson: 'Korsbefruktningskonstellationer är oerhört nyttigt.', code: 'L2' }],
    ['add-method-card', { title: 'Muddling through', level: 'strategic', how: 'Pröva igen.', stages: ['kick-off'] }],
    ['use-method', { method: 'method-card-1' }],
  ])('%s takes what the pilot can tell', (verb, body) => {
    expect(faults(verb, body)).toEqual([]);
  });

  it.each<[Verb, object, string]>([
    ['register-knowledge-item', { title: 'X', kind: 'rumour' }, 'kind'],
    ['register-effort', { group: 'region', title: '  ' }, 'title'],
    ['declare-none-found', { group: 'everybody' }, 'group'],
    ['hold-knowledge-activity', { title: 'X', participants: { ...persons, qualifier: 'many' } }, 'participants'],
    ['count-participation', { total: true }, 'count'],
    ['set-target', { code: 'IND-1', name: 'X' }, 'target'],
    ['set-target', { code: 'IND-1', name: 'X', target: { value: 1, unit: 'plans', operator: 'more' } }, 'target'],
    ['measure-indicator', { indicator: 'IND-1' }, 'outcome'],
    ['declare-not-measured', { indicator: 'IND-1' }, 'reason'],
    ['record-lesson', { lesson: ' ' }, 'lesson'],
    ['add-method-card', { title: 'X', level: 'local' }, 'level'],
    ['add-method-card', { title: 'X', level: 'operative', stages: [''] }, 'stages'],
    ['link-method', { method: 'method-card-1' }, 'stage'],
    ['use-method', { method: 'Prototype' }, 'method'],
    ['cite', { item: 'knowledge-item-1', secret: true }, 'secret'],
  ])('%s refuses %j', (verb, body, field) => {
    expect(faults(verb, body)).toEqual([field]);
  });
});
