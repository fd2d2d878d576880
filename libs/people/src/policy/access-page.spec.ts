// docs/access.md says what the program does: its tables are made of the rules themselves (UPDATE_GUIDE=1 writes them anew).
import { readFileSync, writeFileSync } from 'node:fs';
import { accessTables } from './access-page.js';

const FILE = 'docs/access.md';
const MADE = /(<!-- rights: [^\n]* -->\n)([^]*?)(<!-- \/rights -->)/;

it('the page for administrators shows the rules as they are', () => {
  const page = readFileSync(FILE, 'utf8');
  if (process.env['UPDATE_GUIDE'])
    writeFileSync(
      FILE,
      page.replace(MADE, (_all, first: string, _old, last: string) => `${first}\n${accessTables()}\n\n${last}`),
    );
  expect(MADE.exec(readFileSync(FILE, 'utf8'))?.[2]?.trim()).toBe(accessTables().trim());
});
