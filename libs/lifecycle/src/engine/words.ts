// The engine's own words, sv and en: plain language, no engine terms (domain.md g). {name} is filled in.
import type { Words } from './capability.js';

export const lifecycleWords: Words = {
  'criterion-not-met': { sv: 'Inte klart ännu: {criterion}.', en: 'Not done yet: {criterion}.' },
  'criterion-unknown': {
    sv: 'Källan säger inte om det här är klart: {criterion}.',
    en: 'The source does not say whether this is done: {criterion}.',
  },
  'not-permitted': {
    sv: 'Det här är någon annans att göra.',
    en: 'This is for somebody else to do.',
  },
  'role-needed': {
    sv: 'Den som har uppgiften ”{role}” kan göra det.',
    en: 'Whoever holds the role "{role}" can do it.',
  },
  'role-needed-for': {
    sv: 'Den som har uppgiften ”{role}” för {organisation} kan göra det.',
    en: 'Whoever holds the role "{role}" for {organisation} can do it.',
  },
  'somebody-else-needed': {
    sv: 'Ingen ger sig själv en roll med mer att säga till om; någon annan gör det.',
    en: 'Nobody gives themselves a role with more of a say; somebody else does.',
  },
  'receiver-needed': {
    sv: 'Den som ska ta över rollen svarar själv.',
    en: 'Whoever is to take the role over answers for themselves.',
  },
  'scope-needed': { sv: 'Nyckeln behöver rättigheten {scope}.', en: 'The token needs the scope {scope}.' },
  'other-programme': {
    sv: 'Nyckeln gäller för andra program.',
    en: 'The token is for other programmes.',
  },
  'unknown-verb': { sv: 'Det finns inget som heter ”{verb}”.', en: 'There is nothing called "{verb}".' },
  'unknown-stage': { sv: 'Planen har inget skede ”{stage}”.', en: 'The plan has no stage "{stage}".' },
  'unknown-record': {
    sv: '”{value}” finns inte i planen som {what}.{there}',
    en: 'The plan has no {what} "{value}".{there}',
  },
  'not-in-template': {
    sv: '”{verb}” ingår inte i arbetssättet ”{template}”.',
    en: '"{verb}" is not part of the way of working "{template}".',
  },
  'not-open-here': {
    sv: '”{verb}” hör till ett annat skede: {stages}.',
    en: '"{verb}" belongs to another stage: {stages}.',
  },
  ended: { sv: 'Planen är avslutad. Det går att börja om.', en: 'The plan has ended. It can be started again.' },
  paused: { sv: 'Planen är pausad. Återuppta den först.', en: 'The plan is paused. Resume it first.' },
  'not-paused': { sv: 'Planen är inte pausad.', en: 'The plan is not paused.' },
  'last-stage': {
    sv: 'Det här är det sista skedet. Härifrån avslutas planen.',
    en: 'This is the last stage. From here the plan is completed.',
  },
  'not-at-the-end': { sv: 'Planen avslutas i sitt sista skede.', en: 'The plan is completed in its last stage.' },
  forked: {
    sv: 'Arbetet går vidare i de planer som har gjorts ur detta.',
    en: 'The work goes on in the plans that were made out of this.',
  },
  'plans-not-ended': {
    sv: 'Alla planer under den här har inte avslutats. Avsluta eller lägg ned dem först.',
    en: 'Not all plans under this one have ended. Complete or discontinue those first.',
  },
  'plan-not-ended': { sv: 'Planen ”{title}” pågår.', en: 'The plan "{title}" is under way.' },
  'no-fork-here': { sv: 'Här delas arbetet inte i planer.', en: 'The work is not forked into plans here.' },
  'nothing-to-fork': { sv: 'Säg vilka planer som ska göras.', en: 'Say which plans to make.' },
  'not-to-fork-by': {
    sv: 'Det finns ingen ny plan att göra för ”{each}”.',
    en: 'There is no new plan to make for "{each}".',
  },
  'each-not-said': {
    sv: 'Säg med ”each” vad planen görs för: {choices}. Utan ”plans” görs en för var och en.',
    en: 'Say with "each" what the plan is made for: {choices}. Without "plans" there is one made for each.',
  },
  'each-has-its-plan': {
    sv: 'Allt har redan sin plan. När de har avslutats går det att gå vidare (advance); det som inte ska väntas in släpps (release).',
    en: 'Each has its plan already. When they have ended, go on (advance); what is not to be waited for is let go (release).',
  },
  'no-way-back': { sv: 'Härifrån finns ingen väg tillbaka.', en: 'There is no way back from here.' },
  'no-way-there': {
    sv: 'Härifrån går det inte att komma till ”{stage}”. Välj bland: {ways}.',
    en: 'There is no way from here to "{stage}". Choose among: {ways}.',
  },
  'choose-where': { sv: 'Säg vart: {ways}.', en: 'Say where to: {ways}.' },
  'stage-required': { sv: 'Skedet kan inte hoppas över.', en: 'The stage cannot be skipped.' },
  'nothing-to-override': { sv: 'Allt är klart; gå vidare som vanligt.', en: 'All is done; go on as usual.' },
  'join-waits': { sv: 'Alla är inte klara ännu.{otherwise}', en: 'Not all are done yet.{otherwise}' },
  'nothing-made-yet': { sv: 'Inga planer har gjorts härifrån ännu.', en: 'No plans have been made from here yet.' },
  'plan-not-made': { sv: 'Inget har gjorts för ”{title}” ännu.', en: 'Nothing has been made for "{title}" yet.' },
  'nothing-waited-for': { sv: 'Här väntar vi inte på något.', en: 'Nothing is waited for here.' },
  'not-waited-for': { sv: 'Här väntar vi inte på ”{plan}”.', en: '"{plan}" is not waited for here.' },
  'unknown-parent': { sv: 'Det finns inget initiativ ”{parent}”.', en: 'There is no initiative "{parent}".' },
  'parent-ended': {
    sv: 'Initiativet är avslutat; börja om det först.',
    en: 'The initiative has ended; start it again first.',
  },
  'parent-takes-no-plans': {
    sv: 'Bara ett initiativ kan ha planer under sig.',
    en: 'Only an initiative can have plans under it.',
  },
  'undo-start': {
    sv: 'Här finns inget att ångra: planen har just börjat.',
    en: 'There is nothing to undo: the plan has only begun.',
  },
  'undo-made-plans': {
    sv: 'Steget har gjort nya planer och ångras inte. Lägg ned dem som inte skulle ha gjorts (discontinue), var och en för sig.',
    en: 'The step made new plans and is not undone. Discontinue those that should not have been made, each on its own.',
  },
  'undo-heard': {
    sv: 'Det senaste hände i en plan under den här; ångra eller ändra där.',
    en: 'The last step was taken in a plan under this one; mend it there.',
  },
  'undo-told': {
    sv: 'Initiativet har redan fått veta det; återuppta eller börja om i stället.',
    en: 'The initiative has already heard of it; resume or start again instead.',
  },
  'nothing-to-correct': {
    sv: 'Säg vad som var fel: steget på nytt, eller när det hände.',
    en: 'Say what was wrong: the step anew, or when it happened.',
  },
  'correct-by-moving': {
    sv: 'Det steget rättas inte så: ångra det, gå tillbaka eller börja om.',
    en: 'That step is not corrected so: undo it, go back or start again.',
  },
  'correct-before-migration': {
    sv: 'Steget togs innan planen flyttades till en annan version av arbetssättet. Tiden går att rätta (”happened”, utan ”verb”). För annat: ångra flytten medan den är det senaste steget, rätta, och flytta igen.',
    en: 'The step was taken before the plan moved to another version of its way of working. Its time can be corrected ("happened", without "verb"). For anything else: undo the move while it is the last step, correct, and move again.',
  },
  'correction-changes-the-course': {
    sv: 'Med den rättelsen hade något annat hänt. Gör om steget i stället.',
    en: 'With that correction something else would have happened. Take the step anew instead.',
  },
  'correction-touches-decided': {
    sv: 'Det här ligger för beslut eller är antaget och skrivs inte om. Dra tillbaka förslaget, eller börja en revidering.',
    en: 'This lies before the deciding bodies or has been adopted, and is not rewritten. Withdraw the draft, or begin a revision.',
  },
  'unknown-template-version': {
    sv: 'Mallen ”{template}” finns inte i version {version}.',
    en: 'There is no version {version} of the template "{template}".',
  },
  'goes-by-it-already': {
    sv: 'Planen följer redan ”{template}”, version {version}.',
    en: 'The plan already goes by "{template}", version {version}.',
  },
  'stage-not-mapped': {
    sv: 'Säg vilket skede ”{name}” ({stage}) blir i den nya mallen.',
    en: 'Say which stage "{name}" ({stage}) becomes in the new template.',
  },
  'no-such-stage-there': {
    sv: 'Den nya mallen har inget skede ”{stage}”.',
    en: 'The new template has no stage "{stage}".',
  },
  'one-is-enough': { sv: 'En av de här sakerna räcker: {ways}.', en: 'Any one of these is enough: {ways}.' },
  alternative: { sv: 'Alternativ {number} ({name}): {message}', en: 'Alternative {number} ({name}): {message}' },
  'too-few-plans': { sv: '{have} av {min} planer är klara.', en: '{have} of {min} plans are done.' },
  'plan-not-there': {
    sv: 'Planen ”{title}” har inte kommit till ”{stage}”.',
    en: 'The plan "{title}" has not come to "{stage}".',
  },
  'day-not-known': {
    sv: 'Dagen som det ska räknas från är inte känd.',
    en: 'The day to reckon from is not known.',
  },
  'day-not-reached': { sv: 'Det blir först {day}.', en: 'That is not until {day}.' },
  'reason-required': { sv: 'Skriv varför.', en: 'Say why.' },
  'lies-ahead': { sv: '{when} ligger i framtiden.', en: '{when} lies in the future.' },
};
