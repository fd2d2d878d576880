// The commands of a history in the order in which they are given, each with its place in the file.
import type { When, Who } from '#libs/lifecycle';
import type { Order } from '#libs/plans';
import { commandId } from './command-ids.js';

/** An order that knows which part of the file it says. */
export interface PlacedOrder extends Order {
  /** JSON pointer. */
  place: string;
}

export class Story {
  readonly orders: PlacedOrder[] = [];

  constructor(
    private readonly project: string,
    private readonly who: Who,
  ) {}

  /** @param name of the command, where another plan's id hangs on it. @returns the command's id. */
  tell(plan: string | null, verb: string, body: object, place: string, when: When = null, name?: string): string {
    const command = commandId(this.project, name ?? `${this.orders.length}`);
    const said = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const from = { who: this.who, command, imported: true };
    this.orders.push({ plan, verb, body: said, ...from, occurredAt: when, place });
    return command;
  }

  /** A sentence of the source that no other record holds; as public as the source is. */
  log(plan: string, sentence: string | undefined, place: string, when: When = null): void {
    if (sentence !== undefined) this.tell(plan, 'write-log-entry', { entry: sentence, public: true }, place, when);
  }
}
