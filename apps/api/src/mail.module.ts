// Hands the post office to every room, and how often a sign-in link may be asked for. With a mail server each mail wakes a worker by a job; the queue is opened at the first.
import { ASKING_LIMIT } from '#libs/people';
import { PostOffice, type Configuration } from '#libs/platform';
import { Queues } from '#libs/queues';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';

export interface MailPlace extends Partial<Pick<Configuration, 'smtpUrl' | 'redisUrl' | 'askingLimit'>> {
  databaseUrl: string;
}

@Global()
@Module({})
export class MailModule implements OnApplicationShutdown {
  constructor(private readonly queues: Queues) {}

  /** @param told hears of a queue that is away: the mail is sent all the same, when a worker looks by itself. */
  static of(
    pool: Pool,
    { smtpUrl, redisUrl, databaseUrl, askingLimit }: MailPlace,
    told: (error: Error) => void,
  ): DynamicModule {
    const queues = new Queues(redisUrl ? { redisUrl } : { databaseUrl }, told);
    const wake = (mail: string) => void queues.put('mail', {}, `mail-${mail}-${Date.now()}`).catch(told);
    const office = new PostOffice(pool, smtpUrl === undefined ? undefined : wake);
    const providers = [
      { provide: Queues, useValue: queues },
      { provide: PostOffice, useValue: office },
      { provide: ASKING_LIMIT, useValue: askingLimit },
    ];
    return { module: MailModule, providers, exports: [PostOffice, ASKING_LIMIT] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
