import { given, openTemplate, type Given } from '../../given.js';
import type { Template } from '../../engine/template.js';
import { steeringGroupOf, steeringGroupsOf } from './facts.js';
import { steeringGroup } from './index.js';

const chair = { organisation: 'HOGSBY', role: 'kommunstyrelsens ordförande' };
const deputy = { organisation: 'RKL' };

function submitted(template?: Template): Given {
  return given(template)
    .did('add-party', { organisation: 'RKL' })
    .did('add-party', { organisation: 'HOGSBY' })
    .did('register-knowledge-item', { title: 'Sociologisk studie', kind: 'study' })
    .did('cite', { item: 'knowledge-item-1' })
    .did('write-section', { section: 'purpose', text: 'Att motverka ensamhet.' })
    .did('submit-version');
}

function adopted(template?: Template): Given {
  return submitted(template)
    .did('record-decision', { organisation: 'RKL', decision: 'yes' })
    .did('record-decision', { organisation: 'HOGSBY', decision: 'yes' });
}

function gated(asked: Record<string, unknown>): Template {
  const template = openTemplate();
  const criterion = { key: 'group', kind: 'steering-group-formed', name: template.name, with: asked };
  const stages = template.stages.map((stage) => (stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage));
  return { ...template, stages };
}

describe('steering group', () => {
  it('INV-21 the group is formed only when the plan is adopted', () => {
    expect(submitted().open('form-steering-group')).toBe(false);
    expect(submitted().refused('form-steering-group', { chair })).toMatchObject([
      { code: 'steering-before-adoption', missing: [{ code: 'no-adopted-version', verb: 'record-decision' }] },
    ]);
    const formed = adopted().did('form-steering-group', { chair });
    expect(formed.types).toEqual(['steering-group.formed']);
    expect(formed.missing('steering-group-formed')).toEqual([]);
  });

  it('INV-22 a plan has exactly one group, and one of the same name may steer several plans', () => {
    const formed = adopted().did('form-steering-group', { name: 'Styrgrupp Högsby' });
    expect(formed.open('form-steering-group')).toBe(false);
    expect(formed.refused('form-steering-group', { name: 'En till' })).toMatchObject([
      { code: 'steering-group-already-there' },
    ]);
    const other = adopted().did('form-steering-group', { name: 'Styrgrupp Högsby' });
    expect(steeringGroupOf(other.plan)?.name).toBe(steeringGroupOf(formed.plan)?.name);
  });

  it('the stage is left when the group has all that the template asks for', () => {
    const asked = { chair: true, deputy: true, partyMembers: true, mandate: true, rhythm: true, handOver: true };
    const none = adopted(gated(asked));
    expect(none.refused('advance')[0]?.missing).toMatchObject([{ code: 'steering-group-missing' }]);
    const bare = none.did('form-steering-group', {});
    expect(bare.refused('advance')[0]?.missing?.map((one) => one.code)).toEqual([
      'steering-group-without-chair',
      'steering-group-without-deputy',
      'steering-group-without-mandate',
      'steering-group-without-rhythm',
      'hand-over-missing',
      'steering-group-without-party',
      'steering-group-without-party',
    ]);
    const most = bare
      .did('change-steering-group', { chair, mandate: 'Följa upp planen.', rhythm: 'fyra gånger om året' })
      .did('receive-hand-over', { from: 'projektets styrgrupp' });
    expect(most.types).toEqual(['hand-over.received']);
    expect(most.missing('steering-group-formed', { partyMembers: true })).toMatchObject([
      { code: 'steering-group-without-party', by: { organisation: 'RKL' } },
    ]);
    const whole = most.did('change-steering-group', { deputy });
    expect(whole.types).toEqual(['steering-group.changed']);
    expect(whole.did('advance').plan.stage).toBe('finish');
  });

  it('a change says something, leaves the rest as it was and keeps its prose out of the event', () => {
    expect(adopted().open('change-steering-group')).toBe(false);
    const formed = adopted().did('form-steering-group', { chair, members: ['RKL', 'RKL'], rhythm: 'varje kvartal' });
    expect(formed.refused('change-steering-group', { reason: 'För sakens skull' })).toMatchObject([
      { code: 'steering-group-unchanged' },
    ]);
    const changed = formed.did('change-steering-group', { mandate: 'Får ändra ordningen.', reason: 'Oklart mandat' });
    expect(steeringGroupOf(changed.plan)).toMatchObject({ chair, members: ['RKL'], rhythm: 'varje kvartal' });
    expect(JSON.stringify(changed.last?.events)).not.toMatch(/ordningen|Oklart/);
    expect(changed.last?.texts.map((text) => text.field)).toEqual(['mandate', 'reason']);
  });

  it('a hand-over is received once, by a group that is there', () => {
    expect(adopted().refused('receive-hand-over')).toMatchObject([{ code: 'no-steering-group' }]);
    const received = adopted().did('form-steering-group', {}).did('receive-hand-over');
    expect(received.open('receive-hand-over')).toBe(false);
    expect(received.refused('receive-hand-over')).toMatchObject([{ code: 'hand-over-already-received' }]);
  });

  it('INV-05 a restart sets the group aside, and the next is another record', () => {
    const formed = adopted().did('form-steering-group', { chair });
    expect(steeringGroup.anchors?.['steering-group-formed']?.(formed.plan)).toMatchObject([
      { record: 'steering-group-1' },
    ]);
    const again = formed.did('restart', { reason: 'Det gick inte vägen' });
    expect(again.missing('steering-group-formed')).toMatchObject([{ code: 'steering-group-missing' }]);
    expect(again.open('change-steering-group')).toBe(false);
    expect(steeringGroupsOf(again.plan)).toEqual(steeringGroupsOf(formed.plan));
    const second = again.did('form-steering-group', {}, { imported: true });
    expect(steeringGroupOf(second.plan)).toMatchObject({ key: 'steering-group-2', attempt: 2 });
  });

  it('INV-26 imported history may know only that there was a new group', () => {
    const known = given().did('form-steering-group', {}, { imported: true, occurredAt: null });
    expect(steeringGroup.anchors?.['steering-group-formed']?.(known.plan)).toEqual([
      { record: 'steering-group-1', at: null, imported: true },
    ]);
    expect(known.missing('steering-group-formed')).toMatchObject([{ code: 'steering-group-without-chair' }]);
  });
});
