// The plans and cases under a plan, as its archive lists them: what they are called, what they are and how they stand.
import type { Plan, PlanKind } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { html, type Html } from './html.js';
import { marks } from './marks.js';
import type { Speech } from './speech.js';

/** A plan's kind never changes, so the archive stays the same whatever happens under it. */
export async function kindsOf(pool: Pool, { children }: Plan): Promise<Map<string, PlanKind>> {
  const { rows } = await pool.query<{ id: string; kind: PlanKind }>({
    name: 'kinds',
    text: `SELECT id, state ->> 'kind' AS kind FROM plan WHERE id = ANY($1::uuid[])`,
    values: [children.map(({ id }) => id)],
  });
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** The plan, and what those under it are. */
export interface Under {
  plan: Plan;
  kinds: ReadonlyMap<string, PlanKind>;
}

export function childrenOf({ plan, kinds }: Under) {
  return plan.children.map((child) => ({ ...child, kind: kinds.get(child.id) ?? 'plan' }));
}

/** What is under the plan, by its title; who is no longer waited for says so. */
export function plansUnder(speech: Speech, under: Under): Html | null {
  const rows = childrenOf(under).map((child) => {
    const { title, kind, status, stage, released } = child;
    const stands = [
      speech.t(`status.${status}`),
      ...(stage === undefined ? [] : [speech.stage(stage)]),
      ...(released ? [speech.t('let-go').toLowerCase()] : []),
      ...marks(speech, under.plan, child),
    ];
    return html`<tr>
      <td>${title}</td>
      <td>${speech.t(`kind.${kind}`)}</td>
      <td>${stands.join(', ')}</td>
    </tr>`;
  });
  if (rows.length === 0) return null;
  return html`<h2>${speech.t('under')}</h2>
    <table>
      <thead>
        <tr>
          <th>${speech.t('title')}</th>
          <th>${speech.t('kind')}</th>
          <th>${speech.t('status')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}
