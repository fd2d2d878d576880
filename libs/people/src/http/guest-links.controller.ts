// /v1/plans/:id/guest-links: somebody without an account is asked to do one thing in a plan, by a link in a mail.
import type { Plan } from '#libs/lifecycle';
import { AccessPolicy, mayDo, notPermitted, PlanReader, Plans } from '#libs/plans';
import { callerOf, Doorway, HTTP_PROBLEMS, isUuid, Problem, problemKinds, readBody, type Caller } from '#libs/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GuestLinks, type GuestLink } from '../access/guest-links.js';
import { GuestLinkBody } from './guest-link.body.js';
import { GuestInvitations } from './guest-invitations.js';

const LINK_PROBLEMS = problemKinds({
  'guest-link-used': {
    status: 409,
    title: { sv: 'Länken är redan använd', en: 'The link has been used already' },
    detail: { sv: 'Det som gästen ombads göra är gjort.', en: 'What the guest was asked to do has been done.' },
  },
});

@Controller('v1')
export class GuestLinksController {
  constructor(
    private readonly links: GuestLinks,
    private readonly invitations: GuestInvitations,
    private readonly reader: PlanReader,
    private readonly plans: Plans,
    private readonly policy: AccessPolicy,
  ) {}

  @Post('plans/:id/guest-links')
  @Doorway({
    access: 'write',
    tag: 'plans',
    summary: 'Ask a guest to do one thing in the plan',
    description:
      'To answer, confirm or comment, by a link in a mail: no account is needed. By somebody who may do it themselves. The link works once.',
    body: GuestLinkBody,
    answers: { 201: 'GuestLink' },
    problems: [404, 409],
  })
  async make(@Param('id') id: string, @Body() given: unknown, @Req() request: FastifyRequest) {
    const caller = callerOf(request);
    const { plan } = await this.reader.seen(id, caller);
    const body = readBody(GuestLinkBody, given);
    await this.refuseAnothersName(caller, plan, body);
    return told(await this.invitations.invite(plan, body, caller));
  }

  @Get('plans/:id/guest-links')
  @Doorway({
    access: 'read',
    tag: 'plans',
    summary: 'What guests have been asked in the plan, the newest first',
    description: 'Your own, and those whose verb you may do yourself.',
    answers: { 200: 'GuestLinkPage' },
    problems: [404],
  })
  async list(@Param('id') id: string, @Req() request: FastifyRequest) {
    const caller = callerOf(request);
    const { plan } = await this.reader.seen(id, caller);
    const links = await this.links.of(plan.id);
    const lacking = await Promise.all(links.map((link) => this.lacks(caller, plan, link)));
    return { items: links.filter((_, index) => lacking[index] === null).map(told), next: null };
  }

  @Post('guest-links/:link/withdraw')
  @HttpCode(200)
  @Doorway({
    access: 'write',
    tag: 'plans',
    summary: 'Take back what a guest was asked',
    description: 'Again changes nothing.',
    answers: { 200: 'GuestLink' },
    problems: [404, 409],
  })
  async withdraw(@Param('link') id: string, @Req() request: FastifyRequest) {
    const caller = callerOf(request);
    const link = isUuid(id) ? await this.links.byId(id) : null;
    if (!link) throw notHere(id);
    const { plan } = await this.reader.seen(link.plan, caller);
    const lacking = await this.lacks(caller, plan, link);
    if (lacking) throw notPermitted(link.verb, lacking);
    if (!(await this.links.withdraw(id, callerOf(request).who))) throw new Problem(LINK_PROBLEMS['guest-link-used']);
    return told((await this.links.byId(id)) as GuestLink);
  }

  /** In which role and for whom a guest speaks is for those to say who may give just that role. @throws Problem */
  private async refuseAnothersName(caller: Caller, plan: Plan, { role, organisation }: GuestLinkBody): Promise<void> {
    if (role === undefined && organisation === undefined) return;
    const said = { ...(role === undefined ? {} : { role }), ...(organisation === undefined ? {} : { organisation }) };
    const place = { plan, template: await this.plans.templateOf(plan), now: this.plans.clock.now(), body: said };
    const permission = this.policy.permission(caller, 'assign-role', place);
    if (!mayDo(permission)) throw notPermitted('assign-role', permission.needed);
  }

  /** What the caller would need to have a say about the link; null when it has. */
  private async lacks(caller: Caller, plan: Plan, { madeBy, verb }: GuestLink) {
    if (madeBy === caller.who.id) return null;
    const place = { plan, template: await this.plans.templateOf(plan), now: this.plans.clock.now() };
    const permission = this.policy.permission(caller, verb, place);
    return mayDo(permission) ? null : permission.needed;
  }
}

function told({ madeBy: _by, madeFor: _for, refusals: _refusals, ...link }: GuestLink) {
  return link;
}

function notHere(id: string): Problem {
  const path = `/v1/guest-links/${id}/withdraw`.slice(0, 200);
  return new Problem(HTTP_PROBLEMS['not-found'], { params: { method: 'POST', path } });
}
