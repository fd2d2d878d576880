import { attachmentPath, safeName } from './file-names.js';

describe('the name of a file in an archive', () => {
  it.each([
    ['protokoll.pdf', 'protokoll.pdf'],
    ['Bilaga 1: Högsby/kommun.pdf', 'Bilaga_1_Högsby_kommun.pdf'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['C:\\Windows\\a?b*c|d<e>f"g.txt', 'C_Windows_a_b_c_d_e_f_g.txt'],
    ['.htaccess', '_htaccess'],
    ['utan punkt. . .', 'utan_punkt._.__'],
    ['rad\nbrytning\u0000\u202e.exe', 'rad_brytning_.exe'],
    ['A\u030a.txt', 'Å.txt'],
  ])('%j is %j', (name, safe) => expect(safeName(name)).toBe(safe));

  it('is cut where it is long, and keeps its ending', () => {
    expect(safeName(`${'å'.repeat(300)}.docx`)).toBe(`${'å'.repeat(80)}.docx`);
    expect(safeName('x'.repeat(300))).toBe('x'.repeat(80));
    expect(safeName(`${'😀'.repeat(100)}.png`)).toBe(`${'😀'.repeat(80)}.png`);
  });

  it('has the key before it, and the key alone when the name was struck out', () => {
    expect(attachmentPath('attachment-12', 'a.pdf')).toBe('attachments/attachment-12-a.pdf');
    expect(attachmentPath('attachment-12', null)).toBe('attachments/attachment-12');
  });
});
