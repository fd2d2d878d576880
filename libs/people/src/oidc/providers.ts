// The OpenID providers of this installation, from the file that STEGVIS_OIDC_FILE names; a fault stops the start with one line.
import type { Label } from '#libs/lifecycle';
import { WrongSetting } from '#libs/platform';
import { readFileSync } from 'node:fs';

export interface OidcProvider {
  /** Stands in the addresses of its sign-in; lower case letters, digits and hyphens. */
  key: string;
  /** What people know it as: on the button. */
  name: Label;
  issuer: string;
  clientId: string;
  clientSecret?: string;
  /** Whether somebody unknown here who signs in there becomes a person here; false when absent. */
  newPersons: boolean;
  /** Which organisation somebody comes from: a claim, and the code of ours that each of its values stands for. */
  organisation?: { claim: string; codes: Record<string, string> };
}

const NAME = 'STEGVIS_OIDC_FILE';
const KEY = /^[a-z][a-z0-9-]{0,39}$/;

/** @throws WrongSetting */
export function readProviders(file: string | undefined): OidcProvider[] {
  if (file === undefined) return [];
  const wrong = (want: string) => new WrongSetting(NAME, file, want);
  const told = parsed(file, wrong);
  if (!Array.isArray(told)) throw wrong('the file is to hold a list of providers');
  const providers = told.map((one, index) => provider(one, (want) => wrong(`provider ${index + 1}: ${want}`)));
  const keys = providers.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) throw wrong(`two providers have the key ${twice}`);
  return providers;
}

type Wrong = (want: string) => WrongSetting;

function parsed(file: string, wrong: Wrong): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw wrong('the file cannot be read');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw wrong('the file is not JSON');
  }
}

const FIELDS = new Set(['key', 'name', 'issuer', 'clientId', 'clientSecret', 'newPersons', 'organisation']);

function provider(told: unknown, wrong: Wrong): OidcProvider {
  if (!isObject(told)) throw wrong('it is to be an object');
  const unknown = Object.keys(told).find((field) => !FIELDS.has(field));
  if (unknown !== undefined) throw wrong(`there is no ${unknown}; there are ${[...FIELDS].join(', ')}`);
  const { key, name, clientId, clientSecret, newPersons = false } = told;
  if (typeof key !== 'string' || !KEY.test(key)) throw wrong('key is to be lower case letters, digits and hyphens');
  if (!isText(clientId)) throw wrong('clientId is missing');
  if (clientSecret !== undefined && !isText(clientSecret)) throw wrong('clientSecret is to be text');
  if (typeof newPersons !== 'boolean') throw wrong('newPersons is to be true or false');
  return {
    key,
    name: label(name, wrong),
    issuer: issuer(told['issuer'], wrong),
    clientId,
    newPersons,
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...organisation(told['organisation'], wrong),
  };
}

function label(told: unknown, wrong: Wrong): Label {
  if (isText(told)) return { sv: told, en: told };
  if (isObject(told) && isText(told['sv']) && isText(told['en'])) return { sv: told['sv'], en: told['en'] };
  throw wrong('name is to be text, or { "sv": text, "en": text }');
}

/** Without encryption only on this machine: what comes over it decides who gets in (OpenID Connect Core 1.0, 16.17). */
function issuer(told: unknown, wrong: Wrong): string {
  if (!isText(told) || !URL.canParse(told)) throw wrong('issuer is to be an address');
  const { protocol, hostname } = new URL(told);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname)))
    throw wrong('issuer is to begin with https://');
  return told;
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function organisation(told: unknown, wrong: Wrong): Pick<OidcProvider, 'organisation'> {
  if (told === undefined) return {};
  if (!isObject(told) || !isText(told['claim']) || !isObject(told['codes']))
    throw wrong('organisation is to be { "claim": text, "codes": { value: code } }');
  const codes = told['codes'];
  if (!Object.values(codes).every(isText)) throw wrong('organisation.codes is to give a code for each value');
  return { organisation: { claim: told['claim'], codes: codes as Record<string, string> } };
}

function isObject(told: unknown): told is Record<string, unknown> {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}

function isText(told: unknown): told is string {
  return typeof told === 'string' && told.trim() !== '';
}
