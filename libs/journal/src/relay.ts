// Carries events to reactions, in order, from a checkpoint: at least once, never skipping. The reaction must bear repeats.
import { Client, type Pool } from 'pg';
import { CHANNEL, type Appended } from './appended.js';
import { isAhead } from './epoch.js';
import { BEGINNING, heldUpMs, readAfter, type Position, type ReadEvent } from './read.js';

export interface RelayOptions {
  /** The reader's name: one checkpoint each. */
  reader: string;
  /** Does what the events ask for. When it throws, the same events come again after a pause. */
  react(events: ReadEvent[]): Promise<void>;
  /** Called once when events wait longer than `HELD_UP_ALARM_MS` for a transaction that does not end, and again at the next. */
  alarm(heldUpMs: number): void;
  /** Called when the checkpoint lies beyond the end of the journal, as after a restore: the reader begins again. */
  ahead?(checkpoint: Position): void;
  /** Called when reading or reacting failed; it is tried again. */
  failed(error: unknown): void;
  batchMax?: number;
  pollMs?: number;
}

export const HELD_UP_ALARM_MS = 30_000;

export class Relay {
  private stopping = false;
  private awake: (() => void) | undefined;
  private woken = false;
  private alarmed = false;
  private done: Promise<void> = Promise.resolve();
  private listener: Client | undefined;
  private silence: (() => void) | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly databaseUrl: string,
    private readonly appended: Appended | undefined,
    private readonly options: RelayOptions,
  ) {}

  start(): void {
    this.silence = this.appended?.onAppended(() => this.wake());
    this.done = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.silence?.();
    this.wake();
    await this.done;
    await this.listener?.end().catch(() => undefined);
  }

  wake(): void {
    this.woken = true;
    this.awake?.();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.listen();
        while (!this.stopping && (await this.step())) this.woken = false;
        await this.checkHeldUp();
      } catch (error) {
        this.options.failed(error);
      }
      if (!this.woken && !this.stopping) await this.rest();
      this.woken = false;
    }
  }

  /** @returns whether there may be more at once. */
  private async step(): Promise<boolean> {
    const limit = this.options.batchMax ?? 500;
    const from = await this.position();
    const events = await readAfter(this.pool, from, { limit });
    const last = events.at(-1);
    if (!last) return this.beginsAgain(from);
    await this.options.react(events);
    await this.moveTo(last.position);
    return events.length === limit;
  }

  /** Nobody skips an event, nor does a reader wait for ever at a place that the journal has lost. */
  private async beginsAgain(from: Position): Promise<boolean> {
    if (!(await isAhead(this.pool, from))) return false;
    this.options.ahead?.(from);
    await this.moveTo(BEGINNING);
    return true;
  }

  private async position(): Promise<Position> {
    const { rows } = await this.pool.query<{ at: Position }>(
      `SELECT txid || '-' || position AS at FROM checkpoint WHERE reader = $1`,
      [this.options.reader],
    );
    return rows[0]?.at ?? BEGINNING;
  }

  private async moveTo(position: Position): Promise<void> {
    const [txid, place] = position.split('-');
    await this.pool.query(
      `INSERT INTO checkpoint (reader, txid, position, moved_at) VALUES ($1, $2::text::xid8, $3, now())
       ON CONFLICT (reader) DO UPDATE SET txid = excluded.txid, position = excluded.position, moved_at = now()`,
      [this.options.reader, txid, place],
    );
  }

  private async checkHeldUp(): Promise<void> {
    const waitedMs = await heldUpMs(this.pool);
    const isHeldUp = waitedMs > HELD_UP_ALARM_MS;
    if (isHeldUp && !this.alarmed) this.options.alarm(waitedMs);
    this.alarmed = isHeldUp;
  }

  /** One connection of its own hears the NOTIFY of other processes; when it breaks, the poll goes on and it is opened again. */
  private async listen(): Promise<void> {
    if (this.listener) return;
    const listener = new Client({ connectionString: this.databaseUrl, application_name: 'stegvis-relay' });
    listener.on('notification', () => this.wake());
    listener.on('error', () => undefined);
    listener.on('end', () => {
      this.listener = undefined;
    });
    try {
      await listener.connect();
      await listener.query(`LISTEN ${CHANNEL}`);
      this.listener = listener;
    } catch (error) {
      await listener.end().catch(() => undefined);
      throw error;
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.pollMs ?? 1_000);
      this.awake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
