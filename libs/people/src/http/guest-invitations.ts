// Somebody who may do a verb asks a guest to do it: everything is looked at first, then the link and its mail are made together.
import type { Language, Plan } from '#libs/lifecycle';
import { Plans, VerbDoor } from '#libs/plans';
import { invalidBody, Problem, type Address, type Caller, type Clock, type NewMail } from '#libs/platform';
import type { DataSource } from 'typeorm';
import { DUTY_VERBS, dutyKindOf } from '../access/duties.js';
import { dayIn, DUTY_WORDS, fromLine, type ToldDuty } from '../access/duty-words.js';
import type { Asked, GuestLink, GuestLinks } from '../access/guest-links.js';
import { letter, quoted } from '../access/letter.js';
import { toldDuty } from '../access/told-duty.js';
import type { Persons } from '../directory/persons.js';
import type { GuestLinkBody } from './guest-link.body.js';
import { PEOPLE_PROBLEMS } from './people-problems.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const DAYS_MAX = 366;

/** What stands in the guest's field while it is tried whether the verb would be taken. */
const SAMPLE = '…';

interface Receiver {
  person: string | null;
  name: string | null;
  address: string;
  language: Language;
}

export class GuestInvitations {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly persons: Persons,
    private readonly links: GuestLinks,
    private readonly door: VerbDoor,
    private readonly plans: Plans,
    private readonly address: Address,
  ) {}

  /** @throws Problem when the caller may not do it, it could not be done now, or something in the body is wrong. */
  async invite(plan: Plan, body: GuestLinkBody, caller: Caller): Promise<GuestLink> {
    const expiresAt = this.endOf(body);
    await this.tryOut(plan, body, caller);
    const to = await this.receiverOf(body, plan);
    const { verb, preset = {}, ask = null, message = null, role = null, organisation = null } = body;
    const { person, language } = to;
    // Of a person the directory knows the name and the address; they are kept in one place.
    const guest = person === null ? { name: to.name, address: to.address } : { name: null, address: null };
    const asked: Asked = { plan: plan.id, verb, preset, ask, message, language, person, ...guest, role, organisation };
    const by = { id: caller.who.id, organisation: caller.who.organisation };

    const told = await toldDuty(this.source, this.plans, plan, {
      ...asked,
      madeBy: by.id,
      madeFor: by.organisation ?? null,
    });
    return this.links.make(asked, by, expiresAt, (secret) => this.mail(to, told, secret, expiresAt));
  }

  /** As if the caller did it, with a sample of what the guest will write. @throws Problem */
  private async tryOut(plan: Plan, { verb, preset = {}, ask }: GuestLinkBody, caller: Caller): Promise<void> {
    if (!dutyKindOf(verb))
      throw invalidBody([{ pointer: '/verb', code: 'not-one-of', params: { limit: DUTY_VERBS.join(', ') } }]);
    if (ask !== undefined && Object.hasOwn(preset, ask))
      throw invalidBody([{ pointer: `/preset/${ask}`, code: 'not-both', params: { other: 'ask' } }]);
    const body = ask === undefined ? preset : { ...preset, [ask]: SAMPLE };
    this.door.check(verb, body, '/preset');
    await this.door.tryOut({ plan: plan.id, verb, body, caller });
  }

  /** @throws Problem */
  private async receiverOf(body: GuestLinkBody, plan: Plan): Promise<Receiver> {
    const { person: id, address, name = null, language } = body;
    if (id !== undefined && address !== undefined)
      throw invalidBody([{ pointer: '/address', code: 'not-both', params: { other: 'person' } }]);
    if (id === undefined) {
      if (address === undefined) throw invalidBody([{ pointer: '/address', code: 'required' }]);
      return { person: null, name, address, language: language ?? plan.language };
    }
    const person = await this.persons.find(id.toLowerCase());
    if (!person || person.erasedAt) throw new Problem(PEOPLE_PROBLEMS['unknown-person'], { params: { id } });
    if (person.address === null) throw invalidBody([{ pointer: '/person', code: 'without-address' }]);
    return {
      person: person.id,
      name: person.name,
      address: person.address,
      language: language ?? person.language,
    };
  }

  /** @throws Problem */
  private endOf({ expiresAt }: GuestLinkBody): Date {
    const now = Date.parse(this.clock.now());
    if (expiresAt === undefined) return new Date(now + USUAL_DAYS * DAY_MS);
    const end = new Date(expiresAt);
    if (end.getTime() <= now) throw invalidBody([{ pointer: '/expiresAt', code: 'not-ahead' }]);
    if (end.getTime() > now + DAYS_MAX * DAY_MS) throw invalidBody([{ pointer: '/expiresAt', code: 'too-far-ahead' }]);
    return end;
  }

  private mail({ person, name, address, language }: Receiver, told: ToldDuty, secret: string, end: Date): NewMail {
    const words = DUTY_WORDS[language];
    const about = [`${words.duty}: ${told.duty[language]}`, ...told.about.map((one) => `${words.about}: ${one}`)];
    const before = [
      ...(name === null ? [] : [words.hello.replace('{name}', () => name)]),
      fromLine(language, told),
      ...(told.message === null ? [] : [quoted(told.message)]),
      about.join('\n'),
    ];
    const after = [words.look, words.until.replace('{day}', dayIn(language, end))];
    const link = { href: `${this.address.url}/duty/${secret}`, words: words.link };
    return {
      to: { address, ...(name === null ? {} : { name }) },
      language,
      subject: `${told.plan}: ${words.asked[told.kind]}`,
      ...letter({ language, before, link, after }),
      purpose: 'guest-link',
      ...(person === null ? {} : { person }),
      until: end.toISOString(),
    };
  }
}
