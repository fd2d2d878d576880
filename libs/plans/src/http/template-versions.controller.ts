// /v1/templates/{key}/versions/{n}/…: a published version held against another, drawn, and taken as the beginning of one's own.
import { LANGUAGES, type Language, type Template } from '#libs/lifecycle';
import { Doorway, LARGE_BODY, oneOf, Problem, readBody, readQuery, type Parameter } from '#libs/platform';
import {
  checkTemplate,
  copyTemplate,
  diffTemplates,
  toMermaid,
  tooLargeToDraw,
  toSvg,
  toXState,
} from '#libs/templates';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Catalogue } from '../templates/catalogue.js';
import { CopyTemplateBody } from '../templates/copy-template.body.js';
import { PLAN_PROBLEMS, unknownTemplate } from './plan-problems.js';

const tag = 'templates';
const DRAWN_CHARACTERS_MAX = 16 * 1024 * 1024;

const otherVersion: Parameter<{ key?: string; version: number }> = {
  read: (text) => {
    const found = /^(?:([a-z0-9-]{1,80})@)?([1-9]\d{0,8})$/.exec(text);
    return found ? { ...(found[1] === undefined ? {} : { key: found[1] }), version: Number(found[2]) } : undefined;
  },
  want: {
    sv: 'ge en version, 3, eller nyckel och version, try-out@3',
    en: 'give a version, 3, or a key and a version, try-out@3',
  },
  schema: { type: 'string', examples: ['1', 'try-out@1'] },
  description:
    'The version to compare with, of the same template or, as key@version, of another; the one before when absent.',
};

const FORMATS = {
  mermaid: { mediaType: 'text/vnd.mermaid; charset=utf-8', draw: toMermaid },
  svg: { mediaType: 'image/svg+xml; charset=utf-8', draw: toSvg },
  xstate: {
    mediaType: 'application/json; charset=utf-8',
    draw: (template: Template, language: Language) => JSON.stringify(toXState(template, language), null, 2),
  },
};
type Format = keyof typeof FORMATS;

const formats = Object.keys(FORMATS) as Format[];

function draw(template: Template, format: Format, language: Language): string {
  const large = tooLargeToDraw(template, format);
  if (large) throw new Problem(PLAN_PROBLEMS['too-large-to-draw'], { params: { format, ...large } });
  return FORMATS[format].draw(template, language);
}

const diffQuery = { from: otherVersion };
const diagramQuery = {
  format: {
    ...oneOf(formats, 'Mermaid text, a picture, or the configuration of a machine for XState 5.'),
    otherwise: 'svg' as const,
  },
  language: oneOf(LANGUAGES, 'Of the names; that of Accept-Language when absent.'),
};

@Controller('v1/templates/:key/versions/:version')
export class TemplateVersionsController {
  /** A published version never changes, and drawing a large one takes a fifth of a second. */
  private readonly drawn = new LRUCache<string, string>({
    maxSize: DRAWN_CHARACTERS_MAX,
    sizeCalculation: (text) => text.length,
  });

  constructor(private readonly catalogue: Catalogue) {}

  @Get('diff')
  @Doorway({
    access: 'read',
    tag,
    summary: 'What has changed since another version, in words, stage by stage',
    query: diffQuery,
    answers: { 200: 'TemplateDiff' },
    problems: [404],
  })
  async diff(
    @Param('key') key: string,
    @Param('version') version: string,
    @Query() query: object,
    @Req() request: FastifyRequest,
  ) {
    const { from: other } = readQuery(diffQuery, query);
    const to = await this.published(key, version);
    const from = other
      ? await this.published(other.key ?? key, String(other.version))
      : await this.catalogue.before(key, to.version);
    if (!from) throw unknownTemplate(`${key}, version < ${version}`);
    const { parts, ...named } = diffTemplates(from, to);
    const { language } = request;
    const said = parts.map(({ changes, ...part }) => ({
      ...part,
      changes: changes.map((change) => ({ ...change, message: change.message[language] })),
    }));
    return { ...named, parts: said };
  }

  @Get('diagram')
  @Doorway({
    access: 'read',
    tag,
    summary: 'A picture of the template, or a machine that other tools open',
    description:
      'A picture that nobody could read is refused; of such a template there is the Mermaid text, or the machine.',
    query: diagramQuery,
    answers: { 200: '' },
    mediaType: 'image/svg+xml',
    alternatives: { 'text/vnd.mermaid': '', 'application/json': 'AnyObject' },
    problems: [404, 422],
  })
  async diagram(
    @Param('key') key: string,
    @Param('version') version: string,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format, language = request.language } = readQuery(diagramQuery, query);
    const template = await this.published(key, version);
    const { mediaType } = FORMATS[format];
    const name = [key, version, format, language].join(' ');
    const text = this.drawn.get(name) ?? draw(template, format, language);
    this.drawn.set(name, text);
    // Nothing in a picture may run, wherever it is shown.
    reply
      .header('content-type', mediaType)
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    reply.send(text);
  }

  @Post('copy')
  @HttpCode(200)
  @Doorway({
    access: 'read',
    tag,
    summary: "A draft of one's own from a template, which may be published; nothing is stored",
    body: CopyTemplateBody,
    bodyLimit: LARGE_BODY,
    answers: { 200: 'Template' },
    problems: [404],
  })
  async copy(@Param('key') key: string, @Param('version') version: string, @Req() request: FastifyRequest) {
    const order = readBody(CopyTemplateBody, request.body);
    const document = await this.published(key, version);
    const latest = await this.catalogue.document(order.key);
    const draft = copyTemplate(document, { ...order, version: (latest?.version ?? 0) + 1 });
    if (checkTemplate(draft).length > 0)
      throw new Problem(PLAN_PROBLEMS['invalid-template'], { faults: (language) => checkTemplate(draft, language) });
    return draft;
  }

  private async published(key: string, version: string): Promise<Template> {
    const isNamed = /^[a-z0-9-]{1,80}$/.test(key) && /^[1-9]\d{0,8}$/.test(version);
    const document = isNamed ? await this.catalogue.document(key, Number(version)) : undefined;
    if (!document) throw unknownTemplate(`${key} ${version}`);
    return document;
  }
}
