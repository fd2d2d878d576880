import { faultFrom, namingTheFolder, StartFault } from './start-fault.js';

const coded = (code: string) => Object.assign(new Error('from below'), { code });

describe('the fault behind an error', () => {
  it.each([
    ['53100', /^The disk is full: .*\/srv\/plans/],
    ['ENOSPC', /^The disk is full: .*\/srv\/plans/],
    ['EDQUOT', /^The disk is full: .*\/srv\/plans/],
    ['EACCES', /may not write to its data folder \/srv\/plans/],
    ['EROFS', /may not write to its data folder \/srv\/plans/],
    ['EEXIST', /\/srv\/plans is not a folder/],
  ])('%s is one line that names the folder', (code, line) => {
    const fault = faultFrom(coded(code), '/srv/plans');
    expect(fault?.line).toMatch(line);
    expect(fault?.line).not.toContain('\n');
    expect(fault?.cause).toHaveProperty('code', code);
  });

  it('is nothing for an error of another kind', () => {
    expect(faultFrom(coded('23505'), '/srv/plans')).toBeUndefined();
    expect(faultFrom('words', '/srv/plans')).toBeUndefined();
  });

  it('lets an error of another kind through unchanged', async () => {
    const other = new Error('a defect');
    await expect(namingTheFolder('/srv/plans', () => Promise.reject(other))).rejects.toBe(other);
    const known = new StartFault('The port is taken.');
    await expect(namingTheFolder('/srv/plans', () => Promise.reject(known))).rejects.toBe(known);
  });
});
