// Commands a second through the command bus, in process: so many plans in flight, ten real verbs each, durable before it answers.
import { Appended } from '#libs/journal';
import { DatabaseClock, type Caller } from '#libs/platform';
import { AccessPolicy, Catalogue, EVERYTHING, Plans, PlansModule } from '#libs/plans';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { walkFor, type Steps } from './steps.js';
import { START, TEN_VERBS } from './ten-verbs.js';

/** @returns the slice as the apps wire it, on connections that the caller owns. */
export async function plansOn(
  pool: Pool,
  source: DataSource,
  policy: AccessPolicy = EVERYTHING,
): Promise<{ plans: Plans; close(): Promise<void> }> {
  const clock = new DatabaseClock();
  await clock.look(pool);
  @Global()
  @Module({
    providers: [
      { provide: Pool, useValue: pool },
      { provide: DataSource, useValue: source },
      { provide: DatabaseClock, useValue: clock },
      { provide: Appended, useValue: new Appended(pool) },
      { provide: AccessPolicy, useValue: policy },
    ],
    exports: [Pool, DataSource, DatabaseClock, Appended, AccessPolicy],
  })
  class Ground {}
  @Module({ imports: [Ground, PlansModule] })
  class Bench {}
  const context = await NestFactory.createApplicationContext(Bench, { logger: false });
  await context.get(Catalogue).ship();
  return { plans: context.get(Plans), close: () => context.close() };
}

const who = { id: 'bench', role: 'process-leader', organisation: 'RKL' };

/** @param asks who gives each command from outside; the machine's own when absent. */
export function busSteps(
  plans: Plans,
  inFlight: number,
  seconds: number,
  asks?: () => Promise<Caller>,
): Promise<Steps> {
  return walkFor(seconds, inFlight, async (step) => {
    const id = await give(plans, null, 'start', START, await asks?.());
    for (const [verb, body] of TEN_VERBS) await step(async () => give(plans, id, verb, body, await asks?.()));
  });
}

export async function give(
  plans: Plans,
  plan: string | null,
  verb: string,
  body: object,
  caller?: Caller,
): Promise<string> {
  const answer = await plans.execute({ plan, verb, body, ...(caller ? { caller, who: caller.who } : { who }) });
  if (answer.kind !== 'accepted') throw new Error(`${verb}: ${JSON.stringify(answer)}`);
  return answer.plan.id;
}
