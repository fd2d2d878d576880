// The part of jest that pure specs use, in this process: specs are read once for each mutant, so it must cost nothing.
import { format } from 'node:util';
import { expect } from 'expect';

/** What a spec file finds as globals; every `it` becomes an entry of `found`, by the file and the titles around it. */
export function specGlobals(file, found) {
  const around = [];
  const describe = (title, tell) => {
    around.push(title);
    tell();
    around.pop();
  };
  const it = (title, run) => {
    const name = [...around, title].join(' ');
    const same = found.filter((one) => one.file === file && one.name === name).length;
    found.push({ id: `${file} ${name}${same ? ` (${same + 1})` : ''}`, name, file, run });
  };
  describe.each = forEachRow(describe);
  it.each = forEachRow(it);
  return { describe, it, expect };
}

function forEachRow(tell) {
  return (rows) => (title, run) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      tell(titled(title, values), () => run(...values));
    }
  };
}

/** As many values as the title asks for; the others tell nothing. */
function titled(title, values) {
  const asked = title.match(/%[a-z]/g)?.length ?? 0;
  return format(title, ...values.slice(0, asked));
}
