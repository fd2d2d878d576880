// BullMQ on Redis when there is one, else on the same PostgreSQL: the same calls for both. Jobs only wake; what is to be
// done stands in rows, so that losing the queue loses nothing (architecture, decisions 7, 9 and 15).
import { outliveItsEnd } from '#libs/platform';
import { createPostgresBackend, Queue, withBackend, Worker, type Job, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { runningAway } from './running-away.js';

/** Every kind of job and what it carries: ids only, for the rows say what. */
interface Jobs {
  /** Clears away what has been kept long enough; `hour` as 2027-03-15T09. */
  housekeeping: { hour: string };
  /** Some mail is due: all that are get sent. */
  mail: object;
}

type JobName = keyof Jobs;

interface Endable {
  close(force?: boolean): Promise<void>;
}

type Backend = { redisUrl: string } | { databaseUrl: string };

const KEEP: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { age: 7_200, count: 1_000 },
  removeOnFail: { age: 14 * 86_400, count: 5_000 },
};

/** A connection is tried again every few seconds; the same words are told this often. */
const TOLD_EVERY_MS = 60_000;

const AGAIN_AFTER_MS = 1_000;

export class Queues {
  private readonly open: Endable[] = [];
  private readonly connections: Redis[] = [];
  private isClosed = false;
  private told = { message: '', atMs: Number.NEGATIVE_INFINITY };
  private readonly queues = new Map<JobName, Pick<Queue, 'add'>>();

  constructor(
    private readonly backend: Backend,
    /** A connection that fails is tried again by itself; this hears of it, but not of every try. */
    private readonly heard: (error: Error) => void,
  ) {}

  /**
   * Puts a job.
   * @param id the same id puts the same job once while it is kept; no colon in it, and not digits alone.
   */
  async put<Name extends JobName>(name: Name, data: Jobs[Name], id: string): Promise<void> {
    await this.queueOf(name).add(name, data, { ...KEEP, jobId: id });
  }

  /** @param handle must bear to be called twice for one job. */
  work<Name extends JobName>(name: Name, handle: (data: Jobs[Name]) => Promise<void>): void {
    const processor = (job: Job<Jobs[Name]>) => handle(job.data);
    const worker =
      'redisUrl' in this.backend
        ? new Worker(name, processor, { connection: this.redis(), autorun: true })
        : new (withBackend(createPostgresBackend).Worker)(name, processor, { connection: postgres(this.backend) });
    worker.on('error', this.failed);
    worker.on(
      'error',
      runningAway(() => this.replace(worker, () => this.work(name, handle))),
    );
    this.open.unshift(worker);
  }

  /** A worker whose database went before it was ready never comes to itself: another takes its place a little later. */
  private replace(worker: Endable, again: () => void): void {
    this.open.splice(this.open.indexOf(worker), 1);
    void worker.close(true).catch(this.failed);
    setTimeout(() => {
      if (!this.isClosed) again();
    }, AGAIN_AFTER_MS).unref();
  }

  /** Finishes the jobs in hand, then lets go of the connections. A Redis that is away is not waited for: it may never come. */
  async close(): Promise<void> {
    this.isClosed = true;
    const isAway = this.connections.some(({ status }) => status !== 'ready');
    for (const one of this.open.splice(0)) await one.close(isAway);
  }

  private readonly failed = (error: Error): void => {
    // What is closed is not tried again, and its connections may end after the database does.
    if (this.isClosed) return;
    const atMs = performance.now();
    if (error.message === this.told.message && atMs - this.told.atMs < TOLD_EVERY_MS) return;
    this.told = { message: error.message, atMs };
    this.heard(error);
  };

  private queueOf(name: JobName): Pick<Queue, 'add'> {
    const known = this.queues.get(name);
    if (known) return known;
    const queue =
      'redisUrl' in this.backend
        ? new Queue(name, { connection: this.redis() })
        : new (withBackend(createPostgresBackend).Queue)(name, { connection: postgres(this.backend) });
    queue.on('error', this.failed);
    this.open.unshift(queue);
    this.queues.set(name, queue);
    return queue;
  }

  private redis(): Redis {
    const { redisUrl } = this.backend as { redisUrl: string };
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
    redis.on('error', this.failed);
    this.connections.push(redis);
    this.open.push({ close: async () => redis.disconnect() });
    return redis;
  }
}

/** `onConnect` is pg-pool's: BullMQ hands it on with the rest, and lends connections out without listening to them. */
function postgres({ databaseUrl }: { databaseUrl: string }) {
  return { connectionString: databaseUrl, max: 4, migrate: true, onConnect: outliveItsEnd };
}
