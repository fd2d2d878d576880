// A plan's history, read page by page and kept, so that the track and the list of events need it only once.
import { get } from '../api.js';

const PAGE = 200;
/** Enough to draw the track of nearly any plan; a longer history goes on where the list is read on. */
const READ_AT_FIRST = 5;

export class History {
  events = [];
  cursor;
  complete = false;

  constructor(path) {
    this.path = path;
  }

  async readSome() {
    for (let page = 0; page < READ_AT_FIRST && !this.complete; page += 1) await this.readOn();
  }

  async readOn() {
    const { items, next } = await get(this.path, { limit: PAGE, cursor: this.cursor });
    this.events.push(...items.map(eventOf));
    this.cursor = next;
    this.complete = next === null;
  }

  /** The events up to `count`, or fewer when there are no more. */
  async first(count) {
    while (this.events.length < count && !this.complete) await this.readOn();
    return this.events.slice(0, count);
  }
}

/** Without what the wire adds to the event's own name and date. */
function eventOf(item) {
  const type = item.type.replace(/^se\.stegvis\./, '').replace(/\.v\d+$/, '');
  return { ...item, type, occurredAt: item.occurredAt?.value ?? null };
}
