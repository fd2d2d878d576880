// Hands the post office to every room. With a mail server each mail wakes a worker by a job; the queue is opened at the first.
import { PostOffice, type Configuration } from '#libs/platform';
import { Queues } from '#libs/queues';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';

export interface MailPlace extends Partial<Pick<Configuration, 'smtpUrl' | 'redisUrl'>> {
  databaseUrl: string;
}

@Global()
@Module({})
export class MailModule implements OnApplicationShutdown {
  constructor(private readonly queues: Queues) {}

  /** @param told hears of a queue that is away: the mail is sent all the same, when a worker looks by itself. */
  static of(pool: Pool, { smtpUrl, redisUrl, databaseUrl }: MailPlace, told: (error: Error) => void): DynamicModule {
    const queues = new Queues(redisUrl ? { redisUrl } : { databaseUrl }, told);
    const wake = (mail: string) => void queues.put('mail', {}, `mail-${mail}-${Date.now()}`).catch(told);
    const office = new PostOffice(pool, smtpUrl === undefined ? undefined : wake);
    const providers = [
      { provide: Queues, useValue: queues },
      { provide: PostOffice, useValue: office },
    ];
    return { module: MailModule, providers, exports: [PostOffice] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
