// Mails: handed in as rows, sent by whoever works the queue. Must know nothing of why they are written.
export { Delivery } from './delivery.js';
export { asOneLine, isMailAddress, mailboxOf, type Mailbox } from './mail-address.js';
export type { MailPurpose, MailStatus, NewMail, ToldMail, WrittenMail } from './mail.js';
export { clearMails, PostOffice, type Querying } from './post-office.js';
export { Smtp } from './smtp.js';
