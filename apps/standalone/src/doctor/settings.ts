// The settings, one by one, so that every wrong value is told at once and not only the first.
import { readProviders } from '#libs/people';
import { readConfiguration, WrongSetting } from '#libs/platform';
import { fault, ok, type Finding } from './finding.js';

type Environment = Record<string, string | undefined>;

export function checkSettings(environment: Environment): Finding[] {
  const names = namesRead();
  const wrong = names.flatMap((name) => wrongIn(name, environment));
  const given = names.filter((name) => environment[name]);
  return wrong.length > 0
    ? wrong
    : [ok('settings', given.length > 0 ? `${given.join(', ')} can be used` : 'none given')];
}

/** Every name that the configuration asks for, so that a new setting is looked at too. */
function namesRead(): string[] {
  const names = new Set<string>();
  const asked = (_: object, name: string | symbol) => void names.add(String(name));
  readConfiguration(new Proxy({}, { get: asked }));
  return [...names];
}

function wrongIn(name: string, environment: Environment): Finding[] {
  try {
    readProviders(readConfiguration({ [name]: environment[name] }).oidcFile);
    return [];
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    return [fault('settings', error.message, `Correct ${name} in the environment that Stegvis is started in.`)];
  }
}
