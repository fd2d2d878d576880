// The parts of two versions that have names, as the sentences about a change name them.
import { vocabulary, type Label, type Template } from '#libs/lifecycle';
import type { Named } from './change.js';
import { joined } from './change.js';

export interface Names {
  stage(key: string): Named;
  role(key: string): Named;
  roles(keys: string[] | undefined): Label;
  method(key: string): Named;
  verb(key: string): Named;
}

/** Names by the later version; what is no longer there keeps its earlier name. */
export function namesOf(from: Template, to: Template): Names {
  const among = (list: (template: Template) => Named[] | undefined) => {
    const known = new Map([...(list(from) ?? []), ...(list(to) ?? [])].map((one) => [one.key, one.name]));
    return (key: string): Named => ({ key, name: known.get(key) ?? { sv: key, en: key } });
  };
  const role = among(({ roles }) => roles);
  return {
    stage: among(({ stages }) => stages),
    role,
    roles: (keys = []) =>
      joined(
        keys.map((key) => role(key).name),
        ', ',
      ),
    method: among(({ methods }) => methods),
    verb: (key) => ({ key, name: vocabulary.verbs.get(key)?.verb.name ?? { sv: key, en: key } }),
  };
}
