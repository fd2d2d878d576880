// The bodies of the verbs on the role and cost map.
import { Code, Key, Line, Many, Maybe, Prose, Whole } from '#libs/platform';
import { VerbBody } from './verb-body.js';

/** An organisation, a role, or a role of an organisation. */
export class RoleMapCellBody {
  @Maybe() @Code() organisation?: string;
  @Maybe() @Line() role?: string;
}

export class FillRoleMapBody extends VerbBody {
  /** The activity or effort, in a few words; the same words again fill more of the same row. */
  @Line() row: string;
  /** Each cell that is told takes the place of what stood there. */
  @Maybe() @Many(() => RoleMapCellBody, { max: 20 }) decides?: RoleMapCellBody[];
  @Maybe() @Many(() => RoleMapCellBody, { max: 20 }) pays?: RoleMapCellBody[];
  @Maybe() @Many(() => RoleMapCellBody, { max: 20 }) carriesOut?: RoleMapCellBody[];
  @Maybe() @Many(() => RoleMapCellBody, { max: 20 }) isAsked?: RoleMapCellBody[];
  /** What it costs, in whole kronor. */
  @Maybe() @Whole(0, 1_000_000_000_000) costSek?: number;
}

export class RemoveRoleMapRowBody extends VerbBody {
  @Key() row: string;
  @Maybe() @Prose() reason?: string;
}

export const roleMapBodies = {
  'fill-role-map': FillRoleMapBody,
  'remove-role-map-row': RemoveRoleMapRowBody,
};
