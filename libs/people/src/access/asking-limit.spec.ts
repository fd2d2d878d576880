import { AskingLimit } from './asking-limit.js';

let now = 0;
const limit = () => new AskingLimit({ perAddress: 2, perPlace: 4 }, () => now);

beforeEach(() => (now = 0));

it('an address may be asked for so often an hour, however it is written and from wherever', () => {
  const asked = limit();
  expect([asked.take('anna@x.se', '192.0.2.1'), asked.take('Anna@X.se', '192.0.2.2')]).toEqual([0, 0]);
  expect(asked.take('ANNA@x.se', '192.0.2.3')).toBe(3_600);
  expect(asked.take('bo@x.se', '192.0.2.3')).toBe(0);
  now = 1_800_000;
  expect(asked.take('anna@x.se', '192.0.2.1')).toBe(1_800);
  now = 3_600_000;
  expect(asked.take('anna@x.se', '192.0.2.1')).toBe(0);
});

it('a place may ask so often an hour, for whomever', () => {
  const asked = limit();
  for (const name of ['a', 'b', 'c', 'd']) expect(asked.take(`${name}@x.se`, '192.0.2.1')).toBe(0);
  expect(asked.take('e@x.se', '192.0.2.1')).toBeGreaterThan(0);
  expect(asked.take('e@x.se', '192.0.2.2')).toBe(0);
});

it('one that was not let through does not count', () => {
  const asked = limit();
  for (let n = 0; n < 9; n += 1) asked.take('anna@x.se', '192.0.2.1');
  for (const name of ['b', 'c']) expect(asked.take(`${name}@x.se`, '192.0.2.1')).toBe(0);
});

it('the addresses of one IPv6 network are one place', () => {
  const asked = limit();
  const ips = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:0db8:0:1:3::', '2001:db8:0:1:4:5:6:7'].map((ip) =>
    ip.replace('0db8', 'db8'),
  );
  for (const [n, ip] of ips.entries()) expect(asked.take(`${n}@x.se`, ip)).toBe(0);
  expect(asked.take('e@x.se', '2001:db8:0:1::9')).toBeGreaterThan(0);
  expect(asked.take('e@x.se', '2001:db8:0:2::9')).toBe(0);
});
