// SIGKILL in the middle of a load, several times on one data folder, the last time the database with it.
import { load, untilAcknowledged, type Walk } from './load.js';
import { COMMAND_LINE, dataFolder, endPrograms, postgresOn, run, STANDALONE } from './program.js';
import { expectWhole, expectWholeFeed } from './whole.js';

const CONNECTIONS = 16;

describe('a Stegvis that is killed while it works', () => {
  const folder = dataFolder();
  const settings = { STEGVIS_DATA_DIR: folder.path };
  const walks: Walk[] = [];

  afterAll(async () => {
    await endPrograms();
    await folder.remove();
  });

  it.each([
    ['after a few commands', 20, false],
    ['in full swing', 700, false],
    ['and its PostgreSQL with it', 300, true],
  ])('%s has every acknowledged command once, and no other in part', async (_when, count, withDatabase) => {
    const killed = run(STANDALONE, settings);
    const under = load(await killed.ready(), CONNECTIONS);
    await untilAcknowledged(under, count);
    const database = postgresOn(folder.path) as number;
    await killed.kill('SIGKILL');
    if (withDatabase) process.kill(database, 'SIGKILL');
    await under.over;
    expect(under.refused).toEqual([]);
    walks.push(...under.walks);

    const program = run(STANDALONE, settings);
    const url = await program.ready();
    expect(postgresOn(folder.path) === database).toBe(!withDatabase);
    await expectWhole(url, under.walks);
    await expectWholeFeed(url, walks);
    expect(await program.kill('SIGTERM')).toBe(0);
    expect(program.err()).toBe('');
  });

  it('has plans that agree with their events', async () => {
    const check = run(COMMAND_LINE, settings, ['rebuild', '--check']);
    expect(await check.ended).toBe(0);
    expect(check.out()).toMatch(/^\d{3,} plans folded from \d{4,} events; 0 differ/);
    expect(postgresOn(folder.path)).toBeUndefined();
  });
});
