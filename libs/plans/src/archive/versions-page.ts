// The plan's text in an archive: each version under the name it has everywhere, and a draft where something is written anew.
import { stands, type Made, type Plan } from '#libs/lifecycle';
import { isDeepStrictEqual } from 'node:util';
import type { Gathered } from './gather.js';
import { html, orNothing, prose, quiet, type Html } from './html.js';
import { marks } from './marks.js';
import { showRecord } from './show-record.js';
import type { Speech } from './speech.js';
import { versionName, versionWords } from './version-names.js';

interface Piece extends Made {
  section: string;
  code?: string;
  text: string | null;
}

interface Content {
  pieces: Piece[];
  [field: string]: unknown;
}

interface Version extends Made {
  key: string;
  label: string;
  submittedOn: string | null;
  content: Content;
  dates: Record<string, unknown>;
  registryNumber?: string;
  adopted?: { label: string; on: string | null };
}

export function versionsPage(speech: Speech, { plan, records }: Gathered): Html {
  const { versions = [], draft } = (records['versions'] ?? {}) as { versions?: Version[]; draft?: Content };
  const written = versions.map((version) => versionIn(speech, plan, version));
  const pieces = draft ? unsubmitted(plan, draft.pieces, versions) : [];
  if (pieces.length > 0)
    written.push(
      html`<h2>${speech.t('draft')}</h2>
        ${piecesIn(speech, plan, pieces)}`,
    );
  return orNothing(speech.t('nothing'), written);
}

/** What is written on now, unless a version says the same, and what was set aside without ever having been in a version. */
function unsubmitted(plan: Plan, pieces: Piece[], versions: Version[]): Piece[] {
  const isIn = (piece: Piece) =>
    versions.some(({ content }) => content.pieces.some((one) => isDeepStrictEqual(one, piece)));
  const standing = pieces.filter((piece) => stands(plan, piece));
  const isVersion = versions.some(({ content }) => isDeepStrictEqual(content.pieces, standing));
  return pieces.filter((piece) => (stands(plan, piece) ? !isVersion : !isIn(piece)));
}

function versionIn(speech: Speech, plan: Plan, version: Version): Html {
  const { submittedOn, content, dates, registryNumber, adopted } = version;
  const { pieces, ...rest } = content;
  const beside = [speech.t('submitted', { when: speech.when(submittedOn) }), ...marks(speech, plan, version)];
  return html`<h2>${capital(versionWords(versionName(speech.language, version)))}</h2>
    ${quiet(beside)}
    ${adopted ? html`<p><strong>${speech.t('adopted', { when: speech.when(adopted.on) })}</strong></p>` : null}
    ${piecesIn(speech, null, pieces)} ${showRecord(speech, { ...rest, ...dates, registryNumber })}`;
}

/** @param plan where each piece is to say of which attempt and cycle it is */
function piecesIn(speech: Speech, plan: Plan | null, pieces: Piece[]): Html[] {
  return pieces.map((piece) => {
    const { section, code, text } = piece;
    return html`<h3>${capital(speech.choice(section))}${code === undefined ? null : ` (${code})`}</h3>
      ${plan && quiet(marks(speech, plan, piece))}
      ${text === null ? html`<p><em>${speech.t('struck')}</em></p>` : prose(text)}`;
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
