// What a version is called, the same everywhere: as it was adopted, with the label that it was submitted under beside it.
import type { Language } from '#libs/lifecycle';
import { FRAME_WORDS } from './archive-words.js';

export interface Labelled {
  key?: string;
  /** As submitted. */
  label: string;
  adopted?: { label: string };
}

/** `1.0 (submitted as Version 2)`, or the label that it has. */
export function versionName(language: Language, { label, adopted }: Labelled): string {
  if (!adopted || adopted.label === label) return label;
  return (FRAME_WORDS[language]['submitted-as'] ?? '').replace('{adopted}', adopted.label).replace('{label}', label);
}

/** `version 1.0`; a label that is in words is a name of its own, and one that says Version has said it. */
export function versionWords(name: string): string {
  return /^\d/.test(name) ? `version ${name}` : name;
}
