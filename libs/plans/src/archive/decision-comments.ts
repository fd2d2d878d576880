// What was said with a decision, put beside it: why a plan was sent back, above all. The ledger keeps no comments.
import { mended, type PlanEvent } from '#libs/lifecycle';

/** A plan's prose by key; null where it has been struck out. */
export type Texts = ReadonlyMap<string, string | null>;

/**
 * Each decision with what was said about it.
 * @param events of the plan itself: what it was forked out of decides on a text of its own
 */
export function withComments(
  records: Record<string, unknown>,
  events: PlanEvent[],
  texts: Texts,
): Record<string, unknown> {
  const adoption = records['adoption'] as { entries: { key: string }[] } | undefined;
  if (!adoption) return records;
  const comments = commentsOn(events);
  const said = ({ key }: { key: string }) => {
    const comment = comments.get(key);
    return comment === undefined ? {} : { comment: texts.get(comment) ?? null };
  };
  const entries = adoption.entries.map((entry) => ({ ...entry, ...said(entry) }));
  return { ...records, adoption: { ...adoption, entries } };
}

/**
 * Comments stand with the events that recorded the decisions, corrected and undone ones as repaired.
 * @returns keys of texts, by the entry whose latest decision they belong to
 */
function commentsOn(events: PlanEvent[]): Map<string, string> {
  const comments = new Map<string, string>();
  for (const { data } of mended(events).filter(({ type }) => type === 'party-decision.recorded')) {
    const { entry, commentText } = data as { entry: string; commentText?: string };
    comments.delete(entry);
    if (commentText !== undefined) comments.set(entry, commentText);
  }
  return comments;
}
