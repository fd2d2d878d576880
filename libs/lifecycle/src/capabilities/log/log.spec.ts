import { given } from '../../given.js';

describe('log', () => {
  it('entries and comments are texts; the plan only counts them', () => {
    const plan = given().did('write-log-entry', { entry: 'Biblioteket vill vara med.' });
    expect(plan.last?.events).toMatchObject([
      { type: 'log-entry.written', data: { entry: 'log-entry-1', wordsText: 'text-1' } },
    ]);
    expect(plan.last?.texts).toMatchObject([{ key: 'text-1', field: 'words', text: 'Biblioteket vill vara med.' }]);
    const said = plan
      .did('comment', { entry: 'log-entry-1', comment: 'Bra!' })
      .did('comment', { comment: 'Om hela planen' });
    expect(said.last?.events).toMatchObject([
      { type: 'comment.written', data: { comment: 'comment-2', wordsText: 'text-3' } },
    ]);
    expect(said.plan.facts['log']).toEqual({ entries: 1, comments: 2 });
  });

  it('an entry is for those who work with the plan, unless it is said to be for everyone (B29)', () => {
    const data = (body: object) =>
      given().did('write-log-entry', { entry: 'Projektet är slut.', ...body }).last?.events[0]?.data;
    expect(data({})).toEqual({ entry: 'log-entry-1', wordsText: 'text-1' });
    expect(data({ public: false })).toEqual(data({}));
    expect(data({ public: true })).toMatchObject({ public: true });
  });

  it.each(['log-entry-2', 'log-entry-0', 'comment-1', 'log-entry-1x'])(
    'no comment on %s, which is no entry',
    (entry) => {
      const plan = given().did('write-log-entry', { entry: 'Första' });
      expect(plan.refused('comment', { entry, comment: 'Bra!' })).toMatchObject([
        { code: 'unknown-record', field: '/entry' },
      ]);
    },
  );

  it('log-entries asks for so many', () => {
    const one = given().did('write-log-entry', { entry: 'Första' });
    expect(given().missing('log-entries')).toMatchObject([
      { code: 'log-entries-too-few', params: { min: 1, have: 0 } },
    ]);
    expect(one.missing('log-entries')).toEqual([]);
    expect(one.missing('log-entries', { min: 2 })).toHaveLength(1);
  });

  it('a paused plan still takes what is written', () => {
    const paused = given().did('pause', { reason: 'Val' });
    expect(paused.did('write-log-entry', { entry: 'Under pausen' }).types).toEqual(['log-entry.written']);
  });
});
