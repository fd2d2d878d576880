// What has become of the reminders and check-ins of one place.
import { CHECK_IN_FORMS, type CheckIn, type Escalation, type Label, type Reminder, type Timing } from '#libs/lifecycle';
import { change, type Change } from './change.js';
import { difference, together } from './difference.js';
import { escalationInWords } from './escalation-words.js';
import { compared } from './keyed.js';
import { differences, kindInWords } from './parameter-words.js';
import type { Names } from './places.js';
import { timingInWords } from './timing-words.js';

interface Rules {
  reminders?: Reminder[];
  checkIns?: CheckIn[];
}

type Kind = 'reminder' | 'check-in';

const WHEN = { sv: 'när', en: 'when' };
const TO = { sv: 'till', en: 'to' };
const UNTIL = { sv: 'tills', en: 'until' };
const ESCALATE = { sv: 'går vidare', en: 'goes on' };
const FORM = { sv: 'form', en: 'form' };
const NAME = { sv: 'namn', en: 'name' };
const said = (label: Label) => label;

/** @param place where, when the place is no stage: «, på spåret loggen». */
export function ruleChanges(names: Names, from: Rules, to: Rules, place: Label = { sv: '', en: '' }): Change[] {
  const of = (one: Reminder | CheckIn) => ({
    rule: { key: one.key, name: one.name ?? { sv: one.key, en: one.key } },
    place,
  });
  const each = <Rule extends Reminder | CheckIn>(
    kind: Kind,
    before: Rule[] | undefined,
    after: Rule[] | undefined,
    what: (was: Rule, is: Rule) => Label | undefined,
  ): Change[] => {
    const { added, removed, kept } = compared(before, after);
    const news = added.map((one) =>
      change(`${kind}-added`, { ...of(one), when: timingInWords(one.when, names), to: names.roles(one.to) }),
    );
    const changed = kept.flatMap(([was, is]) => {
      const told = what(was, is);
      return told ? [change(`${kind}-changed`, { ...of(is), what: told })] : [];
    });
    return [...news, ...removed.map((one) => change(`${kind}-removed`, of(one))), ...changed];
  };
  return [
    ...each('reminder', from.reminders, to.reminders, (was, is) =>
      together([
        ...common(names, was, is),
        difference(UNTIL, was.until, is.until, kindInWords),
        difference(ESCALATE, was.escalate, is.escalate, (steps: Escalation[]) => escalationInWords(steps, names)),
        ...differences(names, was.given, is.given),
      ]),
    ),
    ...each('check-in', from.checkIns, to.checkIns, (was, is) =>
      together([...common(names, was, is), difference(FORM, was.form, is.form, formInWords)]),
    ),
  ];
}

function common(names: Names, was: Reminder | CheckIn, is: Reminder | CheckIn): (Label | undefined)[] {
  return [
    difference(NAME, was.name, is.name, said),
    difference(WHEN, was.when, is.when, (when: Timing) => timingInWords(when, names)),
    difference(TO, was.to, is.to, (keys: string[]) => names.roles(keys)),
  ];
}

const formInWords = (form: string): Label => CHECK_IN_FORMS[form] ?? { sv: form, en: form };
