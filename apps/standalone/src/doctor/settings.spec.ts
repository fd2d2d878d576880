import { linesOf } from './finding.js';
import { checkSettings } from './settings.js';

describe('the doctor, of the settings', () => {
  it('tells every wrong value at once, with what to do', () => {
    const found = checkSettings({ PORT: 'no', REDIS_URL: 'http://x', STEGVIS_LOG_LEVEL: 'loud', SMTP_URL: 'smtp://' });
    expect(found.map(({ state, says }) => [state, says.split('=')[0]])).toEqual([
      ['fault', 'PORT'],
      ['fault', 'REDIS_URL'],
      ['fault', 'SMTP_URL'],
      ['fault', 'STEGVIS_LOG_LEVEL'],
    ]);
    expect(found.find(({ says }) => says.startsWith('PORT'))?.cure).toMatch(/^Correct PORT/);
  });

  it('never shows a password', () => {
    const found = checkSettings({
      DATABASE_URL: 'mysql://me:secret@host/db',
      SMTP_URL: 'mail://me:secret@host',
      STEGVIS_ADMIN_TOKEN: 'a secret',
    });
    expect(found).toHaveLength(3);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it.each(['smtp://mail.example', 'smtps://me:pw@mail.example:465'])('%s can be used', (SMTP_URL) =>
    expect(checkSettings({ SMTP_URL, PORT: '0' })).toEqual([
      { state: 'ok', about: 'settings', says: 'PORT, SMTP_URL can be used' },
    ]),
  );

  it('looks into the file of sign-in providers', () => {
    const [found] = checkSettings({ STEGVIS_OIDC_FILE: '/nowhere/providers.json' });
    expect(found?.says).toBe('STEGVIS_OIDC_FILE=/nowhere/providers.json cannot be used: the file cannot be read.');
  });

  it('none is well', () => expect(checkSettings({})).toMatchObject([{ state: 'ok', says: 'none given' }]));
});

describe('a finding', () => {
  it('is one line, and one more for what to do', () => {
    expect(linesOf({ state: 'ok', about: 'disk', says: '9 GiB free' })).toEqual(['ok       disk         9 GiB free']);
    expect(linesOf({ state: 'fault', about: 'disk', says: 'full', cure: 'Make room.' })[1]).toBe(
      '                      -> Make room.',
    );
  });
});
