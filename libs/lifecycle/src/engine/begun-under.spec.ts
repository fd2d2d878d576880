import { hear, start } from '../engine.js';
import { given, openTemplate, type Given } from '../given.js';
import type { Accepted } from './record.js';
import { isRefusal } from './refusal.js';

const programme = () =>
  given(openTemplate({ kind: 'initiative' }))
    .did('add-party', { organisation: 'RKL' })
    .did('register-area', { code: 'rosengard', name: 'Rosengård' });
const caseTemplate = openTemplate({ key: 'case', kind: 'case' });

function begin(parent: Given | undefined, body: object = {}) {
  const at = parent ? { ...parent.setting(), parent: parent.plan } : given().setting();
  const command = '00000000-0000-4000-8000-00000000ca5e';
  return start({ title: 'Odling', parent: 'above', ...body }, { ...at, template: caseTemplate, command });
}

describe('a case begun under an initiative', () => {
  it('has its parties and areas, and the initiative hears of it', () => {
    const parent = programme();
    const begun = begin(parent) as Accepted;
    expect(begun.plan).toMatchObject({ kind: 'case', parent: parent.plan.id, template: { key: 'case', version: 1 } });
    expect(begun.plan.facts['parties']).toEqual(parent.plan.facts['parties']);
    expect(begun.tells).toEqual([
      { plan: parent.plan.id, child: begun.plan.id, status: 'active', stage: 'begin', added: { title: 'Odling' } },
    ]);
    const heard = hear(parent.plan, begun.tells[0] as never, parent.setting());
    expect(heard?.events.map(({ type, data }) => [type, data])).toEqual([
      ['child.added', { child: begun.plan.id, title: 'Odling' }],
    ]);
    expect(heard?.plan.children).toEqual([
      { id: begun.plan.id, title: 'Odling', status: 'active', attempt: 1, added: true },
    ]);
  });

  it('stands where it begins, for an initiative that asks where its plans stand', () => {
    const asks = { key: 'there', name: caseTemplate.name, kind: 'plans-in-stage', with: { stage: 'begin' } };
    const { stages } = openTemplate();
    const asking = stages.map((stage) => ({ ...stage, criteria: [asks] }));
    const parent = given(openTemplate({ kind: 'initiative', stages: asking }));
    const begun = begin(parent) as Accepted;
    const above = parent.took(hear(parent.plan, begun.tells[0] as never, parent.setting()), begun.plan);
    expect(above.types).toEqual(['child.added', 'child.moved']);
    expect(above.missing('plans-in-stage', { stage: 'begin' })).toEqual([]);
  });

  it('leaves the initiative its own way: it goes on beside its cases, and ends after them', () => {
    const parent = programme();
    const begun = begin(parent) as Accepted;
    const above = parent.took(hear(parent.plan, begun.tells[0] as never, parent.setting()), begun.plan);
    expect(above.refused('undo')).toEqual([{ code: 'undo-heard' }]);
    const last = above.did('advance');
    expect(last.refused('complete')).toMatchObject([
      { code: 'plans-not-ended', missing: [{ params: { title: 'Odling' } }] },
    ]);
    const tell = { plan: parent.plan.id, child: begun.plan.id, status: 'completed' as const, stage: 'finish' };
    const ended = last.took(hear(last.plan, tell, last.setting()));
    expect(ended.types).toEqual(['child.ended']);
    expect(ended.plan.status).toBe('active');
    expect(ended.did('complete').plan.status).toBe('completed');
  });

  it('only under an initiative that is there and under way', () => {
    const codes = (outcome: ReturnType<typeof begin>) => (isRefusal(outcome) ? outcome.refused : 'accepted');
    expect(codes(begin(undefined))).toEqual([
      { code: 'unknown-parent', field: '/parent', params: { parent: 'above' } },
    ]);
    expect(codes(begin(programme().did('discontinue', { reason: 'x' })))).toEqual([
      { code: 'parent-ended', field: '/parent' },
    ]);
    expect(codes(begin(given()))).toEqual([{ code: 'parent-takes-no-plans', field: '/parent' }]);
    expect(codes(begin(programme().did('pause', { reason: 'x' })))).toBe('accepted');
  });
});
