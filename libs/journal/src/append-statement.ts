// The statement of an append, made of the parts that the batch needs: a part that writes nothing would cost as much as some rows do.
import {
  arraysOf,
  BEGUN,
  EVENT,
  KEPT_ANSWER,
  MOVED,
  MOVED_ELSEWHERE,
  standsStill,
  TEXT,
  type Columns,
} from './append-columns.js';
import type { Batch } from './batch.js';

export interface Statement {
  /** Of the prepared statement: the same parts, the same name. */
  name: string;
  text: string;
  values: unknown[];
}

/** One statement, so that all of a batch is stored or nothing; the last value is how many plans it has to find as it expects. */
export function appendOf(batch: Batch): Statement {
  const begun = batch.plans.filter(({ expected }) => expected === 0);
  const moved = batch.plans.filter((one) => one.expected > 0 && standsStill(one));
  const elsewhere = batch.plans.filter((one) => one.expected > 0 && !standsStill(one));
  const parts = [
    part('begun', BEGUN, begun, insertInto('plan', 'RETURNING 1')),
    part('moved', MOVED, moved, updatePlan),
    part('elsewhere', MOVED_ELSEWHERE, elsewhere, updatePlan),
    part('told', EVENT, batch.events, insertInto('event')),
    part('written', TEXT, batch.texts, insertInto('text')),
    part('kept', KEPT_ANSWER, batch.answers, insertInto('idempotency_key')),
  ].filter((one) => one !== null);
  const name = `append ${parts.map((one) => one.name).join(' ')}`;
  const values: unknown[] = [...parts.flatMap((one) => one.values), batch.plans.length];
  const text = known.get(name) ?? textOf(parts);
  known.set(name, text);
  return { name, text, values };
}

interface Part {
  name: string;
  values: Buffer[];
  /** @param first the number of its first parameter. */
  sql(first: number): string;
}

/** A dozen at most. */
const known = new Map<string, string>();

function textOf(parts: Part[]): string {
  let parameters = 1;
  const clauses = parts.map(({ name, values, sql }) => {
    const clause = `${name} AS (${sql(parameters)})`;
    parameters += values.length;
    return clause;
  });
  const plans = parts.filter(({ name }) => ['begun', 'moved', 'elsewhere'].includes(name));
  const found = plans.map(({ name }) => `(SELECT count(*) FROM ${name})`).join(' + ') || '0';
  return `WITH ${clauses.join(', ')} SELECT all_or_nothing(${found}, $${parameters}) AS now`;
}

function part<Row>(name: string, columns: Columns<Row>, rows: Row[], sql: (of: Sql) => string): Part | null {
  if (rows.length === 0) return null;
  const names = Object.keys(columns);
  const types = Object.values(columns).map(([element]) => element);
  return {
    name,
    values: arraysOf(columns, rows),
    sql: (first) => {
      // In the list of what is selected, arrays are taken apart row by row; in FROM each would first be written out whole.
      const unnested = types.map((type, index) => `unnest($${first + index}::${type}[]) AS ${names[index]}`);
      return sql({ names, rows: `SELECT ${unnested.join(', ')}` });
    },
  };
}

interface Sql {
  names: string[];
  rows: string;
}

function insertInto(table: string, returning = ''): (of: Sql) => string {
  return ({ names, rows }) => `INSERT INTO ${table} (${names.join(', ')}) ${rows} ${returning}`;
}

function updatePlan({ names, rows }: Sql): string {
  const moving = names.filter((name) => name !== 'id' && name !== 'expected').map((name) => `${name} = row.${name}`);
  return `UPDATE plan SET ${moving.join(', ')} FROM (${rows}) AS row
    WHERE plan.id = row.id AND plan.version = row.expected RETURNING 1`;
}
