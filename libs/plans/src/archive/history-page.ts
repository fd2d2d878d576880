// The history of an archive, the oldest first: what happened, to what by its name, and by whom.
import { LIFECYCLE_EVENTS } from '#libs/lifecycle';
import type { Gathered, HistoryItem } from './gather.js';
import { html, quiet, type Html } from './html.js';
import { showRecord } from './show-record.js';
import type { Speech } from './speech.js';

type Fields = Record<string, unknown>;

/** What the heading of one of the engine's own events says already, or what only a program needs. */
const SAID = new Set(
  'stage stages to from kind takenUpAgain as joins version events children inherits language template public programme attempt cycle round'.split(
    ' ',
  ),
);

export function historyPage(speech: Speech, { history }: Gathered): Html {
  const headings = new Map(history.map((item) => [item.id, headingOf(speech, item)]));
  return html`${history.map(
    (item) =>
      html`<article>
        <p><strong>${headingOf(speech, item)}</strong>, ${speech.when(item.occurredAt.value)}</p>
        ${details(speech.within(item.plan), item, headings)}${aside(speech, item)}
      </article>`,
  )}`;
}

function headingOf(speech: Speech, { type, data }: HistoryItem): string {
  return speech.named('event', shortType(type), data as Fields);
}

function details(speech: Speech, item: HistoryItem, headings: ReadonlyMap<string, string>): Html {
  const data = item.data as Fields;
  if (!(LIFECYCLE_EVENTS as readonly string[]).includes(shortType(item.type))) {
    // A record's own stage is told beside; this one is what the event is about.
    const { stage, ...rest } = data;
    return html`${showRecord(speech, stage === undefined ? rest : { ...rest, about: stage })}`;
  }
  const rest = Object.entries(data).filter(([field]) => !SAID.has(field) && !/^\d+\./.test(field));
  const more = { ...numbers(data), ...plans(speech, data), ...versions(speech, data) };
  return html`${repaired(speech, data, headings)}${showRecord(speech, { ...Object.fromEntries(rest), ...more })}`;
}

/** Under other names than a record's own, which are told beside it. */
function numbers({ attempt, cycle, round }: Fields): Fields {
  return { attemptNumber: attempt, cycleNumber: cycle, roundNumber: round };
}

/** Plans that were made are told whole, those that were let go by their ids. */
function plans(speech: Speech, { children, status }: Fields): Fields {
  if (!Array.isArray(children)) return typeof status === 'string' ? { status: speech.t(`status.${status}`) } : {};
  return {
    children: (children as (string | { title: string })[]).map((one) => (typeof one === 'string' ? one : one.title)),
  };
}

/** Of the way of working that the plan went by, and goes by. */
function versions(speech: Speech, { from, to }: Fields): Fields {
  const told = (one: unknown) =>
    typeof one === 'object' && one !== null ? speech.template(one as { key: string; version: number }) : undefined;
  return { formerTemplate: told(from), presentTemplate: told(to) };
}

/** What was undone, or how it should have been: the prose of the n-th is told as `<n>.<field>`. */
function repaired(speech: Speech, told: Fields, headings: ReadonlyMap<string, string>): Html | null {
  if (!Array.isArray(told['events'])) return null;
  const shown = (told['events'] as (string | { id: string; data?: Fields })[]).map((one, index) => {
    const { id, data = {} } = typeof one === 'string' ? { id: one } : one;
    const prose = Object.entries(told).filter(([field]) => field.startsWith(`${index}.`));
    const said = Object.fromEntries(prose.map(([field, text]) => [field.slice(field.indexOf('.') + 1), text]));
    return html`<li>${headings.get(id) ?? null} ${showRecord(speech, { ...data, ...said })}</li>`;
  });
  return html`<ul>
    ${shown}
  </ul>`;
}

function shortType(type: string): string {
  return type.replace(/^se\.stegvis\./, '').replace(/\.v\d+$/, '');
}

/** Where in the plan it was, who said it and when it was written down. */
export function aside(speech: Speech, { type, who, stage, attempt, recordedAt, imported }: HistoryItem): Html | null {
  const by = [who.role ? speech.role(who.role) : null, who.organisation ? speech.organisation(who.organisation) : null];
  const named = by.filter((one) => one !== null).join(', ');
  return quiet([
    ...(shortType(type).startsWith('stage.') ? [] : [speech.stage(stage)]),
    ...(attempt > 1 ? [speech.t('in-attempt', { n: attempt })] : []),
    ...(named === '' ? [] : [speech.t('by', { who: named })]),
    speech.t('recorded', { when: speech.when(recordedAt) }),
    ...(imported ? [speech.t('imported')] : []),
  ]);
}
