// The table of rights as docs/access.md shows it; the spec holds the two together.
import { STANDARD_ROLES, type StandardRole } from '#libs/lifecycle';
import { RIGHTS } from './rights.js';
import { ROLE_RIGHTS, type RoleRights } from './role-rights.js';

const ONLY: Record<keyof RoleRights, string> = {
  may: '',
  inOwnStage: 'in the stage it answers for: ',
  whileNoChair: 'where no chair answers for the stage: ',
  forOwnOrganisation: 'for its own organisation: ',
  whereOneBelongs: 'for the organisation one comes from: ',
};

export function accessTables(): string {
  const roles = (Object.keys(STANDARD_ROLES) as StandardRole[]).map((role) => [
    `${STANDARD_ROLES[role].en} (${code(role)})`,
    ...cells(ROLE_RIGHTS[role]),
  ]);
  const rights = Object.entries(RIGHTS).map(([right, verbs]) => [code(right), verbs.map(code).join(', ')]);
  return [...table(['role', 'may', 'may with a condition'], roles), '', ...table(['right', 'verbs'], rights)].join(
    '\n',
  );
}

const code = (name: string) => `\`${name}\``;

function cells(rights: RoleRights): string[] {
  const kinds = Object.keys(ONLY) as (keyof RoleRights)[];
  const [may, ...others] = kinds.map((kind) =>
    (rights[kind] ?? []).length > 0 ? ONLY[kind] + listed(rights[kind]) : '',
  );
  return [may ?? '', others.filter((one) => one !== '').join('; ')];
}

function listed(rights: RoleRights['may'] = []): string {
  return rights.join(', ');
}

function table(heads: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
