// A plan's row as its fold makes it: the columns beside the fold are there to be searched by, and say the same.
import { isPublic, readersOf, type Plan } from '#libs/lifecycle';

export interface PlanRow {
  id: string;
  kind: string;
  title: string;
  template: string;
  template_version: number;
  stage: string;
  status: string;
  attempt: number;
  version: number;
  parent: string | null;
  programme: string | null;
  public: boolean;
  imported: boolean;
  started_at: string;
  recorded_at: string;
  /** Keys of those who may find it, with spaces between. */
  readers: string;
  state: Plan;
}

/** The columns beside the fold. */
export const BESIDE =
  'id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported, started_at, recorded_at, readers';

export const PLAN_COLUMNS = `${BESIDE}, state`;

export function rowOf(plan: Plan): PlanRow {
  const {
    id,
    kind,
    title,
    template,
    stage,
    status,
    attempt,
    version,
    parent,
    programme,
    imported,
    startedAt,
    recordedAt,
  } = plan;
  return {
    id,
    kind,
    title,
    template: template.key,
    template_version: template.version,
    stage,
    status,
    attempt,
    version,
    parent: parent ?? null,
    programme: programme?.code ?? null,
    public: isPublic(plan),
    imported,
    started_at: startedAt,
    recorded_at: recordedAt,
    readers: readersOf(plan).join(' '),
    state: plan,
  };
}
