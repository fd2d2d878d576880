// What one record is called where it has no title of its own: the kind that its key begins with, and its number.
import type { Language } from '#libs/lifecycle';

const KINDS: Record<string, Record<Language, string>> = {
  activity: { sv: 'Aktivitet', en: 'Activity' },
  attachment: { sv: 'Bilaga', en: 'Attachment' },
  'checklist-item': { sv: 'Punkt', en: 'Item' },
  comment: { sv: 'Kommentar', en: 'Comment' },
  commitment: { sv: 'Utfästelse', en: 'Commitment' },
  decision: { sv: 'Beslut', en: 'Decision' },
  description: { sv: 'Lägesbeskrivning', en: 'Situation description' },
  dialogue: { sv: 'Dialog', en: 'Dialogue' },
  direction: { sv: 'Val av inriktning', en: 'Choice of direction' },
  effort: { sv: 'Insats', en: 'Effort' },
  example: { sv: 'Exempel', en: 'Example' },
  'existing-solution': { sv: 'Befintlig lösning', en: 'Existing solution' },
  finding: { sv: 'Resultat', en: 'Finding' },
  idea: { sv: 'Idé', en: 'Idea' },
  insight: { sv: 'Insikt', en: 'Insight' },
  'inventory-activity': { sv: 'Led i inventeringen', en: 'Step of the inventory' },
  judgement: { sv: 'Bedömning', en: 'Judgement' },
  'knowledge-activity': { sv: 'Kunskapshöjande insats', en: 'Knowledge activity' },
  'knowledge-item': { sv: 'Underlag', en: 'Knowledge item' },
  lesson: { sv: 'Lärdom', en: 'Lesson' },
  'log-entry': { sv: 'Anteckning', en: 'Entry' },
  mandate: { sv: 'Uppdrag', en: 'Mandate' },
  meeting: { sv: 'Möte', en: 'Meeting' },
  'method-card': { sv: 'Metodkort', en: 'Method card' },
  milestone: { sv: 'Hållpunkt', en: 'Milestone' },
  ownership: { sv: 'Ägarskap', en: 'Ownership' },
  potential: { sv: 'Potential', en: 'Potential' },
  priority: { sv: 'Prioritering', en: 'Priority' },
  question: { sv: 'Fråga', en: 'Question' },
  risk: { sv: 'Risknivå', en: 'Risk level' },
  'role-agreement': { sv: 'Rollöverenskommelse', en: 'Role agreement' },
  seat: { sv: 'Plats', en: 'Seat' },
  solution: { sv: 'Lösning', en: 'Solution' },
  'steering-group': { sv: 'Styrgrupp', en: 'Steering group' },
  team: { sv: 'Team', en: 'Team' },
  theme: { sv: 'Tema', en: 'Theme' },
  trial: { sv: 'Försök', en: 'Trial' },
  version: { sv: 'Version', en: 'Version' },
  wording: { sv: 'Formulering', en: 'Wording' },
  workgroup: { sv: 'Arbetsgrupp', en: 'Workgroup' },
};

const KEY = /^([a-z][a-z-]*)-(\d+)$/;

/** Whether it reads as the key of a record: `log-entry-3`. */
export function isRecordKey(value: string): boolean {
  return kindOf(value) !== undefined;
}

/** `Entry 3`; undefined when it is no record's key. */
export function numbered(language: Language, key: string): string | undefined {
  const words = kindOf(key)?.[language];
  return words && `${words} ${KEY.exec(key)?.[2]}`;
}

function kindOf(key: string): Record<Language, string> | undefined {
  const kind = KEY.exec(key)?.[1];
  return kind !== undefined && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
}
