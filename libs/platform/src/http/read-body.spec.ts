// A body with something wrong in it: every fault at once, each at the very item that it concerns.
import { Codes, Day, Ids, KeyMap, Line, Lines, Many, Maybe, One, OneOf, Quantity } from '../fields/fields.js';
import { problemBody, type Problem } from './problem.js';
import { readBody } from './read-body.js';

class Step {
  @Line() title: string;
  @Maybe() @Day() on?: string;
  @Maybe() @Codes({ max: 2 }) by?: string[];
}

class Work {
  @Maybe() @Ids() plans?: string[];
  @Maybe() @Codes({ max: 3 }) members?: string[];
  @Maybe() @Lines({ length: 5 }) topics?: string[];
  @Maybe() @Many(() => Step, { max: 3 }) steps?: Step[];
  @Maybe() @One(() => Step) first?: Step;
  @Maybe() @KeyMap() stages?: Record<string, string>;
  @Maybe() @Quantity(0, 10) amount?: number;
}

function told(body: object, at?: string): string[] {
  try {
    readBody(Work, body, at);
  } catch (error) {
    const { faults } = (error as Problem).circumstances;
    return (faults as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
}

class Choice {
  @OneOf(['yes', 'no']) decision: 'yes' | 'no';
  @Line() title: string;
}

it('of a missing field that can only be one of a few, says which', () => {
  let problem: unknown;
  try {
    readBody(Choice, {});
  } catch (error) {
    problem = error;
  }
  expect(problemBody(problem as Problem, 'en').faults).toEqual([
    { pointer: '/decision', code: 'required', message: 'the field is missing. Choose among: yes, no.' },
    { pointer: '/title', code: 'required', message: 'the field is missing.' },
  ]);
});

const id = '0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11';

describe('readBody', () => {
  it.each<[string, object, string[]]>([
    ['nothing wrong', { plans: [id], members: ['A'], topics: ['x'], steps: [{ title: 'x' }], stages: { a: 'b' } }, []],
    ['ids', { plans: [id, 'x', id, 7] }, ['/plans/1 not-a-uuid', '/plans/3 not-text']],
    ['codes', { members: ['a b', 'RKL', null] }, ['/members/0 not-a-code', '/members/2 not-text']],
    [
      'lines',
      { topics: ['', 'right', 'too long', {}] },
      ['/topics/0 too-short', '/topics/2 too-long', '/topics/3 not-text'],
    ],
    [
      'too many, and one of them wrong',
      { members: ['A', 'B', 'C', '?'] },
      ['/members too-many', '/members/3 not-a-code'],
    ],
    [
      'no list',
      { members: 'A', steps: { title: 'x' }, plans: null },
      ['/plans not-list', '/members not-list', '/steps not-list'],
    ],
    ['an empty list', { plans: [] }, ['/plans too-few']],
    [
      'objects in a list',
      { steps: [{ title: 'x' }, 7, { title: 7, on: '2026-02-30' }, null] },
      [
        '/steps too-many',
        '/steps/1 not-object',
        '/steps/3 not-object',
        '/steps/2/title not-text',
        '/steps/2/on not-a-day',
      ],
    ],
    ['objects alone', { steps: ['x', []] }, ['/steps/0 not-object', '/steps/1 not-object']],
    ['a list in an object in a list', { steps: [{ title: 'x', by: ['A', '?'] }] }, ['/steps/0/by/1 not-a-code']],
    [
      'a list in an object',
      { first: { title: 'x', by: ['?'], more: 1 } },
      ['/first/more unknown-field', '/first/by/0 not-a-code'],
    ],
    ['no object', { first: 7 }, ['/first not-object']],
    [
      'pairs of keys',
      { stages: { a: 'b', c: 7, 'D/e': 'f' } },
      ['/stages/c not-pairs-of-keys', '/stages/D~1e not-pairs-of-keys'],
    ],
    ['no pairs', { stages: ['a'] }, ['/stages not-pairs-of-keys']],
    ['a map with a key that every object has', { stages: { constructor: 'a', prototype: 'b', a: 'constructor' } }, []],
    [
      'the same, with something else wrong',
      { stages: { constructor: 'a', b: 7 }, amount: 11 },
      ['/stages/b not-pairs-of-keys', '/amount too-large'],
    ],
    [
      'fields that are called so',
      { constructor: 'x', steps: [{ title: 'x' }, { title: '', prototype: 'y', constructor: 'x' }] },
      [
        '/constructor forbidden-key',
        '/steps/1/prototype forbidden-key',
        '/steps/1/constructor forbidden-key',
        '/steps/1/title too-short',
      ],
    ],
    ['a number beyond', { amount: 11 }, ['/amount too-large']],
  ])('%s', (_what, body, expected) => {
    expect(told(body).sort()).toEqual([...expected].sort());
  });

  it('tells it where the body stands', () => {
    expect(told({ plans: ['x'] }, '/body')).toEqual(['/body/plans/0 not-a-uuid']);
  });

  it('takes such a key as it is', () => {
    const body = JSON.parse('{"stages":{"constructor":"a","b":"prototype"}}') as object;
    expect(JSON.stringify(readBody(Work, body).stages)).toBe('{"constructor":"a","b":"prototype"}');
  });

  it('of very many tells the first thousand, and how many more', () => {
    const steps = Array.from({ length: 1500 }, () => ({ title: 7 }));
    const listed = told({ steps });
    expect(listed).toHaveLength(1001);
    expect([listed[0], listed[1], listed[1000]]).toEqual([
      '/steps too-many',
      '/steps/0/title not-text',
      ' more-faults',
    ]);
  });

  it('of too many pairs tells that alone', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, nth) => [`a-${nth}`, 7]));
    expect(told({ stages: many })).toEqual(['/stages not-pairs-of-keys']);
  });
});
