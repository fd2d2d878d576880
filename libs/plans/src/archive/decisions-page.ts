// The decisions of an archive: each body's, on the version under the name it has everywhere, with what was said about it.
import { mended, type Made, type PlanEvent } from '#libs/lifecycle';
import type { Gathered } from './gather.js';
import { html, orNothing, quiet, type Html } from './html.js';
import { marks } from './marks.js';
import { showRecord } from './show-record.js';
import type { Speech } from './speech.js';
import { versionWords } from './version-names.js';

type Entry = Record<string, unknown> & Made;

/**
 * The ledger keeps no comments: they stand with the events that recorded the decisions, corrected and undone ones as repaired.
 * @param events of one plan
 * @returns keys of texts, by the entry whose latest decision they belong to
 */
export function commentsOn(events: PlanEvent[]): Map<string, string> {
  const comments = new Map<string, string>();
  for (const { data } of mended(events).filter(({ type }) => type === 'party-decision.recorded')) {
    const { entry, commentText } = data as { entry: string; commentText?: string };
    comments.delete(entry);
    if (commentText !== undefined) comments.set(entry, commentText);
  }
  return comments;
}

export function decisionsPage(speech: Speech, { plan, records }: Gathered): Html {
  const { entries = [] } = (records['adoption'] ?? {}) as { entries?: Entry[] };
  const shown = entries.map(({ organisation, label, version, ...entry }) => {
    const name = versionWords(speech.called(String(version)) ?? String(label));
    return html`<h2>${speech.organisation(String(organisation))}, ${name}</h2>
      ${quiet(marks(speech, plan, entry))} ${showRecord(speech, entry)}`;
  });
  return orNothing(speech.t('nothing'), shown);
}
