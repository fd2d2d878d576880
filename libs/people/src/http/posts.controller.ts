// /v1/posts: roles outside the plans, for a programme or for the whole installation: who holds them, given and ended.
import { isDay } from '#libs/lifecycle';
import {
  callerOf,
  cursor,
  Doorway,
  invalidBody,
  isUuid,
  limit,
  pageOf,
  Problem,
  readBody,
  readQuery,
  uuid,
  words,
  type Parameter,
} from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Tokens } from '../access/tokens.js';
import type { PostRow } from '../directory/post.entity.js';
import type { PostRefusal } from '../directory/post-rules.js';
import { Posts } from '../directory/posts.js';
import { notGoingOn, PEOPLE_PROBLEMS } from './people-problems.js';
import { EndPostBody, PostBody } from './post.bodies.js';

const day: Parameter<string> = {
  read: (text) => (isDay(text) ? text : undefined),
  want: { sv: 'ge en dag som 2027-03-15', en: 'give a day such as 2027-03-15' },
  schema: { type: 'string', format: 'date' },
  description: 'Only those that are held on this day.',
};
const query = {
  person: uuid('Held by this person, or deputised for.'),
  role: words('The key of a role.', 80),
  programme: words('The code of a programme.', 80),
  organisation: words('The code of the organisation that it is held for.', 64),
  on: day,
  cursor: cursor(isUuid),
  limit,
};

const common = { access: 'administer', tag: 'people' } as const;

@Controller('v1/posts')
export class PostsController {
  constructor(
    private readonly posts: Posts,
    private readonly tokens: Tokens,
  ) {}

  @Get()
  @Doorway({ ...common, summary: 'Who holds which role outside the plans', query, answers: { 200: 'PostPage' } })
  async list(@Query() given: object) {
    const page = readQuery(query, given);
    if (page.cursor !== undefined && !(await this.posts.isListed(page.cursor))) throw notGoingOn(query.cursor);
    const found = await this.posts.list({ ...page, limit: page.limit + 1 });
    return pageOf(found, page.limit, ({ id }) => id);
  }

  @Post()
  @HttpCode(201)
  @Doorway({
    ...common,
    summary: 'Give somebody a role for a programme, or for the whole installation',
    description: 'A programme has one process leader at a time.',
    body: PostBody,
    answers: { 201: 'Post' },
    problems: [404, 409],
  })
  async give(@Req() request: FastifyRequest): Promise<PostRow> {
    const {
      programme = null,
      mandate = null,
      until = null,
      deputy,
      share = null,
      ...body
    } = readBody(PostBody, request.body);
    const person = body.person.toLowerCase();
    const more = { programme, mandate, until, share, deputy: deputy?.toLowerCase() ?? null };
    return this.told(await this.posts.give({ ...body, ...more, person }, callerOf(request).who));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Doorway({
    ...common,
    summary: 'End a post ahead of its time',
    body: EndPostBody,
    answers: { 200: 'Post' },
    problems: [404, 409],
  })
  async end(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PostRow> {
    const { until } = readBody(EndPostBody, request.body ?? {});
    const found = isUuid(id)
      ? await this.posts.end(id.toLowerCase(), until, callerOf(request).who)
      : ({ code: 'unknown-post' } as const);
    return this.told(found, id);
  }

  /** From the next request on everybody is who they now are. @throws Problem */
  private told(post: PostRow | PostRefusal, id = ''): PostRow {
    if ('code' in post) throw postProblem(post, id);
    this.tokens.forget();
    return post;
  }
}

const FIELDS: Partial<Record<PostRefusal['code'], string>> = {
  'unknown-organisation': 'organisation',
  'unknown-programme': 'programme',
  'ends-before-it-begins': 'until',
  'deputy-for-oneself': 'deputy',
};

function postProblem(refused: PostRefusal, id: string): Problem {
  const { code } = refused;
  const field = 'field' in refused ? refused.field : FIELDS[code];
  const faults = field === undefined ? [] : [{ pointer: `/${field}`, code }];
  if (code === 'ends-before-it-begins' || code === 'deputy-for-oneself') return invalidBody(faults);
  const about = { params: { id: id.slice(0, 80) }, ...(field === undefined ? {} : { faults }) };
  return new Problem(PEOPLE_PROBLEMS[code], about);
}
