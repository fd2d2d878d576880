import { choosePlace, type PlaceFacts } from './data-place.js';

const USUAL = '/home/anna/stegvis/data';
const SPARE = '/var/lib/stegvis/stegvis-1a2b';

/** Without root nothing stands in the way; as root, what is listed can be reached. */
const facts = (given: Partial<PlaceFacts> & { reachable?: string[] } = {}): PlaceFacts => ({
  chosen: undefined,
  usual: USUAL,
  recorded: undefined,
  spare: SPARE,
  usualHasDatabase: false,
  databaseUser: given.reachable ? 'postgres' : undefined,
  passable: (dir) => given.reachable?.includes(dir) ?? false,
  ...given,
});

describe('where the data are', () => {
  it('is <project>/data for a user', () => {
    expect(choosePlace(facts())).toEqual({ kind: 'here', dataDir: USUAL });
  });

  it('is STEGVIS_DATA_DIR for a user who sets it', () => {
    expect(choosePlace(facts({ chosen: '/srv/plans' }))).toEqual({ kind: 'here', dataDir: '/srv/plans' });
  });

  it('is <project>/data for root when the database user can get there', () => {
    expect(choosePlace(facts({ reachable: [USUAL] }))).toEqual({ kind: 'here', dataDir: USUAL });
  });

  it('is a folder of the system for root otherwise, written down and told', () => {
    const place = choosePlace(facts({ reachable: [SPARE] }));
    expect(place).toMatchObject({ kind: 'record', dataDir: SPARE });
    expect(place).toHaveProperty('notice', expect.stringContaining(SPARE));
  });

  it('stays where it was written down to be, also when the usual folder can be reached again', () => {
    const place = choosePlace(facts({ recorded: '/var/lib/stegvis/first', reachable: [USUAL, SPARE] }));
    expect(place).toMatchObject({ kind: 'here', dataDir: '/var/lib/stegvis/first' });
  });

  it('is never a new folder while a database lies in the usual one', () => {
    const place = choosePlace(facts({ usualHasDatabase: true, reachable: [SPARE] }));
    expect(place).toMatchObject({ kind: 'unreachable', line: expect.stringContaining(USUAL) });
  });

  it('is refused, not replaced, when STEGVIS_DATA_DIR cannot be reached', () => {
    const place = choosePlace(facts({ chosen: '/root/plans', recorded: SPARE, reachable: [USUAL, SPARE] }));
    expect(place).toMatchObject({
      kind: 'unreachable',
      line: expect.stringMatching(/\/root\/plans.*STEGVIS_DATA_DIR/),
    });
    expect(place).toHaveProperty('line', expect.not.stringContaining('\n'));
  });
});
