// The bodies of the workgroups' verbs.
import { Code, Codes, Key, Line, Many, Maybe, One, Prose, WhenField } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class SeatBody {
  @Code() organisation: string;
  @Maybe() @Line() role?: string;
}

export class FormWorkgroupBody extends VerbBody {
  @Line() name: string;
  @Maybe() @Prose() purpose?: string;
  @Maybe() @Key() theme?: string;
  @Maybe() @One(() => SeatBody) lead?: SeatBody;
  @Maybe() @One(() => SeatBody) deputy?: SeatBody;
  @Maybe() @Codes() members?: string[];
  @Maybe() @Line() timeSetAside?: string;
}

export class AppointLeadBody extends VerbBody {
  @Key() workgroup: string;
  @One(() => SeatBody) lead: SeatBody;
}

export class AppointDeputyBody extends VerbBody {
  @Key() workgroup: string;
  @One(() => SeatBody) deputy: SeatBody;
}

export class AddMemberBody extends VerbBody {
  @Key() workgroup: string;
  @Code() organisation: string;
}

export class SetTimeAsideBody extends VerbBody {
  @Key() workgroup: string;
  @Line() time: string;
}

export class SignRoleAgreementBody extends VerbBody {
  @Key() workgroup: string;
  @Maybe() @Prose() agreement?: string;
}

export class DissolveWorkgroupBody extends VerbBody {
  @Key() workgroup: string;
  @Prose() reason: string;
}

export class MilestoneBody {
  @Line() title: string;
  @Maybe() @WhenField() on?: string;
}

export class PlanProcessBody extends VerbBody {
  @Many(() => MilestoneBody) milestones: MilestoneBody[];
}

export const workgroupsBodies = {
  'form-workgroup': FormWorkgroupBody,
  'appoint-lead': AppointLeadBody,
  'appoint-deputy': AppointDeputyBody,
  'add-member': AddMemberBody,
  'set-time-aside': SetTimeAsideBody,
  'sign-role-agreement': SignRoleAgreementBody,
  'dissolve-workgroup': DissolveWorkgroupBody,
  'plan-process': PlanProcessBody,
};
