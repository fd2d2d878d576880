import { readConfiguration } from './configuration.js';

describe('mail', () => {
  it('comes from the host that people reach us by, when nothing else is said', () => {
    const from = (environment: Record<string, string>) => readConfiguration(environment).mailFrom;
    expect(from({ STEGVIS_BASE_URL: 'https://plan.hogsby.se/' })).toEqual({
      name: 'Stegvis',
      address: 'stegvis@plan.hogsby.se',
    });
    for (const HOST of ['127.0.0.1', '::1', '0.0.0.0', 'my_host', 'no host'])
      expect(from({ HOST }).address).toMatch(/^stegvis@(localhost|my_host)$/);
    expect(from({ STEGVIS_MAIL_FROM: 'Högsby kommun <plan@hogsby.se>' })).toEqual({
      name: 'Högsby kommun',
      address: 'plan@hogsby.se',
    });
  });

  it.each([
    ['SMTP_URL', 'mail.example.se', /^SMTP_URL=mail\.example\.se cannot be used: give a URL that begins with smtp:/],
    ['SMTP_URL', 'smtp://', /^SMTP_URL=smtp:\/\/ cannot be used: give smtp:/],
    ['SMTP_URL', 'http://me:the-secret@x', /^SMTP_URL=http:\/\/\*\*\*@x cannot/],
    ['STEGVIS_MAIL_FROM', 'a@b.se\r\nBcc: c@d.se', /^STEGVIS_MAIL_FROM=/],
    ['STEGVIS_MAIL_FROM', 'Stegvis', /give an address, or Name <address>/],
    [
      'STEGVIS_TRUSTED_PROXIES',
      '10.0.0.0/33',
      /^STEGVIS_TRUSTED_PROXIES=10\.0\.0\.0\/33 cannot be used: give addresses/,
    ],
    ['STEGVIS_TRUSTED_PROXIES', 'loopback, everyone', /^STEGVIS_TRUSTED_PROXIES=/],
    ['STEGVIS_SIGN_IN_PER_ADDRESS', '0', /^STEGVIS_SIGN_IN_PER_ADDRESS=0 cannot be used: give how often an hour/],
    ['STEGVIS_SIGN_IN_PER_IP', 'many', /^STEGVIS_SIGN_IN_PER_IP=many cannot be used/],
  ])('%s=%j stops the start', (name, value, line) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(line);
  });
});
