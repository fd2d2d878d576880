import { given, openTemplate } from '../../given.js';
import { potentialsOf, potentialsToWeigh } from './facts.js';

const one = () => given().did('propose-potential', { title: 'Hälsolots', description: 'Stöd ut i sammanhang.' });

describe('potentials', () => {
  it('a proposed potential lets the plan go on', () => {
    const template = openTemplate();
    const criterion = { key: 'some', kind: 'potentials-proposed', name: template.name, with: { min: 2 } };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const first = given({ ...template, stages }).did('propose-potential', { title: 'Hälsolots' });
    expect(first.refused('advance')[0]?.missing).toMatchObject([
      { code: 'potentials-too-few', params: { min: 2, have: 1 } },
    ]);
    expect(first.did('propose-potential', { title: 'Allmänna dialoger' }).open('advance')).toBe(true);
  });

  it('keeps the description out of the event and links only to registered areas', () => {
    expect(one().types).toEqual(['potential.proposed']);
    expect(JSON.stringify(one().last?.events)).not.toContain('sammanhang');
    expect(one().refused('propose-potential', { title: 'X', areas: ['YOUTH'] })).toMatchObject([
      { code: 'unknown-record', field: '/areas', params: { value: 'YOUTH' } },
    ]);
    const linked = one()
      .did('register-area', { code: 'YOUTH', name: 'Barn och unga' })
      .did('propose-potential', { title: 'Ungdomsdialog', areas: ['YOUTH', 'YOUTH'] });
    expect(potentialsOf(linked.plan)[1]).toMatchObject({ key: 'potential-2', areas: ['YOUTH'] });
  });

  it('INV-12 a withdrawn potential is kept, but no longer weighed', () => {
    expect(given().open('withdraw-potential')).toBe(false);
    const withdrawn = one().did('withdraw-potential', { potential: 'potential-1', reason: 'Redan på gång' });
    expect(withdrawn.types).toEqual(['potential.withdrawn']);
    expect(potentialsOf(withdrawn.plan)).toMatchObject([{ key: 'potential-1', withdrawn: true }]);
    expect(withdrawn.missing('potentials-proposed')).toHaveLength(1);
    const another = withdrawn.did('propose-potential', { title: 'Nytt' });
    expect(potentialsToWeigh(another.plan).map((potential) => potential.key)).toEqual(['potential-2']);
    expect(another.refused('withdraw-potential', { potential: 'potential-1' })).toMatchObject([
      { code: 'potential-is-withdrawn' },
    ]);
    expect(another.refused('withdraw-potential', { potential: 'potential-9' })).toMatchObject([
      { code: 'unknown-record', field: '/potential' },
    ]);
  });

  it('a chosen potential is not withdrawn', () => {
    const chosen = one().did('choose-direction', {
      chosen: [{ potential: 'potential-1', theme: 'Hälsa', rationale: 'Rätt att börja här' }],
    });
    expect(chosen.refused('withdraw-potential', { potential: 'potential-1' })).toMatchObject([
      { code: 'potential-is-chosen' },
    ]);
  });

  it('INV-05 a restart sets the potentials of the stage aside, unchanged', () => {
    const again = one().did('restart', { reason: 'Fel frågor' });
    expect(again.missing('potentials-proposed')).toHaveLength(1);
    expect(potentialsOf(again.plan)).toEqual(potentialsOf(one().plan));
  });
});
