// What there is of the kind that a body names and the plan has not: told with the refusal, up to five, by name and key.
import type { Setting } from '../engine/capability.js';
import { seenBy } from '../engine/kept.js';
import type { Plan } from '../engine/plan.js';
import type { Reason } from '../engine/refusal.js';
import { nearest } from '../engine/template-nearest.js';
import type { Label } from '../engine/template.js';
import type { Vocabulary } from '../engine/vocabulary.js';
import { dayOf } from '../schedule/days.js';
import { askedIn, entriesOf } from './checklist/list.js';
import { dialogueFacts } from './dialogues/facts.js';
import { cardsOf } from './methods/cards.js';
import { partiesOf } from './parties/facts.js';
import { markedRecords, withoutRecords } from './registration/closed.js';

interface There {
  key: string;
  title?: string | undefined;
}

const TOLD_MAX = 5;

/** What a field of a body names, by the field. */
const KINDS: Record<string, Label> = {
  organisation: { sv: 'part', en: 'party' },
  municipality: { sv: 'kommun', en: 'municipality' },
  role: { sv: 'roll', en: 'role' },
  item: { sv: 'post', en: 'item' },
  meeting: { sv: 'möte', en: 'meeting' },
  workgroup: { sv: 'arbetsgrupp', en: 'workgroup' },
  theme: { sv: 'tema', en: 'theme' },
  area: { sv: 'område', en: 'area' },
  effort: { sv: 'insats', en: 'effort' },
  activity: { sv: 'aktivitet', en: 'activity' },
  trial: { sv: 'prov', en: 'trial' },
  idea: { sv: 'idé', en: 'idea' },
  potential: { sv: 'potential', en: 'potential' },
  question: { sv: 'fråga', en: 'question' },
  indicator: { sv: 'indikator', en: 'indicator' },
  commitment: { sv: 'utfästelse', en: 'commitment' },
  ownership: { sv: 'ägarskap', en: 'ownership' },
  attachment: { sv: 'bilaga', en: 'attachment' },
  method: { sv: 'metodkort', en: 'method card' },
  version: { sv: 'version', en: 'version' },
  seat: { sv: 'plats', en: 'seat' },
  holding: { sv: 'rollinnehav', en: 'holding of a role' },
  event: { sv: 'händelse', en: 'event' },
};
const RECORD: Label = { sv: 'post', en: 'record' };

/** The reason with what its sentence needs. @param verb the one whose body it was */
export function withWhatThereIs(vocabulary: Vocabulary, plan: Plan, verb: string, at: Setting, reason: Reason): Reason {
  if (reason.code !== 'unknown-record') return reason;
  const field = reason.field?.split('/').findLast((step) => step !== '' && !/^\d+$/.test(step)) ?? '';
  const found = thereIs(vocabulary, plan, verb, field, at);
  return { ...reason, names: { what: KINDS[field] ?? RECORD, there: told(found, String(reason.params?.['value'])) } };
}

function told(found: There[], value: string): Label {
  if (found.length === 0) return { sv: '', en: '' };
  const list = found.slice(0, TOLD_MAX).map(({ key, title }) => (title ? `${title} (${key})` : key));
  const more = found.length - list.length;
  const near = nearest(value, [...new Set(found.flatMap(({ key, title }) => [key, title ?? key]))]);
  return {
    sv: ` Det som finns: ${list.join(', ')}${more > 0 ? ` och ${more} till` : ''}.${near ? ` Menade du ”${near}”?` : ''}`,
    en: ` There is: ${list.join(', ')}${more > 0 ? ` and ${more} more` : ''}.${near ? ` Did you mean "${near}"?` : ''}`,
  };
}

/** What is chosen in one capability and worked on in others. */
const CHOSEN = new Set(['theme', 'potential']);

/** Nothing that somebody keeps to themselves, and nothing that is marked as confidential. */
function thereIs(vocabulary: Vocabulary, plan: Plan, verb: string, field: string, at: Setting): There[] {
  const capability = vocabulary.verbs.get(verb)?.capability.key ?? '';
  if (field === 'organisation') return partiesOf(plan).map(({ organisation }) => ({ key: organisation }));
  if (field === 'municipality')
    return dialogueFacts(plan).municipalities.map(({ organisation, name }) => ({ key: organisation, title: name }));
  if (field === 'role') return at.template.roles.map(({ key, name }) => ({ key, title: name[plan.language] }));
  if (field === 'method')
    return cardsOf(plan, at.template).map(({ key, name }) => ({ key, title: name[plan.language] }));
  if (capability === 'checklist')
    return entriesOf(plan, at.template, askedIn(at.template, plan.stage)).map(({ title, asked, record }) => ({
      key: asked?.key ?? record?.key ?? title,
      title,
    }));
  const open = withoutRecords(seenBy(vocabulary, plan, []).facts, markedRecords(plan, dayOf(at.now)));
  const noun = field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return keyedIn(CHOSEN.has(field) ? open : open[capability], noun);
}

/** Records of the noun that the field names; of a knowledge item, `item` is the last of its words. */
function keyedIn(value: unknown, noun: string): There[] {
  if (typeof value !== 'object' || value === null) return [];
  const { key, title } = value as { key?: unknown; title?: unknown };
  const inner = Object.values(value).flatMap((one) => keyedIn(one, noun));
  const isOf = typeof key === 'string' && new RegExp(`(^|-)${noun}-\\d+$`).test(key);
  return isOf ? [{ key, ...(typeof title === 'string' ? { title } : {}) }, ...inner] : inner;
}
