// /v1/migrations: running plans go on by another template version. First what it would change, then the change, with a report.
import { previewMigration, vocabulary, type MigrationPreview, type Template } from '#libs/lifecycle';
import {
  callerOf,
  Doorway,
  Ids,
  isUuid,
  Key,
  KeyMap,
  LARGE_BODY,
  Maybe,
  One,
  problemBody,
  Prose,
  readBody,
  readQuery,
  Whole,
  type Language,
} from '#libs/platform';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { setImmediate } from 'node:timers/promises';
import { Plans } from '../plans.js';
import { Sights } from '../sight/sights.js';
import { Bulk, BULK_MAX } from './bulk.js';
import { BulkFilterBody, whichOf } from './bulk-body.js';
import { repeatKeyOf } from './conditions.js';
import { dryRunQuery } from './dry-run.js';
import { reasonIn, unknownPlan } from './plan-problems.js';
import type { SeenPlan } from './plan-reader.js';
import { criteriaIn } from './plan-view.js';

/** So few that thousands of plans are never in memory at once, and others get their turn in between. */
const READ_TOGETHER = 50;

export class MigrationBody {
  /** The version to go on by. */
  @Whole(1, 1_000_000) version: number;
  /** The key of another template than the plans' own. */
  @Maybe() @Key() template?: string;
  /** For stages whose key differs: the old key and the new. */
  @Maybe() @KeyMap() stages?: Record<string, string>;
  @Maybe() @Prose() reason?: string;
  @Maybe() @Ids({ max: BULK_MAX }) plans?: string[];
  /** In place of `plans`: what the board is asked for, one condition at least. */
  @Maybe() @One(() => BulkFilterBody) filter?: BulkFilterBody;
}

@Controller('v1/migrations')
export class MigrationsController {
  constructor(
    private readonly bulk: Bulk,
    private readonly plans: Plans,
    private readonly sights: Sights,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Doorway({
    access: 'read',
    tag: 'templates',
    summary: 'What moving plans to another template version would change',
    description: 'What it calls possible succeeds, as long as the plan has not moved on.',
    body: MigrationBody,
    bodyLimit: LARGE_BODY,
    answers: { 200: 'MigrationPreviews' },
  })
  async preview(@Req() request: FastifyRequest) {
    const { plans, filter, ...body } = readBody(MigrationBody, request.body);
    const ids = await this.bulk.found(whichOf(plans, filter), callerOf(request));
    const results: object[] = [];
    const targets: Targets = new Map();
    for (let from = 0; from < ids.length; from += READ_TOGETHER) {
      const some = ids.slice(from, from + READ_TOGETHER);
      const found = await this.plans.some(some.filter(isUuid));
      const sights = await this.sights.among([...found.values()], callerOf(request));
      for (const id of some) {
        const plan = found.get(id);
        const sight = sights.get(id);
        results.push(
          plan && sight ? await this.one({ plan, sight }, body, targets, request) : notThere(id, request.language),
        );
      }
      await setImmediate();
    }
    const possible = results.filter((one) => 'possible' in one && one.possible === true).length;
    return { total: results.length, possible, results };
  }

  @Post()
  @HttpCode(200)
  @Doorway({
    access: 'write',
    tag: 'templates',
    summary: 'Move plans to another template version',
    description: `On \`plans\`, or on those that \`filter\` finds, ${BULK_MAX} at most. Each has its own answer; a refusal does not stop the others.`,
    body: MigrationBody,
    query: dryRunQuery,
    bodyLimit: LARGE_BODY,
    heeds: ['Idempotency-Key'],
    answers: { 200: 'BulkReport' },
    problems: [422],
  })
  run(@Req() request: FastifyRequest) {
    const { dryRun = false } = readQuery(dryRunQuery, request.query);
    const { plans, filter, ...body } = readBody(MigrationBody, request.body);
    return this.bulk.run({
      verb: 'migrate',
      body,
      of: whichOf(plans, filter),
      caller: callerOf(request),
      language: request.language,
      dryRun,
      key: repeatKeyOf(request.headers['idempotency-key']),
    });
  }

  private async one({ plan: whole, sight }: SeenPlan, body: Order, targets: Targets, request: FastifyRequest) {
    const plan = sight.nameless(whole);
    const setting = await this.plans.settingFor(plan, callerOf(request).who);
    const key = body.template ?? plan.template.key;
    if (!targets.has(key)) targets.set(key, await this.plans.template(key, body.version));
    const target = targets.get(key);
    const preview = previewMigration(plan, body, { ...setting, ...(target ? { target } : {}) });
    return inWords({ plan, sight }, preview, request.language);
  }
}

type Order = Omit<MigrationBody, 'plans' | 'filter'>;

/** The version to go on by, by the key of its template: also that there is none is asked once. */
type Targets = Map<string, Template | undefined>;

function notThere(id: string, language: Language) {
  const { code, detail } = problemBody(unknownPlan(id), language);
  const none = { stages: [], opened: [], closed: [], criteria: [], orphaned: [], deadlines: [] };
  const reasons = [{ code, message: detail, criterion: null, missing: [] }];
  return { plan: id, title: null, possible: false, stage: null, ...none, reasons };
}

function inWords({ plan, sight }: SeenPlan, preview: MigrationPreview, language: Language) {
  const { reasons, criteria, ...told } = preview;
  return {
    plan: plan.id,
    title: plan.title,
    ...told,
    opened: named(told.opened, language),
    closed: named(told.closed, language),
    orphaned: told.orphaned.map((key) => ({
      capability: key,
      name: vocabulary.capabilities.find((one) => one.key === key)?.name[language] ?? key,
    })),
    reasons: reasons.map((reason) => reasonIn(reason, language)),
    criteria: criteriaIn(criteria, language, sight),
  };
}

function named(verbs: string[], language: Language) {
  return verbs.map((verb) => ({ verb, name: vocabulary.verbs.get(verb)?.verb.name[language] ?? verb }));
}
