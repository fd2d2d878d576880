// BullMQ on Redis when there is one, else on the same PostgreSQL: the same calls for both. Jobs only wake; what is to be
// done stands in rows, so that losing the queue loses nothing (architecture, decisions 7, 9 and 15).
import { createPostgresBackend, Queue, withBackend, Worker, type Job, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';

/** Every kind of job and what it carries: ids only, for the rows say what. */
interface Jobs {
  /** Clears away what has been kept long enough; `hour` as 2027-03-15T09. */
  housekeeping: { hour: string };
}

type JobName = keyof Jobs;

interface Endable {
  close(): Promise<void>;
}

type Backend = { redisUrl: string } | { databaseUrl: string };

const KEEP: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { age: 7_200, count: 1_000 },
  removeOnFail: { age: 14 * 86_400, count: 5_000 },
};

export class Queues {
  private readonly open: Endable[] = [];
  private readonly queues = new Map<JobName, Pick<Queue, 'add'>>();

  constructor(
    private readonly backend: Backend,
    /** A connection that fails is tried again by itself; this hears of it. */
    private readonly failed: (error: Error) => void,
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
    this.open.unshift(worker);
  }

  /** Finishes the jobs in hand, then lets go of the connections. */
  async close(): Promise<void> {
    for (const one of this.open.splice(0)) await one.close();
  }

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
    this.open.push({ close: async () => redis.disconnect() });
    return redis;
  }
}

function postgres({ databaseUrl }: { databaseUrl: string }) {
  return { connectionString: databaseUrl, max: 4, migrate: true };
}
