// The settings, one by one, so that every wrong value is told at once and not only the first.
import { readConfiguration, WrongSetting } from '#libs/platform';
import { fault, ok, type Finding } from './finding.js';

const NAMES = [
  'PORT',
  'HOST',
  'STEGVIS_BASE_URL',
  'DATABASE_URL',
  'REDIS_URL',
  'STEGVIS_ADMIN_TOKEN',
  'STEGVIS_RATE_LIMIT',
  'STEGVIS_LOG_LEVEL',
];

type Environment = Record<string, string | undefined>;

export function checkSettings(environment: Environment): Finding[] {
  const wrong = [...NAMES.flatMap((name) => wrongIn(name, environment)), ...wrongMail(environment)];
  const given = [...NAMES, 'SMTP_URL', 'STEGVIS_DATA_DIR'].filter((name) => environment[name]);
  return wrong.length > 0
    ? wrong
    : [ok('settings', given.length > 0 ? `${given.join(', ')} can be used` : 'none given')];
}

function wrongIn(name: string, environment: Environment): Finding[] {
  try {
    readConfiguration({ [name]: environment[name] });
    return [];
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    return [fault('settings', error.message, `Correct ${name} in the environment that Stegvis is started in.`)];
  }
}

function wrongMail({ SMTP_URL: value }: Environment): Finding[] {
  if (!value) return [];
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '') return [];
  const says = `SMTP_URL=${value.replace(/:\/\/[^@/]*@/, '://***@')} cannot be used.`;
  return [fault('settings', says, 'Give the mail server as smtp://user:password@host:587 or smtps://host:465.')];
}
