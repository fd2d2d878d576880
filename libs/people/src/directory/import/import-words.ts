// What a file of persons, or one of its rows, can have wrong, in plain words.
import type { Label } from '#libs/lifecycle';
import { say, sayFault, type Language } from '#libs/platform';
import type { RowFault } from './person-row.js';

const ROW_WORDS: Record<string, Label> = {
  required: { sv: 'namnet saknas.', en: 'the name is missing.' },
  'unknown-role': { sv: 'är ingen roll som finns här.', en: 'is no role that is here.' },
  'role-without-organisation': {
    sv: 'kräver att raden säger för vilken organisation.',
    en: 'needs the row to say for which organisation.',
  },
  'two-of-the-name': {
    sv: 'är namnet på flera organisationer: skriv koden i stället.',
    en: 'is the name of several organisations: write the code instead.',
  },
  'unknown-organisation': {
    sv: 'är ingen organisation som finns här: skriv dess kod eller hela namn.',
    en: 'is no organisation that is here: write its code or its whole name.',
  },
  'too-many-cells': {
    sv: 'raden har fler celler än det finns rubriker.',
    en: 'the row has more cells than there are heads.',
  },
  'person-twice': { sv: 'är samma person som på rad {first}.', en: 'is the same person as on row {first}.' },
  'several-known': {
    sv: 'flera personer här heter så: skriv e-postadressen också.',
    en: 'several persons here are called so: write the mail address as well.',
  },
};

export const FILE_WORDS: Record<string, Label> = {
  workbook: {
    sv: 'Det är en arbetsbok och ingen CSV-fil. Välj Spara som och ”CSV UTF-8” i Excel.',
    en: 'It is a workbook and no CSV file. Choose Save as and "CSV UTF-8" in Excel.',
  },
  'not-text': {
    sv: 'Filen är ingen text. Spara den som ”CSV UTF-8”.',
    en: 'The file is no text. Save it as "CSV UTF-8".',
  },
  empty: { sv: 'Filen är tom.', en: 'The file is empty.' },
  'no-name-column': {
    sv: 'Första raden ska ha rubriker, och en av dem ska vara Namn (eller Förnamn och Efternamn). Här står: {heads}.',
    en: 'The first row is to have heads, and one of them is to be Name (or First name and Last name). Here it says: {heads}.',
  },
  'column-twice': {
    sv: 'Rubriken {head} säger samma sak som en annan. Ta bort en av kolumnerna.',
    en: 'The head {head} says the same as another. Take one of the columns away.',
  },
  'open-quote': {
    sv: 'Ett citattecken öppnas och stängs aldrig: läsningen tog slut på rad {line}.',
    en: 'A quotation mark is opened and never closed: reading ended on line {line}.',
  },
  'stray-quote': {
    sv: 'Efter ett avslutande citattecken ska cellen vara slut, men på rad {line} kommer mer. Ett citattecken i en cell skrivs två gånger.',
    en: 'After a closing quotation mark the cell is to end, but on line {line} there is more. A quotation mark in a cell is written twice.',
  },
  'too-many-rows': {
    sv: 'Filen har fler än {max} rader. Dela upp den.',
    en: 'The file has more than {max} rows. Divide it.',
  },
};

/** What the column of roles gives: whoever reads the list may not think of that. */
export const POSTS_GIVEN: Label = {
  sv: 'Kolumnen med roller ger poster för hela installationen: {posts}.',
  en: 'The column of roles gives posts for the whole installation: {posts}.',
};

/** The note on a file that is not UTF-8, which a person can judge and the program cannot. */
export const READ_AS: Label = {
  sv: 'Filen är inte UTF-8 och lästes som {encoding}. Se efter att å, ä och ö blev rätt.',
  en: 'The file is not UTF-8 and was read as {encoding}. See that å, ä and ö came out right.',
};

export function sayRowFault({ code, params }: RowFault, language: Language): string {
  const words = ROW_WORDS[code];
  return words ? say(words, params, language) : sayFault(code, params, language);
}
