// What is wrong with a template, in words for whoever writes it, sv and en. {name} is filled in.
import type { Label } from '#libs/lifecycle';

/** Said after a name that is not known, when another is like it. */
export const DID_YOU_MEAN: Label = { sv: 'Menade du ”{near}”?', en: 'Did you mean "{near}"?' };

/** Said after a criterion whose verbs are open, but in other plans: those that a fork makes, or those that make them. */
export const ELSEWHERE: Label = {
  sv: 'Det som görs i andra planer än dem som börjar i ”{begin}” räknas inte här.',
  en: 'What is done in other plans than those that begin at "{begin}" does not count here.',
};

/** Said after a criterion that nothing can meet, in what a fork makes. */
export const IN_BRANCH: Label = {
  sv: 'Det gäller planerna som börjar i ”{branch}”.',
  en: 'This is so in the plans that begin at "{branch}".',
};

/** Said after a part that is missing, where it can only be one of a few. */
export const CHOOSE: Label = { sv: 'Välj bland: {choices}.', en: 'Choose among: {choices}.' };

export const faultWords: Record<string, Label> = {
  missing: { sv: '”{name}” saknas.', en: '"{name}" is missing.' },
  'label-missing': {
    sv: 'Texten finns inte på {language}; alla texter skrivs på svenska och engelska.',
    en: 'The text is not there in {language}; every text is written in Swedish and in English.',
  },
  'not-known-here': { sv: 'Här finns inget som heter ”{name}”.', en: 'Nothing called "{name}" belongs here.' },
  'wrong-type': { sv: 'Här ska stå {wanted}.', en: 'This must be {wanted}.' },
  'not-one-of': {
    sv: '”{value}” går inte. Välj bland: {choices}.',
    en: '"{value}" will not do. Choose among: {choices}.',
  },
  'not-a-key': {
    sv: '”{value}” är ingen nyckel: små bokstäver a–z och siffror med bindestreck emellan, till exempel kick-off.',
    en: '"{value}" is not a key: small letters a-z and digits with hyphens between, kick-off for example.',
  },
  'not-a-duration': {
    sv: '”{value}” är ingen tidslängd: skriv till exempel P14D (14 dagar), P2W, P3M eller P1Y.',
    en: '"{value}" is not a length of time: write P14D (14 days), P2W, P3M or P1Y, for example.',
  },
  'empty-text': { sv: 'Texten är tom.', en: 'The text is empty.' },
  'wrong-form': { sv: '”{value}” har inte rätt form.', en: '"{value}" does not have the right form.' },
  'too-few': { sv: 'Minst {limit} behövs.', en: 'At least {limit} is needed.' },
  'too-many': { sv: '{have} är för många; högst {limit} går.', en: '{have} are too many; at most {limit} will do.' },
  'too-long': {
    sv: 'Texten är för lång; högst {limit} tecken.',
    en: 'The text is too long; at most {limit} characters.',
  },
  'too-low': { sv: 'Talet ska vara minst {limit}.', en: 'The number must be at least {limit}.' },
  'too-high': { sv: 'Talet ska vara högst {limit}.', en: 'The number must be at most {limit}.' },
  'too-deep': { sv: 'Här ligger för mycket inuti vartannat.', en: 'Too much lies inside one another here.' },
  'too-large': { sv: 'Mallen är för stor för att kontrolleras.', en: 'The template is too large to be checked.' },
  'given-twice': { sv: 'Samma sak står två gånger i listan.', en: 'The same thing stands twice in the list.' },
  'takes-nothing': { sv: 'Det här villkoret tar inga uppgifter.', en: 'This criterion takes no parameters.' },
  'does-not-fit': { sv: 'Det här passar inte här.', en: 'This does not fit here.' },
  timing: {
    sv: 'Säg när på ett av dessa sätt: { on }, { after, by }, { before, by }, { midway }, { entered }, { idle }, { vacant, by }, { every, first? }.',
    en: 'Say when in one of these ways: { on }, { after, by }, { before, by }, { midway }, { entered }, { idle }, { vacant, by }, { every, first? }.',
  },
  'more-faults': { sv: '… och {count} fel till.', en: '... and {count} more faults.' },
  'version-taken': {
    sv: 'Versionen är redan publicerad med ett annat innehåll. Höj versionen.',
    en: 'The version is published already, with another content. Raise the version.',
  },
  'duplicate-key': {
    sv: 'Nyckeln ”{key}” används redan, i {first}. Ge den ena en annan nyckel.',
    en: 'The key "{key}" is already used, at {first}. Give one of the two another key.',
  },
  'unknown-stage': { sv: 'Mallen har inget skede ”{stage}”.', en: 'The template has no stage "{stage}".' },
  'unknown-role': { sv: 'Mallen har ingen roll ”{role}”.', en: 'The template has no role "{role}".' },
  'unknown-standard-role': {
    sv: 'Det finns ingen standardroll ”{role}”.',
    en: 'There is no standard role "{role}".',
  },
  'unknown-verb': { sv: 'Det finns inget som heter ”{verb}” att göra.', en: 'There is nothing called "{verb}" to do.' },
  'lifecycle-verb': {
    sv: '”{verb}” finns alltid och ska inte stå bland det som ett skede öppnar.',
    en: '"{verb}" is always there and does not belong among what a stage opens.',
  },
  'unknown-criterion': { sv: 'Det finns inget villkor ”{kind}”.', en: 'There is no kind of criterion "{kind}".' },
  'unknown-anchor': {
    sv: 'Det finns ingen dag ”{anchor}” att räkna från.',
    en: 'There is no day "{anchor}" to reckon from.',
  },
  'unknown-form': {
    sv: 'Det finns ingen form av avstämning ”{form}”. Välj bland: {choices}.',
    en: 'There is no form of check-in "{form}". Choose among: {choices}.',
  },
  'unknown-fork': { sv: 'Det går inte att dela per ”{each}”.', en: 'Nothing can be forked by "{each}".' },
  'unreachable-stage': {
    sv: 'Ingen väg från början leder till skedet ”{stage}”. Låt next i något skede nämna det, eller ta bort det.',
    en: 'No way from the start leads to the stage "{stage}". Let some stage\'s next name it, or take it away.',
  },
  'no-way-out': {
    sv: 'Från skedet ”{stage}” går det aldrig att komma till ett slut. Nämn ett skede som leder till ett slut i next, eller skriv "end": true där planen får avslutas.',
    en: 'From the stage "{stage}" no end can ever be reached. Name a stage that leads to one in next, or write "end": true where the plan may be completed.',
  },
  'optional-last-stage': {
    sv: 'Det sista skedet ”{stage}” kan inte vara valfritt: det finns inget att hoppa till. Ta bort optional, eller fyll i next.',
    en: 'The last stage "{stage}" cannot be optional: there is nothing to skip to. Take optional away, or fill in next.',
  },
  'unknown-method': { sv: 'Mallen har inget metodkort ”{method}”.', en: 'The template has no method card "{method}".' },
  'cycle-to-itself': {
    sv: 'En ny omgång kan inte börja i samma skede, ”{stage}”. En runda till tas med repeat.',
    en: 'A new cycle cannot begin in the same stage, "{stage}". Another round is taken with repeat.',
  },
  'cycle-also-next': {
    sv: '”{stage}” står också i next: det vore oklart om ett steg dit börjar en ny omgång. Ta bort det ena.',
    en: '"{stage}" stands in next too: whether a step there begins a new cycle would be unclear. Take one away.',
  },
  'join-without-next': {
    sv: 'Skedet ”{stage}” väntar in sina planer men har ingen väg vidare sedan; fyll i next.',
    en: 'The stage "{stage}" waits for its plans but has no way on afterwards; fill in next.',
  },
  'branch-without-end': {
    sv: 'De planer som börjar i ”{stage}” kan aldrig nå ett slut utan att komma till delningen i ”{fork}” igen. Låt dem gå till ett skede utan next, eller med "end": true.',
    en: 'The plans that begin at "{stage}" can never reach an end without coming to the fork in "{fork}" again. Let them go to a stage without next, or with "end": true.',
  },
  'escalates-for-ever': {
    sv: 'En påminnelse som går vidare till andra måste kunna ta slut. Säg med until när saken är gjord.',
    en: 'A reminder that goes on to others must be able to end. Say by until when the thing is done.',
  },
  'step-not-later': {
    sv: 'Steget kommer inte efter det förra: {after} mot {before}. Båda räknas från påminnelsens egen dag.',
    en: 'The step does not come after the one before: {after} against {before}. Both count from the day of the reminder itself.',
  },
  'step-too-late': {
    sv: 'Dagen som påminnelsen förbereder har redan varit när steget kommer: {after} efter en påminnelse {by} före.',
    en: 'The day that the reminder prepares for has been when the step comes: {after} after a reminder {by} before.',
  },
  'role-is-word': {
    sv: '”{role}” betyder något eget när påminnelser går vidare. Ge rollen en annan nyckel.',
    en: '"{role}" has a meaning of its own where reminders go on to others. Give the role another key.',
  },
  'no-references': {
    sv: 'Hänvisningar följs inte; skriv ut det som ska stå här.',
    en: 'References are not followed; write out what belongs here.',
  },
  'not-both': { sv: 'De går inte att ha båda; välj en.', en: 'They do not go together; choose one.' },
  'criterion-unmeetable': {
    sv: 'Villkoret ”{criterion}” kan aldrig uppfyllas. Låt opens här, i ett skede på vägen hit eller på ett spår nämna något av: {verbs}.',
    en: 'The criterion "{criterion}" can never be met. Let opens here, in a stage on the way here or on a track name one of: {verbs}.',
  },
  'criterion-unmeetable-here': {
    sv: 'Villkoret ”{criterion}” kan aldrig uppfyllas: det räknar bara det som görs i skedet självt. Låt opens här, eller på ett spår, nämna något av: {verbs}.',
    en: 'The criterion "{criterion}" can never be met: it counts only what is done in the stage itself. Let opens here, or on a track, name one of: {verbs}.',
  },
  'criterion-unmeetable-below': {
    sv: 'Ingen plan som görs här eller på vägen hit kan någonsin komma till skedet ”{stage}”. Nämn ett skede som de kommer till, eller vänta på plans-ended.',
    en: 'No plan that is made here or on the way here can ever come to the stage "{stage}". Name a stage that they come to, or wait for plans-ended.',
  },
  'until-unmeetable': {
    sv: '”{until}” kan aldrig uppfyllas här, så påminnelsen tar aldrig slut. Låt opens i något skede på vägen hit eller på ett spår nämna något av: {verbs}.',
    en: '"{until}" can never be met here, so the reminder never ends. Let opens in some stage on the way here or on a track name one of: {verbs}.',
  },
  'anchor-unsuppliable': {
    sv: 'Ingen plan får någonsin dagen ”{anchor}”. Låt opens i något skede eller på ett spår nämna något av: {verbs}.',
    en: 'No plan will ever have the day "{anchor}". Let opens in some stage or on a track name one of: {verbs}.',
  },
  'fork-unsuppliable': {
    sv: 'Här finns aldrig något ”{each}” att dela per. Låt opens här, i ett skede på vägen hit eller på ett spår nämna något av: {verbs}.',
    en: 'There will never be any "{each}" to fork by here. Let opens here, in a stage on the way here or on a track name one of: {verbs}.',
  },
};
