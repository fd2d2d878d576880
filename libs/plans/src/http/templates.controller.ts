// /v1/templates: the published ways of working, the schema and vocabulary they are written in, checking and publishing.
import { vocabulary, type Language, type Template } from '#libs/lifecycle';
import { callerOf, cursor, Doorway, LARGE_BODY, limit, pageOf, Problem, readQuery } from '#libs/platform';
import { checkTemplate, templateSchema, versionTaken } from '#libs/templates';
import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Catalogue, sameTemplate } from '../templates/catalogue.js';
import { PLAN_PROBLEMS, unknownTemplate } from './plan-problems.js';
import { VERB_BODIES, type VerbBodies } from './verb-door.js';
import { vocabularyView } from './vocabulary-view.js';

const tag = 'templates';
const WARM_AFTER_MS = 1_000;
const listQuery = { limit, cursor: cursor(isKey) };

@Controller('v1/templates')
export class TemplatesController implements OnApplicationBootstrap, OnModuleDestroy {
  private warming: NodeJS.Timeout | undefined;
  private schemaOfTemplates: object | undefined;
  private words: object | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    @Inject(VERB_BODIES) private readonly bodies: VerbBodies,
  ) {}

  /** The first check compiles the schema: that is done while nobody waits for it. */
  onApplicationBootstrap(): void {
    this.warming = setTimeout(() => void checkTemplate({}), WARM_AFTER_MS).unref();
  }

  onModuleDestroy(): void {
    clearTimeout(this.warming);
  }

  @Get()
  @Doorway({
    access: 'read',
    tag,
    summary: 'The published templates, the latest version of each',
    query: listQuery,
    answers: { 200: 'TemplatePage' },
  })
  async list(@Query() query: object) {
    const page = readQuery(listQuery, query);
    return pageOf(await this.catalogue.list(page.limit + 1, page.cursor), page.limit, ({ key }) => key);
  }

  @Get('schema')
  @Doorway({ access: 'read', tag, summary: 'The JSON Schema of a template', answers: { 200: 'JsonSchema' } })
  schema() {
    return (this.schemaOfTemplates ??= templateSchema(vocabulary));
  }

  @Get('vocabulary')
  @Doorway({ access: 'read', tag, summary: 'Everything a template may name', answers: { 200: 'Vocabulary' } })
  vocabulary() {
    return (this.words ??= vocabularyView(this.bodies));
  }

  @Get(':key')
  @Doorway({
    access: 'read',
    tag,
    summary: 'The latest version of a template',
    answers: { 200: 'Template' },
    problems: [404],
  })
  async latest(@Param('key') key: string) {
    const template = isKey(key) ? await this.catalogue.document(key) : undefined;
    if (!template) throw unknownTemplate(key);
    return template;
  }

  @Get(':key/versions/:version')
  @Doorway({ access: 'read', tag, summary: 'One version of a template', answers: { 200: 'Template' }, problems: [404] })
  async version(@Param('key') key: string, @Param('version') version: string) {
    const template =
      isKey(key) && /^[1-9]\d{0,8}$/.test(version) ? await this.catalogue.document(key, Number(version)) : undefined;
    if (!template) throw unknownTemplate(`${key} ${version}`);
    return template;
  }

  @Post('check')
  @HttpCode(200)
  @Doorway({
    access: 'read',
    tag,
    summary: 'Check a template without publishing it',
    body: 'AnyObject',
    bodyLimit: LARGE_BODY,
    answers: { 200: 'TemplateCheck' },
  })
  async check(@Req() request: FastifyRequest) {
    const faults = await this.catalogue.check(request.body, request.language);
    return { valid: faults.length === 0, faults };
  }

  @Post()
  @Doorway({
    access: 'publish-templates',
    tag,
    summary: 'Publish a version of a template; the same again is no new version',
    body: 'Template',
    bodyLimit: LARGE_BODY,
    answers: { 201: 'Template', 200: 'Template' },
    gives: ['Location'],
    problems: [409],
  })
  async publish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const outcome = await this.catalogue.publish(request.body, callerOf(request).who.id);
    if ('faults' in outcome) {
      const all = {
        sv: await this.catalogue.check(request.body, 'sv'),
        en: await this.catalogue.check(request.body, 'en'),
      };
      throw new Problem(PLAN_PROBLEMS['invalid-template'], { faults: (language) => all[language] });
    }
    const { key, version } = request.body as { key: string; version: number };
    const document = (await this.catalogue.document(key, version)) as Template;
    if ('taken' in outcome && !sameTemplate(document, request.body)) {
      const faults = (language: Language) => [versionTaken(language)];
      throw new Problem(PLAN_PROBLEMS['version-taken'], { params: { template: key, version }, faults });
    }
    const status = 'taken' in outcome ? 200 : 201;
    reply.code(status).header('location', `/v1/templates/${key}/versions/${version}`).send(document);
  }
}

function isKey(text: string): boolean {
  return /^[a-z0-9-]{1,80}$/.test(text);
}
