// Whom a reminder goes on to while nothing is done, in words.
import type { Escalation, Label } from '#libs/lifecycle';
import { joined } from './change.js';
import type { Names } from './places.js';
import { durationInWords } from './timing-words.js';

const NOT_ROLES: Record<string, Label> = {
  deputy: { sv: 'ersättaren', en: 'the deputy' },
  accountable: { sv: 'den som svarar för skedet', en: 'whoever answers for the stage' },
};

/** «3 days later to the chair, 7 days later to whoever answers for the stage». */
export function escalationInWords(steps: Escalation[], names: Names): Label {
  const said = steps.map(({ after, to }) => {
    const asked = to.map((role) => NOT_ROLES[role] ?? names.role(role).name);
    return joined([durationInWords(after), { sv: ' senare till ', en: ' later to ' }, joined(asked, ', ')], '');
  });
  return joined(said, ', ');
}
