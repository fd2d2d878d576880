// /healthz, /readyz, /metrics: for the machines that look after this one.
import { heldUpMs, HELD_UP_ALARM_MS } from '#libs/journal';
import { Doorway } from '#libs/platform';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { Gauge, Registry } from 'prom-client';
import { DataSource } from 'typeorm';

const common = { access: 'public', tag: 'machines' } as const;

@Controller()
export class MachinesController {
  constructor(
    private readonly pool: Pool,
    private readonly source: DataSource,
    private readonly registry: Registry,
  ) {
    new Gauge({
      name: 'stegvis_journal_held_up_seconds',
      help: 'How long the oldest event that readers may not see yet has waited.',
      registers: [registry],
      async collect() {
        // The other figures matter most when the database is away.
        this.set(
          await heldUpMs(pool).then(
            (ms) => ms / 1000,
            () => Number.NaN,
          ),
        );
      },
    });
  }

  @Get('healthz')
  @Doorway({ ...common, summary: 'The process lives', answers: { 200: 'Health' } })
  health() {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Doorway({
    ...common,
    summary: 'It can serve: the database is there and the journal flows',
    answers: { 200: 'Readiness', 503: 'Readiness' },
  })
  async readiness(@Res() reply: FastifyReply): Promise<void> {
    const checks = await this.checks();
    const ready = Object.values(checks).every((check) => check === 'ok');
    reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready, checks });
  }

  @Get('metrics')
  @Doorway({ ...common, summary: 'Figures for Prometheus', mediaType: 'text/plain' })
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    reply.type(this.registry.contentType).send(await this.registry.metrics());
  }

  private async checks(): Promise<Record<'database' | 'migrations' | 'journal', string>> {
    try {
      const waiting = await this.source.showMigrations();
      const heldUp = await heldUpMs(this.pool);
      return {
        database: 'ok',
        migrations: waiting ? 'not up to date' : 'ok',
        journal: heldUp > HELD_UP_ALARM_MS ? `held up for ${Math.round(heldUp / 1000)} s` : 'ok',
      };
    } catch {
      return { database: 'unreachable', migrations: 'unknown', journal: 'unknown' };
    }
  }
}
