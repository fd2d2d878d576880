// A file that is no plain JSON, told as the HTTP doors tell it.
import { parseJson } from './read-json-file.js';

const read = (text: string, language?: 'sv' | 'en') => parseJson(Buffer.from(text), language);

it('a name that stands twice has the code and the words of the doors, in the language of the reader', () => {
  const twice = '{"key": "a", "stages": [], "key": "b"}';
  expect(read(twice)).toEqual({
    faults: [{ place: '/key', code: 'repeated-key', message: 'stands twice in the same object.' }],
  });
  expect(read(twice, 'sv')).toEqual({
    faults: [{ place: '/key', code: 'repeated-key', message: 'står två gånger i samma objekt.' }],
  });
});

it('broken JSON has a line and a column', () => {
  expect(read('{\n  "key": }')).toMatchObject({ faults: [{ place: 'line 2, column 10' }] });
});
