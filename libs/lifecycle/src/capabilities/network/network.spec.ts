import { given, openTemplate, type Given } from '../../given.js';
import { howMany, parameters } from '../parameters.js';
import { examplesOf, networkOf } from './facts.js';
import { network } from './index.js';

const ask = (then = given()) => then.did('raise-question', { question: 'Hur når vi nya handlare?' });
const data = (then: Given) => then.last?.events[0]?.data;
const made = { stage: 'begin', attempt: 1, round: 1 };
const raised = (then: Given) => network.anchors?.['question-raised']?.(then.plan);

describe('network', () => {
  it('B61 a question is raised and answered, more than once; its words stay out of the events', () => {
    const asked = ask();
    expect(asked.types).toEqual(['question.raised']);
    expect(data(asked)).toEqual({ question: 'question-1', wordsText: 'text-1' });
    expect(asked.last?.texts).toMatchObject([{ key: 'text-1', field: 'words', text: 'Hur når vi nya handlare?' }]);
    const body = { question: 'question-1', answer: 'Vi ringde runt.' };
    const answered = asked.did('answer-question', body);
    expect(answered.types).toEqual(['question.answered']);
    expect(data(answered)).toEqual({ question: 'question-1', answerText: 'text-2' });
    expect(answered.last?.texts).toMatchObject([{ field: 'answer', text: 'Vi ringde runt.' }]);
    const twice = ask(answered).did('answer-question', body, { who: { id: 'token-2', organisation: 'HOGSBY' } });
    expect(networkOf(twice.plan).questions).toEqual([
      {
        key: 'question-1',
        wordsText: 'text-1',
        organisation: 'RKL',
        raisedAt: '2026-01-12T08:01:00.000Z',
        answers: [
          { answerText: 'text-2', organisation: 'RKL' },
          { answerText: 'text-4', organisation: 'HOGSBY' },
        ],
        imported: false,
      },
      expect.objectContaining({ key: 'question-2', wordsText: 'text-3', answers: [] }),
    ]);
  });

  it('only what has been asked can be answered', () => {
    expect(given().open('answer-question')).toBe(false);
    expect(given().refused('answer-question', { question: 'question-1', answer: 'Ja' })).toEqual([
      { code: 'no-questions' },
    ]);
    expect(ask().open('answer-question')).toBe(true);
    expect(ask().refused('answer-question', { question: 'question-2', answer: 'Ja' })).toEqual([
      { code: 'unknown-record', field: '/question', params: { value: 'question-2' } },
    ]);
  });

  it('questions-answered lists each that nobody has answered; nothing asked, nothing missing', () => {
    const missing = (number: number) => ({
      code: 'question-not-answered',
      verb: 'answer-question',
      params: { question: `question-${number}`, number },
    });
    expect(given().missing('questions-answered')).toEqual([]);
    const two = ask(ask());
    expect(two.missing('questions-answered')).toEqual([missing(1), missing(2)]);
    const one = two.did('answer-question', { question: 'question-1', answer: 'Ja' });
    expect(one.missing('questions-answered')).toEqual([missing(2)]);
    expect(raised(two)).toEqual([
      { record: 'question-1', at: '2026-01-12T08:01:00.000Z', imported: false },
      { record: 'question-2', at: '2026-01-12T08:02:00.000Z', imported: false },
    ]);
    expect(raised(one)).toMatchObject([{ record: 'question-2' }]);
  });

  it('an example and an idea for a project are shared, with or without more to say', () => {
    const spoken = { title: 'Butik med drivmedel', place: 'Fagerhult' };
    const shared = given().did('share-example', { ...spoken, description: 'Föreningen driver pumpen.' });
    expect(shared.types).toEqual(['example.shared']);
    expect(data(shared)).toEqual({ example: 'example-1', ...spoken, descriptionText: 'text-1' });
    expect(shared.last?.texts).toMatchObject([{ field: 'description', text: 'Föreningen driver pumpen.' }]);
    expect(data(shared.did('share-example', { title: 'Servicepunkt' }))).toEqual({
      example: 'example-2',
      title: 'Servicepunkt',
    });
    const idea = shared.did('propose-project-idea', { title: 'Samordnade varor', description: 'En bil, tre byar.' });
    expect(idea.types).toEqual(['project-idea.proposed']);
    expect(data(idea)).toEqual({ idea: 'idea-1', title: 'Samordnade varor', descriptionText: 'text-2' });
    expect(idea.last?.texts).toMatchObject([{ field: 'description', text: 'En bil, tre byar.' }]);
    const second = idea.did('propose-project-idea', { title: 'Lokal mat' });
    expect(data(second)).toEqual({ idea: 'idea-2', title: 'Lokal mat' });
    expect(networkOf(second.plan)).toEqual({
      questions: [],
      examples: [{ key: 'example-1', ...spoken, descriptionText: 'text-1', organisation: 'RKL', ...made }],
      ideas: [
        { key: 'idea-1', title: 'Samordnade varor', descriptionText: 'text-2', organisation: 'RKL', ...made },
        { key: 'idea-2', title: 'Lokal mat', organisation: 'RKL', ...made },
      ],
    });
  });

  it('INV-26 whoever brings in history speaks for nobody', () => {
    const known = ask(given())
      .did('share-example', { title: 'Servicepunkt' }, { imported: true })
      .did('raise-question', { question: 'När?' }, { imported: true, occurredAt: '2017' })
      .did('answer-question', { question: 'question-2', answer: 'Nu' }, { imported: true });
    expect(networkOf(known.plan)).toMatchObject({
      questions: [{ organisation: 'RKL' }, { raisedAt: '2017', imported: true }],
    });
    expect(networkOf(known.plan).examples[0]).not.toHaveProperty('organisation');
    expect(networkOf(known.plan).questions[1]).not.toHaveProperty('organisation');
    expect(networkOf(known.plan).questions[1]?.answers).toEqual([{ answerText: 'text-3' }]);
  });

  it('INV-05 a new attempt asks for new examples; a question lasts until it is answered', () => {
    const again = ask(given()).did('share-example', { title: 'Servicepunkt' }).did('restart', { reason: 'Nytt läge' });
    expect(examplesOf(again.plan)).toEqual([]);
    expect(again.missing('questions-answered')).toHaveLength(1);
    expect(data(again.did('share-example', { title: 'Butik' }))).toEqual({ example: 'example-2', title: 'Butik' });
  });

  it('examples-shared gates the stage that asks for it', () => {
    const template = openTemplate();
    const criterion = { key: 'spread', kind: 'examples-shared', name: template.name, with: { min: 2 } };
    const stages = template.stages.map((one) => (one.key === 'begin' ? { ...one, criteria: [criterion] } : one));
    const one = given({ ...template, stages }).did('share-example', { title: 'Ett' });
    expect(given().missing('examples-shared')).toEqual([
      { code: 'examples-too-few', verb: 'share-example', params: { min: 1, have: 0 } },
    ]);
    expect(one.missing('examples-shared')).toEqual([]);
    expect(one.missing('examples-shared', { min: 2 })).toMatchObject([{ params: { min: 2, have: 1 } }]);
    expect(one.open('advance')).toBe(false);
    expect(one.did('share-example', { title: 'Två' }).did('advance').plan.stage).toBe('finish');
  });

  it('says what supplies each criterion, takes what it should, and has words for every code', () => {
    const { 'examples-shared': examples, 'questions-answered': questions } = network.criteria;
    expect([examples?.suppliedBy, questions?.suppliedBy]).toEqual([['share-example'], ['answer-question']]);
    expect(examples?.with).toEqual(parameters({ min: howMany('How many examples; 1 by default.') }));
    expect(Object.keys(network.words)).toEqual(['no-questions', 'examples-too-few', 'question-not-answered']);
  });
});
