// /v1/mails: what mails there are and what became of them; one of them with what it says; sent again.
import {
  cursor,
  Doorway,
  HTTP_PROBLEMS,
  isUuid,
  limit,
  pageOf,
  PostOffice,
  Problem,
  problemKinds,
  readQuery,
  type WrittenMail,
} from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';

const MAIL_PROBLEMS = problemKinds({
  'not-to-be-sent': {
    status: 409,
    title: { sv: 'Brevet kan inte skickas igen', en: 'The mail cannot be sent again' },
    detail: {
      sv: 'Bara ett brev som inte kom fram kan skickas igen, och bara när SMTP_URL är satt.',
      en: 'Only a mail that did not arrive can be sent again, and only when SMTP_URL is set.',
    },
  },
});

const common = { access: 'administer', tag: 'people' } as const;
const query = { limit, cursor: cursor(isUuid) };

@Controller('v1/mails')
export class MailsController {
  constructor(private readonly office: PostOffice) {}

  @Get()
  @Doorway({
    ...common,
    summary: 'Mails and what became of them, the newest first',
    description: 'Kept for seven days. Without SMTP_URL none is sent: the operator reads them here or at /outbox.',
    query,
    answers: { 200: 'MailPage' },
  })
  async list(@Query() given: object) {
    const page = readQuery(query, given);
    return pageOf(await this.office.list(page.limit + 1, page.cursor), page.limit, ({ id }) => id);
  }

  @Get(':mail')
  @Doorway({ ...common, summary: 'One mail, with what it says', answers: { 200: 'WrittenMail' }, problems: [404] })
  one(@Param('mail') id: string): Promise<WrittenMail> {
    return this.found('GET', id);
  }

  @Post(':mail/send')
  @HttpCode(200)
  @Doorway({
    ...common,
    summary: 'Send a mail again that did not arrive',
    answers: { 200: 'WrittenMail' },
    problems: [404, 409],
  })
  async again(@Param('mail') id: string): Promise<WrittenMail> {
    await this.found('POST', id);
    if (!(await this.office.sendAgain(id))) throw new Problem(MAIL_PROBLEMS['not-to-be-sent']);
    return this.found('POST', id);
  }

  /** @throws Problem */
  private async found(method: string, id: string): Promise<WrittenMail> {
    const mail = isUuid(id) ? await this.office.one(id) : undefined;
    if (mail) return mail;
    throw new Problem(HTTP_PROBLEMS['not-found'], { params: { method, path: `/v1/mails/${id}`.slice(0, 200) } });
  }
}
