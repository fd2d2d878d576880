import { asOneLine, isMailAddress, mailboxOf } from './mail-address.js';

it.each([
  'anna@example.se',
  'a.b+c@sub.example.se',
  'åsa@exempel.se',
  'anna@räksmörgås.se',
  'root@localhost',
  "o'hara@x.se",
])('%s is an address', (address) => expect(isMailAddress(address)).toBe(true));

it.each([
  '',
  'anna',
  '@example.se',
  'anna@',
  'anna@@example.se',
  'anna@exa mple.se',
  'anna@example.se\r\nBcc: eve@example.se',
  'anna@example.se\nBcc:eve@example.se',
  'anna@example.se, eve@example.se',
  'anna@example.se;eve@example.se',
  'Anna <anna@example.se>',
  '"a b"@example.se',
  'anna@[127.0.0.1]',
  'anna@example..se',
  '.anna@example.se',
  'anna@-example.se',
  'anna\u0000@example.se',
  'anna\u200b@example.se',
  'anna@example.se\u2028',
  `${'a'.repeat(65)}@example.se`,
  `anna@${'a'.repeat(250)}.se`,
])('%j is none', (address) => expect(isMailAddress(address)).toBe(false));

it('a name of several lines becomes one', () => {
  expect(asOneLine('Anna\r\nBcc: eve@example.se\u0000')).toBe('Anna Bcc: eve@example.se');
});

it('a mailbox has a name or none', () => {
  expect(mailboxOf('Stegvis Högsby <plan@hogsby.se>')).toEqual({ name: 'Stegvis Högsby', address: 'plan@hogsby.se' });
  expect(mailboxOf('plan@hogsby.se')).toEqual({ name: '', address: 'plan@hogsby.se' });
  for (const wrong of ['Stegvis', 'Stegvis <>', '<a@b> <c@d>', 'Stegvis <a@b', ''])
    expect(mailboxOf(wrong)).toBeUndefined();
});
