// /duty/:secret: a guest sees what is asked, and does it. Looking changes nothing, ever; the button does the one thing, once.
import { isEnded, type Plan } from '#libs/lifecycle';
import { AccessPolicy, mayDo, PLAN_PROBLEMS, Plans, VerbDoor } from '#libs/plans';
import { Doorway, Problem, problemBody, type Caller } from '#libs/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { deadLinkPage, dutyPage, thanksPage } from '../access/duty-page.js';
import { DUTY_WORDS, type DeadLink } from '../access/duty-words.js';
import { GuestLinks, type GuestLink } from '../access/guest-links.js';
import { sendPage } from '../access/sign-in-page.js';
import { Tokens } from '../access/tokens.js';
import { toldDuty } from '../access/told-duty.js';
import { fieldOf, refusedAsForeign } from './own-form.js';

const common = { access: 'public', tag: 'sign-in', hidden: true } as const;
/** 20,000 characters, each of up to four bytes, each of these as %XX. */
const FORM_MAX = 256 * 1024;

interface OpenDuty {
  link: GuestLink;
  plan: Plan;
}

@Controller('duty')
export class DutiesController {
  constructor(
    private readonly links: GuestLinks,
    private readonly plans: Plans,
    private readonly door: VerbDoor,
    private readonly tokens: Tokens,
    private readonly policy: AccessPolicy,
    private readonly source: DataSource,
  ) {}

  @Get(':secret')
  @Doorway({ ...common, summary: 'What a guest is asked' })
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const duty = await this.open(secret);
    if (typeof duty === 'string') return sendDead(request, reply, duty);
    sendPage(reply, 200, await this.page(duty, request));
  }

  @Post(':secret')
  @HttpCode(200)
  @Doorway({ ...common, summary: 'A guest does it', form: true, bodyLimit: FORM_MAX })
  async act(
    @Param('secret') secret: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (refusedAsForeign(request, reply)) return;
    const duty = await this.open(secret);
    if (typeof duty === 'string') return sendDead(request, reply, duty);
    const text = fieldOf(form, 'text').replaceAll('\r\n', '\n').replaceAll('\0', '');
    if (duty.link.ask !== null && text.trim() === '') {
      const faults = [DUTY_WORDS[request.language].blank];
      return sendPage(reply, 400, await this.page(duty, request, { text, faults }));
    }
    const problem = await this.done(duty.link, text);
    if (!problem) return sendPage(reply, 200, thanksPage(request.language));
    if (problem.kind.code === PLAN_PROBLEMS['key-reused'].code) return sendDead(request, reply, 'used');
    const { status, reasons, faults = [], detail } = problemBody(problem, request.language);
    const said = reasons?.map(({ message }) => message) ?? faults.map(({ message }) => message);
    const why = [DUTY_WORDS[request.language].refused, ...(said.length > 0 ? said : [detail])];
    sendPage(reply, status === 400 ? 400 : 409, await this.page(duty, request, { text, faults: why }));
  }

  /**
   * The link's own key makes it once, also where two press at the same moment or the answer is lost on the way.
   * @returns why it was not done.
   */
  private async done(link: GuestLink, text: string): Promise<Problem | null> {
    const body = link.ask === null ? link.preset : { ...link.preset, [link.ask]: text };
    const key = `guest ${link.id} ${link.refusals}`;
    try {
      await this.door.pass({ plan: link.plan, verb: link.verb, body, caller: guestOf(link), key });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.kind.code === PLAN_PROBLEMS['key-reused'].code) await this.links.use(link);
      else await this.links.refuse(link);
      return error;
    }
    await this.links.use(link);
    return null;
  }

  /** The duty, or why there is nothing to do. */
  private async open(secret: string): Promise<OpenDuty | DeadLink> {
    const link = await this.links.bySecret(secret);
    const plan = link && (await this.plans.one(link.plan));
    if (!link || !plan) return 'unknown';
    if (link.status !== 'open') return link.status;
    if (isEnded(plan)) return 'ended';
    return (await this.makerStillMay(link, plan)) ? { link, plan } : 'outlived';
  }

  /** A link gives away no more than whoever made it has: asked anew each time, as at any other door. Programs have no roles to lose. */
  private async makerStillMay({ madeBy, verb, preset }: GuestLink, plan: Plan): Promise<boolean> {
    const maker = await this.tokens.asToday(madeBy);
    if (!maker) return maker === undefined;
    const place = { plan, template: await this.plans.templateOf(plan), now: this.plans.clock.now(), body: preset };
    return mayDo(this.policy.permission(maker, verb, place));
  }

  private async page({ link, plan }: OpenDuty, { language }: FastifyRequest, given = {}): Promise<string> {
    return dutyPage(language, await toldDuty(this.source, this.plans, plan, link), link.ask !== null, given);
  }
}

/** Whoever has the link may do this and nothing else. */
function guestOf({ id, person, role, organisation, plan, verb }: GuestLink): Caller {
  const who = { id: person ?? id, ...(role ? { role } : {}), ...(organisation ? { organisation } : {}) };
  return { who, scopes: [], name: 'guest', session: false, duty: { plan, verb } };
}

function sendDead({ language }: FastifyRequest, reply: FastifyReply, why: DeadLink): void {
  sendPage(reply, why === 'unknown' ? 404 : 410, deadLinkPage(language, why));
}
