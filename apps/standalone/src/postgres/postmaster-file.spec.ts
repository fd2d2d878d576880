import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disownStaleFile, parsePostmasterFile, runningPostmaster } from './postmaster-file.js';

const whole = (pid: number) =>
  [pid, '/srv/plans/postgres', 1795350000, 40661, '', '127.0.0.1', '  1234567    65536', 'ready   ', ''].join('\n');

describe('postmaster.pid', () => {
  let pgData: string;
  beforeEach(() => (pgData = mkdtempSync(join(tmpdir(), 'stegvis-pid-'))));
  afterEach(() => rmSync(pgData, { recursive: true }));
  const file = () => join(pgData, 'postmaster.pid');

  it('names the process and the port', () => {
    expect(parsePostmasterFile(whole(8298))).toEqual({ pid: 8298, port: 40661 });
  });

  it.each([
    ['', {}],
    ['8298\n/srv', { pid: 8298 }],
    ['-8298\n', {}],
    ['words\n\n\nwords', {}],
  ])('says what it can when it reads %j', (text, known) => {
    expect(parsePostmasterFile(text)).toEqual(known);
  });

  it('counts for nothing when its number belongs to another program by now', () => {
    writeFileSync(file(), whole(process.ppid));
    expect(runningPostmaster(pgData)).toBeUndefined();
  });

  it('counts for nothing when there is no such process', () => {
    writeFileSync(file(), whole(2 ** 22 + 1));
    expect(runningPostmaster(pgData)).toBeUndefined();
  });

  it('is made ours when it is stale, with the key that guards against left-over sessions untouched', () => {
    writeFileSync(file(), whole(process.ppid));
    disownStaleFile(pgData);
    expect(readFileSync(file(), 'utf8')).toBe(whole(process.pid));
  });
});
