import { isLifecycleVerb, type Plan } from '#libs/lifecycle';
import { aboutRecords, DUTY_VERBS, nameOf } from './duties.js';

it('every duty is a verb of a capability, and none is the engine’s own', () => {
  for (const verb of DUTY_VERBS) {
    expect(nameOf(verb).sv).toMatch(/\S/);
    expect(isLifecycleVerb(verb)).toBe(false);
  }
});

describe('what a guest is told of a record', () => {
  const facts = {
    network: { questions: [{ key: 'question-1', wordsText: 'text-1', answers: [{ answerText: 'text-2' }] }] },
    'research-notes': { notes: [{ key: 'research-note-1', wordsText: 'text-3' }] },
    ownership: { ownerships: [{ key: 'ownership-1', what: 'The bus', organisation: 'HOGSBY' }] },
  } as unknown as Plan['facts'];
  const texts = new Map([
    ['text-1', 'Who drives?'],
    ['text-2', 'Not yet told'],
    ['text-3', 'Private'],
  ]);
  const told = (verb: string, body: Record<string, unknown>) => aboutRecords({ facts }, verb, body, texts);

  it('is its own words, or what it is about', () => {
    expect(told('answer-question', { question: 'question-1' })).toEqual(['Who drives?']);
    expect(told('accept-ownership', { ownership: 'ownership-1' })).toEqual(['The bus']);
  });

  it('is nothing of another capability, nor of a record that some other field happens to name', () => {
    expect(told('answer-question', { question: 'research-note-1' })).toEqual([]);
    expect(told('comment', { entry: 'research-note-1', item: 'question-1' })).toEqual([]);
    expect(told('decline-ownership', { reason: 'ownership-1' })).toEqual([]);
    expect(told('answer-question', {})).toEqual([]);
  });

  it('is nothing where the words have been struck out', () => {
    expect(aboutRecords({ facts }, 'answer-question', { question: 'question-1' }, new Map([['text-1', null]]))).toEqual(
      [],
    );
  });
});
