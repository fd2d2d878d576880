// The days that rules reckon from, as they follow «on the day of», «after» and «before»; sv and en.
import type { Label } from '#libs/lifecycle';

const anchorWords: Record<string, Label> = {
  'mandate-recorded': { sv: 'uppdragets registrering', en: 'the recording of the mandate' },
  'mandate-ends': { sv: 'uppdragets slut', en: 'the end of the mandate' },
  'commitment-ends': { sv: 'utfästelsens slut', en: 'the end of the commitment' },
  'role-ends': { sv: 'sista dagen i rollen', en: 'the last day in the role' },
  'role-hand-over-started': { sv: 'början på överlämningen av rollen', en: 'the start of the hand-over of the role' },
  'leadership-changed': { sv: 'ledarskiftet', en: 'the change of leadership' },
  'role-agreement-ends': { sv: 'rollöverenskommelsens slut', en: 'the end of the role agreement' },
  'knowledge-activity-held': { sv: 'kunskapsaktiviteten som hållits', en: 'the knowledge activity that was held' },
  'description-published': { sv: 'beskrivningens publicering', en: 'the publication of the description' },
  'meeting-planned': { sv: 'det planerade mötet', en: 'the planned meeting' },
  'meeting-held': { sv: 'mötet som hållits', en: 'the meeting that was held' },
  'dialogue-held': { sv: 'dialogen som hållits', en: 'the dialogue that was held' },
  'potential-parked': { sv: 'den nya titten på en parkerad potential', en: 'the new look at a parked potential' },
  'workgroup-formed': { sv: 'arbetsgruppens bildande', en: 'the forming of the workgroup' },
  milestone: { sv: 'milstolpen', en: 'the milestone' },
  'team-formed': { sv: 'teamets bildande', en: 'the forming of the team' },
  'version-submitted': { sv: 'versionens inlämning för beslut', en: 'the submission of the version' },
  'version-valid-to': { sv: 'versionens utgång', en: 'the expiry of the version' },
  'decision-meeting': { sv: 'mötet som ska besluta', en: 'the meeting that is to decide' },
  'decision-deferred': { sv: 'bordläggningen', en: 'the deferral of the decision' },
  'appeal-period-ends': { sv: 'överklagandetidens slut', en: 'the end of the appeal period' },
  'steering-group-formed': { sv: 'styrgruppens bildande', en: 'the forming of the steering group' },
  'trial-due': { sv: 'provets slutdatum', en: 'the due date of the trial' },
  'trial-started': { sv: 'provets start', en: 'the start of the trial' },
  'trial-evaluated': { sv: 'utvärderingen av provet', en: 'the evaluation of the trial' },
  'activity-due': { sv: 'aktivitetens slutdatum', en: 'the due date of the activity' },
  'priority-decided': { sv: 'beslutet om prioritering', en: 'the decision on the priority' },
  'question-raised': { sv: 'den obesvarade frågan', en: 'the unanswered question' },
  'indicator-set': { sv: 'beslutet om indikatorns mål', en: 'the setting of the target' },
  'ownership-offered': { sv: 'erbjudandet om ägarskap', en: 'the offer of the ownership' },
  'solution-put-in-use': { sv: 'lösningens ibruktagande', en: 'the start of the use of the solution' },
};

/** An anchor without words goes by its key. */
export function anchorInWords(anchor: string): Label {
  return Object.hasOwn(anchorWords, anchor) ? (anchorWords[anchor] as Label) : { sv: anchor, en: anchor };
}
