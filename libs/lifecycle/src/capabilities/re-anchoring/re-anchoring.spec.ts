import { vocabulary } from '../../engine.js';
import { given } from '../../given.js';
import { BO, led, leads, withRoles as template } from '../roles/given-roles.js';
import { leadershipChangesOf, openReAnchorings } from './facts.js';

const election = { kind: 'election', what: 'Ny majoritet' };
const verb = 'note-leadership-change';
const decided = () =>
  led({ organisation: 'HOGSBY' })
    .did('add-party', { organisation: 'HOGSBY', deciding: true })
    .did('add-party', { organisation: 'RKL', deciding: true })
    .did('add-party', { organisation: 'BYALAG', deciding: false });

describe('note-leadership-change', () => {
  it('INV-46 opens a task for each party that decides and each role that answers for something, and stops nothing', () => {
    const noted = decided().did(verb, { ...election, at: '2026-01-10' });
    expect(noted.types).toEqual(['leadership.changed']);
    expect(noted.last?.events[0]?.data).toEqual({
      change: 'leadership-change-1',
      kind: 'election',
      on: '2026-01-10',
      tasks: [
        { task: 're-anchoring-1', organisation: 'HOGSBY' },
        { task: 're-anchoring-2', organisation: 'RKL' },
      ],
      whatText: 'text-1',
    });
    const later = decided().did(verb, election);
    expect(openReAnchorings(later.plan)).toMatchObject([
      { organisation: 'HOGSBY', on: '2026-01-12' },
      { organisation: 'HOGSBY', role: 'process-leader' },
      { organisation: 'RKL' },
    ]);
    expect(later.plan.status).toBe('active');
    expect(later.open('advance')).toBe(true);
  });

  it('of one organisation, whatever part it has', () => {
    const of = (organisation: string) =>
      openReAnchorings(decided().did(verb, { ...election, kind: 'chief', organisation }).plan).map(({ role }) => role);
    expect(of('BYALAG')).toEqual([undefined]);
    expect(of('HOGSBY')).toEqual([undefined, 'process-leader']);
    const member = given(template).did('assign-role', { ...leads, role: 'member', person: BO });
    expect(openReAnchorings(member.did(verb, { ...election, organisation: 'RKL' }).plan)).toHaveLength(1);
  });

  it('asks whose leaders have changed where no party decides', () => {
    expect(given(template).refused(verb, election)).toEqual([{ code: 'leadership-of-whom', field: '/organisation' }]);
  });
});

describe('re-anchor', () => {
  const noted = () => decided().did(verb, election);

  it('closes a task once, with a note beside the event', () => {
    expect(decided().refused('re-anchor', { task: 're-anchoring-1' })).toEqual([{ code: 'nothing-to-re-anchor' }]);
    const done = noted().did('re-anchor', { task: 're-anchoring-1', note: 'Presenterat i nya styrelsen' });
    expect(done.last?.events[0]?.data).toEqual({ task: 're-anchoring-1', organisation: 'HOGSBY', noteText: 'text-2' });
    expect(done.refused('re-anchor', { task: 're-anchoring-1' })).toMatchObject([{ code: 'already-re-anchored' }]);
    expect(done.refused('re-anchor', { task: 're-anchoring-9' })).toMatchObject([{ code: 'unknown-record' }]);
    expect(leadershipChangesOf(done.plan)[0]?.tasks[0]).toMatchObject({ done: true, noteText: 'text-2' });
  });

  it('is asked for by a criterion, which holds as long as nothing has changed', () => {
    expect(decided().missing('re-anchored')).toEqual([]);
    expect(noted().missing('re-anchored')).toMatchObject([
      { code: 're-anchoring-open', verb: 're-anchor', by: { organisation: 'HOGSBY' } },
      {
        code: 're-anchoring-open-with-role',
        params: { role: 'process-leader' },
        names: { role: { en: 'process leader' } },
      },
      { code: 're-anchoring-open' },
    ]);
    const all = [1, 2, 3].reduce((plan, n) => plan.did('re-anchor', { task: `re-anchoring-${n}` }), noted());
    expect(all.missing('re-anchored')).toEqual([]);
    expect(openReAnchorings(all.did(verb, election).plan)[0]?.key).toBe('re-anchoring-4');
  });

  it('goes on waiting through a restart and in a plan made out of this one, and has a day to be reminded of', () => {
    const again = noted().did('restart', { reason: 'Nytt läge' });
    expect(again.missing('re-anchored')).toHaveLength(3);
    const anchor = vocabulary.anchors.get('leadership-changed');
    expect(anchor?.(again.plan)).toHaveLength(3);
    expect(anchor?.(again.plan)[0]).toEqual({ record: 're-anchoring-1', at: '2026-01-12', imported: false });
    const done = noted().did('re-anchor', { task: 're-anchoring-1' });
    const [child] = done.did('fork', { plans: [{ title: 'Kirseberg' }] }).last?.births ?? [];
    expect(child && openReAnchorings(child.plan).map(({ key }) => key)).toEqual(['re-anchoring-2', 're-anchoring-3']);
    expect(JSON.stringify(child?.plan.facts['re-anchoring'])).not.toContain('text-');
  });
});
