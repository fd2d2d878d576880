// Redis, where the queues run on one: it must be there, and never throw a job away to make room.
import { Redis } from 'ioredis';
import { fault, ok, type Finding } from './finding.js';

const WITHIN_MS = 3_000;

export async function checkRedis(url: string): Promise<Finding> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: WITHIN_MS,
    commandTimeout: WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return judged(await redis.info());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const says = `Redis does not answer at ${new URL(url).host} (${why})`;
    return fault('redis', says, 'Start it, or correct REDIS_URL. Until then jobs wait; nothing is lost.');
  } finally {
    redis.disconnect();
  }
}

function judged(info: string): Finding {
  const told = (name: string) => new RegExp(`^${name}:(.*?)\r?$`, 'm').exec(info)?.[1] ?? 'unknown';
  const policy = told('maxmemory_policy');
  const says = `Redis ${told('redis_version')}, maxmemory-policy ${policy}`;
  if (policy === 'noeviction') return ok('redis', says);
  return fault('redis', says, 'Set maxmemory-policy noeviction: with any other, jobs vanish when memory runs short.');
}
