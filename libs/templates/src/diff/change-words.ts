// What has changed between two versions of a template, in words. {name} is filled in.
import type { Label } from '#libs/lifecycle';

export const changeWords = {
  'template-renamed': {
    sv: 'Arbetssättet heter nu ”{to}”; förut ”{from}”.',
    en: 'The way of working is now called "{to}"; before, "{from}".',
  },
  'summary-changed': { sv: 'Sammanfattningen är omskriven.', en: 'The summary is written anew.' },
  'kind-changed': {
    sv: 'Det som börjar ur mallen är nu {to}; förut {from}.',
    en: 'What is begun from it is now {to}; before, {from}.',
  },
  'start-changed': {
    sv: 'Första skedet är nu ”{to}”; förut ”{from}”.',
    en: 'The first stage is now "{to}"; before, "{from}".',
  },
  'role-added': { sv: 'Rollen ”{role}” är ny.', en: 'The role "{role}" is new.' },
  'role-removed': { sv: 'Rollen ”{role}” finns inte längre.', en: 'The role "{role}" is no longer there.' },
  'role-renamed': { sv: 'Rollen ”{from}” heter nu ”{to}”.', en: 'The role "{from}" is now called "{to}".' },
  'role-required': {
    sv: 'Rollen ”{role}” måste nu vara besatt.',
    en: 'The role "{role}" must now be held by somebody.',
  },
  'role-not-required': {
    sv: 'Rollen ”{role}” måste inte längre vara besatt.',
    en: 'The role "{role}" need no longer be held by anybody.',
  },
  'role-as-changed': {
    sv: 'Rollen ”{role}” ger nu rätt som: {to}; förut: {from}.',
    en: 'The role "{role}" now gives the rights of: {to}; before: {from}.',
  },
  'method-added': { sv: 'Metodkortet ”{method}” är nytt.', en: 'The method card "{method}" is new.' },
  'method-removed': {
    sv: 'Metodkortet ”{method}” finns inte längre.',
    en: 'The method card "{method}" is no longer there.',
  },
  'method-changed': {
    sv: 'Metodkortet ”{method}” är ändrat: {what}.',
    en: 'The method card "{method}" is changed: {what}.',
  },
  'track-added': { sv: 'Spåret ”{track}” är nytt.', en: 'The track "{track}" is new.' },
  'track-removed': { sv: 'Spåret ”{track}” finns inte längre.', en: 'The track "{track}" is no longer there.' },
  'track-renamed': { sv: 'Spåret ”{from}” heter nu ”{to}”.', en: 'The track "{from}" is now called "{to}".' },
  'track-opens-added': {
    sv: 'Nytt att göra på spåret ”{track}”: {verb}.',
    en: 'Newly open on the track "{track}": {verb}.',
  },
  'track-opens-removed': {
    sv: 'Inte längre att göra på spåret ”{track}”: {verb}.',
    en: 'No longer open on the track "{track}": {verb}.',
  },
  'stage-added': {
    sv: 'Skedet ”{stage}” är nytt, {place}. För att lämna det: {criteria}.',
    en: 'The stage "{stage}" is new, {place}. To leave it: {criteria}.',
  },
  'stage-removed': {
    sv: 'Skedet ”{stage}” finns inte längre{lost}. Planer som står där behöver ett annat.',
    en: 'The stage "{stage}" is no longer there{lost}. Plans that stand in it need another.',
  },
  'stage-renamed': {
    sv: 'Skedet heter nu ”{to}”; förut ”{from}”.',
    en: 'The stage is now called "{to}"; before, "{from}".',
  },
  'stage-key-changed': {
    sv: 'Skedets nyckel är nu {to}; förut {from}.',
    en: 'The key of the stage is now {to}; before, {from}.',
  },
  'stage-moved': { sv: 'Skedet ”{stage}” står nu {place}.', en: 'The stage "{stage}" now stands {place}.' },
  'purpose-changed': { sv: 'Syftet är omskrivet.', en: 'The purpose is written anew.' },
  'optional-now': { sv: 'Skedet kan nu hoppas över.', en: 'The stage may now be skipped.' },
  'optional-no-more': { sv: 'Skedet kan inte längre hoppas över.', en: 'The stage may no longer be skipped.' },
  'accountable-changed': { sv: 'Ansvarig är nu {to}; förut {from}.', en: 'Accountable is now {to}; before, {from}.' },
  'opens-added': { sv: 'Nytt att göra här: {verb}.', en: 'Newly open here: {verb}.' },
  'opens-removed': { sv: 'Inte längre att göra här: {verb}.', en: 'No longer open here: {verb}.' },
  'criterion-added': {
    sv: 'Nytt villkor för att lämna skedet: {criterion}.',
    en: 'A new criterion for leaving the stage: {criterion}.',
  },
  'criterion-removed': { sv: 'Inte längre ett villkor: {criterion}.', en: 'No longer a criterion: {criterion}.' },
  'criterion-renamed': {
    sv: 'Villkoret ”{from}” heter nu ”{to}”.',
    en: 'The criterion "{from}" is now called "{to}".',
  },
  'criterion-changed': {
    sv: 'Villkoret ”{criterion}” är ändrat: {what}.',
    en: 'The criterion "{criterion}" is changed: {what}.',
  },
  'way-added': { sv: 'Ny väg vidare: ”{to}”.', en: 'A new way on: "{to}".' },
  'way-removed': { sv: 'Ingen väg vidare längre: ”{to}”.', en: 'No longer a way on: "{to}".' },
  'way-back-added': { sv: 'Ny väg tillbaka: ”{to}”.', en: 'A new way back: "{to}".' },
  'way-back-removed': { sv: 'Ingen väg tillbaka längre: ”{to}”.', en: 'No longer a way back: "{to}".' },
  'fork-added': {
    sv: 'Här kan arbetet nu delas i {made}, som börjar i ”{to}”.',
    en: 'Here the work may now be forked into {made}, which begin at "{to}".',
  },
  'fork-removed': {
    sv: 'Här delas arbetet inte längre i {made}.',
    en: 'Here the work is no longer forked into {made}.',
  },
  'fork-changed': { sv: 'Delningen i {made} är ändrad: {what}.', en: 'The fork into {made} is changed: {what}.' },
  'cycle-added': {
    sv: 'Härifrån kan nu en ny omgång börja, i ”{to}”.',
    en: 'From here a new cycle may now begin, at "{to}".',
  },
  'cycle-removed': { sv: 'Härifrån börjar ingen ny omgång längre.', en: 'From here no new cycle begins any more.' },
  'cycle-changed': {
    sv: 'En ny omgång börjar nu i ”{to}”; förut i ”{from}”.',
    en: 'A new cycle now begins at "{to}"; before, at "{from}".',
  },
  'restart-allowed': { sv: 'Här kan en ny ansats nu börja.', en: 'A new attempt may now begin here.' },
  'restart-removed': {
    sv: 'Här kan en ny ansats inte längre börja.',
    en: 'A new attempt may no longer begin here.',
  },
  'end-added': { sv: 'Planen kan nu avslutas här.', en: 'The plan may now be completed here.' },
  'end-removed': { sv: 'Planen kan inte längre avslutas här.', en: 'The plan may no longer be completed here.' },
  'method-linked': { sv: 'Metodkortet ”{method}” hör nu hit.', en: 'The method card "{method}" now belongs here.' },
  'method-unlinked': {
    sv: 'Metodkortet ”{method}” hör inte längre hit.',
    en: 'The method card "{method}" no longer belongs here.',
  },
  'reminder-added': {
    sv: 'Ny påminnelse{place}, ”{rule}”: {when}, till {to}.',
    en: 'A new reminder{place}, "{rule}": {when}, to {to}.',
  },
  'reminder-removed': {
    sv: 'Påminnelsen{place} ”{rule}” finns inte längre.',
    en: 'The reminder{place} "{rule}" is no longer there.',
  },
  'reminder-changed': {
    sv: 'Påminnelsen{place} ”{rule}” är ändrad: {what}.',
    en: 'The reminder{place} "{rule}" is changed: {what}.',
  },
  'check-in-added': {
    sv: 'Ny avstämning{place}, ”{rule}”: {when}, för {to}.',
    en: 'A new check-in{place}, "{rule}": {when}, for {to}.',
  },
  'check-in-removed': {
    sv: 'Avstämningen{place} ”{rule}” finns inte längre.',
    en: 'The check-in{place} "{rule}" is no longer there.',
  },
  'check-in-changed': {
    sv: 'Avstämningen{place} ”{rule}” är ändrad: {what}.',
    en: 'The check-in{place} "{rule}" is changed: {what}.',
  },
} as const satisfies Record<string, Label>;
