import { given, openTemplate, type Given } from '../../given.js';
import type { Template } from '../../engine/template.js';
import { directionOf, directionsOf, parkedOf, statusOfPotential, themesOf } from './facts.js';
import { direction } from './index.js';

const rationale = 'Att inledningsvis prioritera ett hälsoperspektiv är helt rätt.';

function capped(cap: number): Template {
  const template = openTemplate();
  const criterion = { key: 'chosen', kind: 'direction-chosen', name: template.name, with: { cap } };
  const stages = template.stages.map((stage) => (stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage));
  return { ...template, stages };
}

/** Potentials 1, 2, 3 ... */
function proposed(count: number, template?: Template): Given {
  let plan = given(template);
  for (let n = 1; n <= count; n += 1) plan = plan.did('propose-potential', { title: `P${n}` });
  return plan;
}

const choice = (...numbers: number[]) => ({
  chosen: numbers.map((n) => ({ potential: `potential-${n}`, rationale })),
  parkedBecause: 'Senare',
});

describe('direction', () => {
  it('INV-12 what is chosen becomes a theme, all else is parked, none is deleted', () => {
    const chosen = proposed(3, capped(2)).did('choose-direction', choice(2));
    expect(chosen.types).toEqual(['direction.chosen', 'theme.explained', 'potential.parked', 'potential.parked']);
    expect(themesOf(chosen.plan)).toMatchObject([{ key: 'theme-1', title: 'P2', potentials: ['potential-2'] }]);
    expect([1, 2, 3].map((n) => statusOfPotential(chosen.plan, `potential-${n}`))).toEqual([
      'parked',
      'chosen',
      'parked',
    ]);
    expect(chosen.open('advance')).toBe(true);
  });

  it('INV-12 at least one is chosen, each with its rationale, and what is parked with a word why', () => {
    const three = proposed(3);
    expect(three.refused('choose-direction', { chosen: [] })).toMatchObject([{ code: 'nothing-chosen' }]);
    const bare = { chosen: [{ potential: 'potential-1' }], parkedBecause: 'Senare' };
    expect(three.refused('choose-direction', bare)).toMatchObject([
      { code: 'rationale-missing', field: '/chosen/0/rationale', params: { theme: 'P1' } },
    ]);
    const silent = {
      chosen: [{ potential: 'potential-1', rationale }],
      parked: [{ potential: 'potential-2', because: 'Saknar pengar' }],
    };
    expect(three.refused('choose-direction', silent)).toMatchObject([
      { code: 'parking-unexplained', missing: [{ code: 'parked-without-why', params: { potential: 'P3' } }] },
    ]);
    expect(three.did('choose-direction', { ...silent, parkedBecause: 'Senare' }).plan.version).toBe(5);
  });

  it('INV-13 everything, or more than the cap, needs an override with reason', () => {
    const all = choice(1, 2, 3);
    expect(proposed(3).refused('choose-direction', all)).toMatchObject([
      { code: 'everything-chosen', field: '/overrideReason' },
    ]);
    const four = proposed(4, capped(2));
    expect(four.refused('choose-direction', all)).toMatchObject([{ code: 'above-cap', params: { chosen: 3, cap: 2 } }]);
    const overridden = four.did('choose-direction', { ...all, overrideReason: 'De hänger ihop' });
    expect(directionOf(overridden.plan)?.overridden).toBe(true);
    expect(JSON.stringify(overridden.last?.events)).not.toContain('hänger');
    expect(overridden.open('advance')).toBe(true);
    expect(four.did('choose-direction', choice(1, 2)).open('advance')).toBe(true);
    expect(proposed(1).did('choose-direction', choice(1)).missing('direction-chosen')).toEqual([]);
  });

  it('several potentials can be one theme, and count as one against the cap', () => {
    const under = [1, 2].map((n) => ({ potential: `potential-${n}`, theme: 'Hälsa', rationale }));
    const chosen = proposed(3, capped(1)).did('choose-direction', { chosen: under, parkedBecause: 'Senare' });
    expect(themesOf(chosen.plan)).toMatchObject([{ title: 'Hälsa', potentials: ['potential-1', 'potential-2'] }]);
    expect(chosen.missing('direction-chosen', { min: 2 })).toMatchObject([{ code: 'themes-too-few' }]);
  });

  it('refuses what cannot be weighed', () => {
    const two = proposed(2).did('withdraw-potential', { potential: 'potential-2' });
    expect(two.refused('choose-direction', choice(9))).toMatchObject([
      { code: 'unknown-record', field: '/chosen/0/potential' },
    ]);
    expect(two.refused('choose-direction', choice(2))).toMatchObject([{ code: 'potential-is-withdrawn' }]);
    const both = { ...choice(1), parked: [{ potential: 'potential-1' }] };
    expect(two.refused('choose-direction', both)).toMatchObject([{ code: 'chosen-and-parked' }]);
    expect(two.refused('choose-direction', { chosen: [{ rationale }] })).toMatchObject([{ code: 'theme-untitled' }]);
  });

  it('a new decision keeps the old, and the theme that stays keeps its key', () => {
    const first = proposed(3).did('choose-direction', choice(1, 2));
    const second = first.did('choose-direction', choice(2, 3));
    expect(directionsOf(second.plan).decisions.map((decision) => decision.themes.map(({ key }) => key))).toEqual([
      ['theme-1', 'theme-2'],
      ['theme-2', 'theme-3'],
    ]);
    expect([1, 2, 3].map((n) => statusOfPotential(second.plan, `potential-${n}`))).toEqual([
      'parked',
      'chosen',
      'chosen',
    ]);
  });

  it('a parked potential has a day to look again, and can be taken up', () => {
    expect(proposed(2).open('look-again')).toBe(false);
    const parked = [{ potential: 'potential-2', because: 'Saknar pengar', lookAgainOn: '2027-01-15' }];
    const chosen = proposed(2).did('choose-direction', { ...choice(1), parked });
    expect(direction.anchors?.['potential-parked']?.(chosen.plan)).toMatchObject([
      { record: 'potential-2', at: '2027-01-15', imported: false },
    ]);
    const again = chosen.did('look-again', { potential: 'potential-2' });
    expect(again.types).toEqual(['potential.taken-up']);
    expect(direction.anchors?.['potential-parked']?.(again.plan)).toEqual([]);
    expect(again.missing('direction-chosen')).toMatchObject([
      { code: 'potential-not-weighed', params: { potential: 'P2' } },
    ]);
    expect(chosen.refused('look-again', { potential: 'potential-1' })).toMatchObject([
      { code: 'potential-not-parked' },
    ]);
    expect(chosen.refused('look-again', { potential: 'potential-9' })).toMatchObject([{ code: 'unknown-record' }]);
    const gone = chosen.did('withdraw-potential', { potential: 'potential-2' });
    expect(direction.anchors?.['potential-parked']?.(gone.plan)).toEqual([]);
  });

  it('what was parked before stays so, with its day, unless something new is said of it', () => {
    const parked = [{ potential: 'potential-3', lookAgainOn: '2027-01-15' }];
    const second = proposed(3)
      .did('choose-direction', { ...choice(1), parked })
      .did('choose-direction', {
        chosen: [{ potential: 'potential-2', rationale }],
        parked: [{ potential: 'potential-1', because: 'Ny ledning' }],
      });
    expect(parkedOf(second.plan)).toMatchObject([
      { potential: 'potential-3', lookAgainOn: '2027-01-15' },
      { potential: 'potential-1' },
    ]);
  });

  it('problem and goal picture are written with the choice and kept through a new one', () => {
    const chosen = proposed(2).did('choose-direction', { ...choice(1), problem: 'Ensamhet' });
    expect(chosen.missing('problem-formulated')).toMatchObject([{ code: 'goal-picture-missing' }]);
    const whole = chosen.did('choose-direction', { ...choice(2), goalPicture: 'Gemenskap' });
    expect(whole.missing('problem-formulated')).toEqual([]);
    expect(proposed(1).missing('problem-formulated')).toHaveLength(2);
  });

  it('INV-05 after a restart the direction is chosen again among the same potentials', () => {
    const template = capped(2);
    const [begin, finish] = template.stages;
    const stages = [
      { ...begin!, criteria: [], restart: false },
      { ...finish!, restart: true, criteria: begin!.criteria },
    ];
    const chosen = proposed(2, { ...template, stages })
      .did('advance')
      .did('choose-direction', { ...choice(1), problem: 'A', goalPicture: 'B' });
    const again = chosen.did('restart', { reason: 'Det gick inte vägen', to: 'finish' });
    expect(again.missing('direction-chosen')).toMatchObject([{ code: 'direction-missing' }]);
    expect(again.missing('problem-formulated')).toHaveLength(2);
    expect([1, 2].map((n) => statusOfPotential(again.plan, `potential-${n}`))).toEqual(['open', 'open']);
    expect(directionOf(again.did('choose-direction', choice(2)).plan)).toMatchObject({
      key: 'direction-2',
      attempt: 2,
    });
  });

  it('INV-26 imported history may name no more than the themes', () => {
    const themes = ['Samverkan med civilsamhället och allmänna dialoger', 'Hälsolots'];
    const told = { imported: true, occurredAt: null };
    const chosen = given(capped(1)).did('choose-direction', { chosen: themes.map((theme) => ({ theme })) }, told);
    expect(themesOf(chosen.plan).map(({ title }) => title)).toEqual(themes);
    expect(chosen.missing('direction-chosen', { cap: 1 })).toMatchObject([{ code: 'themes-above-cap' }]);
    expect(directionOf(chosen.plan)?.decidedAt).toBeNull();
  });

  it('INV-14 a fork makes one plan for each theme, and each begins with its own', () => {
    const template = openTemplate();
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, fork: { to: 'finish', each: 'theme' } } : stage,
    );
    const forked = proposed(3, { ...template, stages, kind: 'initiative' })
      .did('choose-direction', { ...choice(1, 2), problem: 'Ensamhet' })
      .did('fork');
    const plans = forked.last?.births.map((birth) => birth.plan) ?? [];
    expect(plans.map((plan) => plan.title)).toEqual(['P1', 'P2']);
    expect(plans.map((plan) => themesOf(plan).map(({ key }) => key))).toEqual([['theme-1'], ['theme-2']]);
    expect(plans.map((plan) => directionsOf(plan).parked)).toEqual([[], []]);
    // text-1 of the plan is not text-1 of the initiative
    expect(JSON.stringify(plans.map(directionsOf))).not.toContain('text-');
  });
});
