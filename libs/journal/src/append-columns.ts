// What the append writes, column by column: the tables' columns with their types and where in a batch their values are.
import { isPublic, readersOf, type PlanEvent, type Text } from '#libs/lifecycle';
import type { KeptAnswer, Written } from './batch.js';
import { binaryArray, type Element } from './binary-array.js';

type Value = string | number | boolean | null;
export type Columns<Row> = Record<string, [Element, (row: Row) => Value]>;

/** What every command moves on. */
const MOVING: Columns<Written> = {
  version: ['int', ({ plan }) => plan.version],
  recorded_at: ['timestamptz', ({ plan }) => plan.recordedAt],
  state: ['json', ({ plan }) => JSON.stringify(plan)],
};

/** Where a plan stands and whose it is: most commands leave that, its place in the board's indexes and its row of earlier standings alone. */
const STANDING: Columns<Written> = {
  title: ['text', ({ plan }) => plan.title],
  template: ['text', ({ plan }) => plan.template.key],
  template_version: ['int', ({ plan }) => plan.template.version],
  stage: ['text', ({ plan }) => plan.stage],
  status: ['text', ({ plan }) => plan.status],
  attempt: ['int', ({ plan }) => plan.attempt],
  public: ['boolean', ({ plan }) => isPublic(plan)],
  imported: ['boolean', ({ plan }) => plan.imported],
  readers: ['text', ({ plan }) => readersOf(plan).join(' ')],
};

export const BEGUN: Columns<Written> = {
  id: ['uuid', ({ plan }) => plan.id],
  kind: ['text', ({ plan }) => plan.kind],
  parent: ['uuid', ({ plan }) => plan.parent ?? null],
  programme: ['text', ({ plan }) => plan.programme?.code ?? null],
  started_at: ['timestamptz', ({ plan }) => plan.startedAt],
  ...STANDING,
  ...MOVING,
};

export const MOVED: Columns<Written> = {
  id: ['uuid', ({ plan }) => plan.id],
  expected: ['int', ({ expected }) => expected],
  ...MOVING,
};

export const MOVED_ELSEWHERE: Columns<Written> = { ...MOVED, ...STANDING };

/** Whether the command left the plan where it stood. */
export function standsStill({ before, plan }: Written): boolean {
  if (!before) return false;
  const [was, is] = [
    { plan: before, expected: 0 },
    { plan, expected: 0 },
  ];
  return Object.values(STANDING).every(([, value]) => value(was) === value(is));
}

export const EVENT: Columns<PlanEvent> = {
  plan: ['uuid', ({ plan }) => plan],
  sequence: ['int', ({ sequence }) => sequence],
  version: ['int', ({ version }) => version],
  type: ['text', ({ type }) => type],
  stage: ['text', ({ stage }) => stage],
  attempt: ['int', ({ attempt }) => attempt],
  occurred_at: ['text', ({ occurredAt }) => occurredAt],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
  command: ['uuid', ({ command }) => command],
  imported: ['boolean', ({ imported }) => imported === true],
  who: ['json', ({ who }) => JSON.stringify(who)],
  data: ['json', ({ data }) => JSON.stringify(data)],
};

export const TEXT: Columns<Text> = {
  plan: ['uuid', ({ plan }) => plan],
  key: ['text', ({ key }) => key],
  field: ['text', ({ field }) => field],
  text: ['text', ({ text }) => text],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
};

export const KEPT_ANSWER: Columns<KeptAnswer> = {
  token: ['text', ({ token }) => token],
  key: ['text', ({ key }) => key],
  request: ['text', ({ request }) => request],
  answer: ['json', ({ answer }) => JSON.stringify(answer)],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
};

export function arraysOf<Row>(columns: Columns<Row>, rows: readonly Row[]): Buffer[] {
  return Object.values(columns).map(([element, value]) => binaryArray(element, rows.map(value)));
}
