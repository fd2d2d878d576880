// A body that names persons: each of them must be there, wherever in the body the name stands.
import { Many, Maybe, One, PersonId, Problem, problemBody, readBody } from '#libs/platform';
import { IsString } from 'class-validator';
import { refuseUnknownPersons, type KnownPersons } from './known-persons.js';

const [HERE, ERASED, NOBODY] = ['a', 'b', 'c'].map((letter) => `0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c1${letter}`) as [
  string,
  string,
  string,
];

class Seat {
  @PersonId() person: string;
  @Maybe() @PersonId() deputy?: string;
}
class Table {
  @IsString() title: string;
  @Maybe() @PersonId() chair?: string;
  @Maybe() @One(() => Seat) secretary?: Seat;
  @Maybe() @Many(() => Seat) seats?: Seat[];
}
class LongTable extends Table {
  @Maybe() @PersonId() host?: string;
}

const asked: string[][] = [];
const known: KnownPersons = {
  standing: (ids) => {
    asked.push(ids);
    const all = new Map([
      [HERE, 'here' as const],
      [ERASED, 'erased' as const],
    ]);
    return Promise.resolve(new Map([...all].filter(([id]) => ids.includes(id))));
  },
};

async function faultsIn(body: object, type: new () => Table = Table): Promise<object | undefined> {
  try {
    await refuseUnknownPersons(known, readBody(type, { title: NOBODY, ...body }), '/body');
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, code, faults } = problemBody(error, 'en');
    return { status, code, faults: faults?.map(({ pointer, code: why }) => `${pointer} ${why}`) };
  }
}

beforeEach(() => asked.splice(0));

it('is taken when each is there, and asks for each once', async () => {
  expect(await faultsIn({ chair: HERE, seats: [{ person: HERE }, { person: HERE, deputy: HERE }] })).toBeUndefined();
  expect(asked).toEqual([[HERE]]);
});

it('is taken without a question when it names nobody', async () => {
  expect(await faultsIn({})).toBeUndefined();
  expect(asked).toEqual([]);
});

it.each([
  [{ chair: NOBODY }, ['/body/chair unknown-person']],
  [{ secretary: { person: NOBODY } }, ['/body/secretary/person unknown-person']],
  [
    { chair: HERE, seats: [{ person: HERE }, { person: ERASED, deputy: NOBODY }] },
    ['/body/seats/1/person erased-person', '/body/seats/1/deputy unknown-person'],
  ],
])('is refused with the place of each who is not: %j', async (body, faults) => {
  expect(await faultsIn(body)).toEqual({ status: 404, code: faults[0]?.split(' ')[1], faults });
});

it('knows the fields that a class has from another', async () => {
  expect(await faultsIn({ host: NOBODY, chair: ERASED }, LongTable)).toMatchObject({
    faults: ['/body/chair erased-person', '/body/host unknown-person'],
  });
  expect(await faultsIn({ chair: HERE })).toBeUndefined();
});

it('has its ids in small letters from then on', async () => {
  const body = readBody(Table, { title: 'x', chair: HERE.toUpperCase(), seats: [{ person: HERE.toUpperCase() }] });
  await refuseUnknownPersons(known, body);
  expect([body.chair, body.seats?.[0]?.person]).toEqual([HERE, HERE]);
});
