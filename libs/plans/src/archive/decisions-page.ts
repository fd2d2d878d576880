// The decisions of an archive: each body's, on the version under the name it has everywhere, with what was said about it.
import type { Made } from '#libs/lifecycle';
import type { Gathered } from './gather.js';
import { html, orNothing, quiet, type Html } from './html.js';
import { marks } from './marks.js';
import { showRecord } from './show-record.js';
import type { Speech } from './speech.js';
import { versionWords } from './version-names.js';

type Entry = Record<string, unknown> & Made;

export function decisionsPage(speech: Speech, { plan, records }: Gathered): Html {
  const { entries = [] } = (records['adoption'] ?? {}) as { entries?: Entry[] };
  const shown = entries.map(({ organisation, label, version, ...entry }) => {
    const name = versionWords(speech.called(String(version)) ?? String(label));
    return html`<h2>${speech.organisation(String(organisation))}, ${name}</h2>
      ${quiet(marks(speech, plan, entry))} ${showRecord(speech, entry)}`;
  });
  return orNothing(speech.t('nothing'), shown);
}
