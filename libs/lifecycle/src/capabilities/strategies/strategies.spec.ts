import { given, type Given } from '../../given.js';
import { howMany, parameters } from '../parameters.js';
import { areasOf, effortsOf, strategiesOf, strategyFacts } from './facts.js';
import { strategies } from './index.js';

const rus = { code: 'RUS-1', title: 'Hållbara samhällen', source: 'RUS 2030' };
const service = { code: 'SERVICE', title: 'Service nära', strategies: ['RUS-1'] };
const hub = { title: 'Mötesplats i Fagerhult', area: 'SERVICE' };

const named = () => given().did('name-strategy', rus);
const withArea = () => named().did('set-priority-area', service);
const withEffort = () => withArea().did('plan-effort', hub);
const data = (then: Given) => then.last?.events.map((event) => event.data);
const again = (then: Given) => then.did('restart', { reason: 'Nytt läge' });

const made = { stage: 'begin', attempt: 1, round: 1 };

describe('strategies', () => {
  it('B56 a strategy is named by its code, once', () => {
    expect(named().types).toEqual(['strategy.named']);
    expect(data(named())).toEqual([{ strategy: 'RUS-1', title: 'Hållbara samhällen', source: 'RUS 2030' }]);
    expect(strategiesOf(named().plan)).toEqual([rus]);
    expect(named().refused('name-strategy', { code: 'RUS-1', title: 'Samma' })).toEqual([
      { code: 'strategy-already-named', field: '/code', params: { strategy: 'RUS-1' } },
    ]);
    const bare = named().did('name-strategy', { code: 'RUS-2', title: 'Arbete' });
    expect(data(bare)).toEqual([{ strategy: 'RUS-2', title: 'Arbete' }]);
    expect(strategiesOf(bare.plan).map(({ code }) => code)).toEqual(['RUS-1', 'RUS-2']);
  });

  it('INV-51 an area cites strategies in force, each once', () => {
    expect(given().open('set-priority-area')).toBe(false);
    expect(given().refused('set-priority-area', service)).toEqual([
      { code: 'no-strategies', missing: [{ code: 'strategy-missing', verb: 'name-strategy' }] },
    ]);
    const set = named().did('set-priority-area', { ...service, strategies: ['RUS-1', 'RUS-1'] });
    expect(set.types).toEqual(['priority-area.set']);
    expect(data(set)).toEqual([{ area: 'SERVICE', title: 'Service nära', strategies: ['RUS-1'] }]);
    expect(areasOf(set.plan)).toEqual([{ ...service, ...made }]);
    expect(set.refused('set-priority-area', service)).toEqual([
      { code: 'priority-area-already-set', field: '/code', params: { area: 'SERVICE' } },
    ]);
    expect(named().refused('set-priority-area', { ...service, strategies: ['RUS-1', 'RUS-9'] })).toEqual([
      { code: 'unknown-record', field: '/strategies/1', params: { value: 'RUS-9' } },
    ]);
  });

  it('INV-51 an effort cites an area', () => {
    expect(named().open('plan-effort')).toBe(false);
    expect(named().refused('plan-effort', hub)).toEqual([
      { code: 'no-priority-areas', missing: [{ code: 'priority-area-missing', verb: 'set-priority-area' }] },
    ]);
    const planned = withArea().did('plan-effort', { ...hub, organisation: 'HOGSBY', service: true });
    expect(planned.types).toEqual(['effort.planned']);
    expect(data(planned)).toEqual([{ effort: 'effort-1', ...hub, organisation: 'HOGSBY', service: true }]);
    expect(effortsOf(planned.plan)).toEqual([
      { key: 'effort-1', ...hub, organisation: 'HOGSBY', service: true, ...made },
    ]);
    const second = planned.did('plan-effort', { ...hub, service: false });
    expect(data(second)).toEqual([{ effort: 'effort-2', ...hub }]);
    expect(withArea().refused('plan-effort', { ...hub, area: 'ARBETE' })).toEqual([
      { code: 'unknown-record', field: '/area', params: { value: 'ARBETE' } },
    ]);
  });

  it('areas-traced asks for areas, and for a strategy in force of each', () => {
    expect(named().missing('areas-traced')).toEqual([
      { code: 'priority-areas-too-few', verb: 'set-priority-area', params: { min: 1, have: 0 } },
    ]);
    expect(withArea().missing('areas-traced')).toEqual([]);
    expect(withArea().missing('areas-traced', { min: 2 })).toEqual([
      { code: 'priority-areas-too-few', verb: 'set-priority-area', params: { min: 2, have: 1 } },
    ]);
  });

  it('the strategy changes: areas that lean on it alone are to be traced again (c.3, C4)', () => {
    const two = named()
      .did('name-strategy', { code: 'RUS-2', title: 'Arbete' })
      .did('set-priority-area', service)
      .did('set-priority-area', { code: 'ARBETE', title: 'Arbete nära', strategies: ['RUS-1', 'RUS-2'] })
      .did('drop-strategy', { strategy: 'RUS-1', reason: 'Ny strategi är antagen' });
    expect(two.types).toEqual(['strategy.dropped']);
    expect(data(two)).toEqual([{ strategy: 'RUS-1', reasonText: 'text-1' }]);
    expect(two.last?.texts).toMatchObject([{ field: 'reason', text: 'Ny strategi är antagen' }]);
    expect(strategiesOf(two.plan).map(({ code }) => code)).toEqual(['RUS-2']);
    expect(strategyFacts(two.plan).strategies[0]).toEqual({ ...rus, dropped: true });
    expect(two.missing('areas-traced')).toEqual([
      { code: 'priority-area-not-traced', verb: 'retrace-area', params: { area: 'SERVICE', title: 'Service nära' } },
    ]);
    const retraced = two.did('retrace-area', { area: 'SERVICE', strategies: ['RUS-2', 'RUS-2'] });
    expect(retraced.types).toEqual(['priority-area.retraced']);
    expect(data(retraced)).toEqual([{ area: 'SERVICE', strategies: ['RUS-2'] }]);
    expect(retraced.missing('areas-traced')).toEqual([]);
    expect(areasOf(retraced.plan)[0]).toEqual({ ...service, strategies: ['RUS-2'], ...made });
  });

  it('a strategy that was dropped can be cited no more, and can be named again', () => {
    const other = named().did('name-strategy', { code: 'RUS-2', title: 'Arbete' });
    const dropped = other.did('drop-strategy', { strategy: 'RUS-1', reason: 'Ny' });
    const no = { code: 'strategy-dropped', params: { strategy: 'RUS-1' } };
    expect(dropped.refused('set-priority-area', service)).toEqual([{ ...no, field: '/strategies/0' }]);
    expect(dropped.refused('drop-strategy', { strategy: 'RUS-1', reason: 'Igen' })).toEqual([
      { ...no, field: '/strategy' },
    ]);
    expect(other.refused('drop-strategy', { strategy: 'RUS-9', reason: 'Okänd' })).toEqual([
      { code: 'unknown-record', field: '/strategy', params: { value: 'RUS-9' } },
    ]);
    expect(dropped.did('drop-strategy', { strategy: 'RUS-2', reason: 'Ny' }).open('drop-strategy')).toBe(false);
    const back = dropped.did('name-strategy', { code: 'RUS-1', title: 'Ny lydelse' });
    expect(strategyFacts(back.plan).strategies).toEqual([
      { code: 'RUS-1', title: 'Ny lydelse' },
      { code: 'RUS-2', title: 'Arbete' },
    ]);
  });

  it('an area is traced anew only where that says something new', () => {
    const two = withArea().did('name-strategy', { code: 'RUS-2', title: 'Arbete' });
    expect(two.refused('retrace-area', { area: 'SERVICE', strategies: ['RUS-1'] })).toEqual([
      {
        code: 'priority-area-traced-so',
        field: '/strategies',
        params: { area: 'SERVICE', title: 'Service nära' },
      },
    ]);
    const other = two.did('retrace-area', { area: 'SERVICE', strategies: ['RUS-2'] });
    expect(areasOf(other.plan)[0]?.strategies).toEqual(['RUS-2']);
    const both = other.did('retrace-area', { area: 'SERVICE', strategies: ['RUS-1', 'RUS-2'] });
    expect(areasOf(both.plan)[0]?.strategies).toEqual(['RUS-1', 'RUS-2']);
    expect(both.refused('retrace-area', { area: 'SERVICE', strategies: ['RUS-2', 'RUS-1'] })).toHaveLength(1);
    expect(both.did('retrace-area', { area: 'SERVICE', strategies: ['RUS-1'] }).types).toHaveLength(1);
    expect(two.refused('retrace-area', { area: 'ARBETE', strategies: ['RUS-1'] })).toEqual([
      { code: 'unknown-record', field: '/area', params: { value: 'ARBETE' } },
    ]);
    expect(two.refused('retrace-area', { area: 'SERVICE', strategies: ['RUS-9'] })).toMatchObject([
      { code: 'unknown-record', field: '/strategies/0' },
    ]);
  });

  it('retracing needs something to trace and something to trace to', () => {
    expect(given().refused('retrace-area', { area: 'A', strategies: ['B'] })).toEqual([
      { code: 'no-priority-areas' },
      { code: 'no-strategies', missing: [{ code: 'strategy-missing', verb: 'name-strategy' }] },
    ]);
    expect(named().open('retrace-area')).toBe(false);
    expect(withArea().open('retrace-area')).toBe(true);
    expect(given().refused('retrace-effort', { effort: 'effort-1', area: 'A' })).toEqual([
      { code: 'no-planned-efforts' },
      { code: 'no-priority-areas', missing: [{ code: 'priority-area-missing', verb: 'set-priority-area' }] },
    ]);
    expect(withArea().open('retrace-effort')).toBe(false);
    expect(withEffort().open('retrace-effort')).toBe(true);
    expect(again(withEffort()).open('retrace-effort')).toBe(false);
  });

  it('an area that is dropped leaves its efforts to another, or they are dropped too', () => {
    const dropped = withEffort()
      .did('plan-effort', { ...hub, title: 'Drivmedel', organisation: 'HOGSBY' })
      .did('set-priority-area', { ...service, code: 'ARBETE', title: 'Arbete nära' })
      .did('drop-priority-area', { area: 'SERVICE', reason: 'Ryms inte' });
    expect(dropped.types).toEqual(['priority-area.dropped']);
    expect(data(dropped)).toEqual([{ area: 'SERVICE', reasonText: 'text-1' }]);
    expect(areasOf(dropped.plan).map(({ code }) => code)).toEqual(['ARBETE']);
    expect(dropped.missing('areas-traced')).toEqual([]);
    const lost = (effort: string, title: string) => ({
      code: 'effort-not-traced',
      verb: 'retrace-effort',
      params: { effort, title },
    });
    expect(dropped.missing('efforts-traced')).toEqual([
      lost('effort-1', hub.title),
      { ...lost('effort-2', 'Drivmedel'), by: { organisation: 'HOGSBY' } },
    ]);
    const retraced = dropped.did('retrace-effort', { effort: 'effort-1', area: 'ARBETE' });
    expect(retraced.types).toEqual(['effort.retraced']);
    expect(data(retraced)).toEqual([{ effort: 'effort-1', area: 'ARBETE' }]);
    expect(effortsOf(retraced.plan).map(({ area }) => area)).toEqual(['ARBETE', 'SERVICE']);
    const without = retraced.did('drop-effort', { effort: 'effort-2', reason: 'Ryms inte' });
    expect(without.types).toEqual(['effort.dropped']);
    expect(data(without)).toEqual([{ effort: 'effort-2', reasonText: 'text-2' }]);
    expect(without.missing('efforts-traced')).toEqual([]);
    expect(without.last?.plan.facts['strategies']).toMatchObject({ efforts: [{}, { dropped: true }] });
    const taken = without.did('retrace-effort', { effort: 'effort-2', area: 'ARBETE' });
    expect(effortsOf(taken.plan).map(({ key }) => key)).toEqual(['effort-1', 'effort-2']);
    expect(effortsOf(taken.plan)[1]).not.toHaveProperty('dropped');
  });

  it('what is not there cannot be dropped', () => {
    const reason = 'Ryms inte';
    expect(withArea().refused('drop-priority-area', { area: 'ARBETE', reason })).toEqual([
      { code: 'unknown-record', field: '/area', params: { value: 'ARBETE' } },
    ]);
    expect(named().refused('drop-priority-area', { area: 'SERVICE', reason })).toMatchObject([
      { code: 'no-priority-areas' },
    ]);
    expect(withEffort().refused('drop-effort', { effort: 'effort-2', reason })).toEqual([
      { code: 'unknown-record', field: '/effort', params: { value: 'effort-2' } },
    ]);
    expect(withArea().refused('drop-effort', { effort: 'effort-1', reason })).toEqual([{ code: 'no-planned-efforts' }]);
    expect(given().refused('drop-strategy', { strategy: 'RUS-1', reason })).toMatchObject([{ code: 'no-strategies' }]);
  });

  it('an effort is traced to an area that counts, and anew only where that says something new', () => {
    const one = withEffort();
    expect(one.refused('retrace-effort', { effort: 'effort-1', area: 'SERVICE' })).toEqual([
      {
        code: 'effort-traced-so',
        field: '/area',
        params: { effort: 'effort-1', title: hub.title, area: 'SERVICE' },
      },
    ]);
    expect(one.refused('retrace-effort', { effort: 'effort-9', area: 'SERVICE' })).toEqual([
      { code: 'unknown-record', field: '/effort', params: { value: 'effort-9' } },
    ]);
    expect(one.refused('retrace-effort', { effort: 'effort-1', area: 'ARBETE' })).toEqual([
      { code: 'unknown-record', field: '/area', params: { value: 'ARBETE' } },
    ]);
  });

  it('efforts-traced asks for efforts, service-in-focus for one about service', () => {
    const focus = [{ code: 'service-not-in-focus', verb: 'plan-effort' }];
    expect(withArea().missing('efforts-traced')).toEqual([
      { code: 'planned-efforts-too-few', verb: 'plan-effort', params: { min: 1, have: 0 } },
    ]);
    expect(withEffort().missing('efforts-traced')).toEqual([]);
    expect(withEffort().missing('efforts-traced', { min: 2 })).toEqual([
      { code: 'planned-efforts-too-few', verb: 'plan-effort', params: { min: 2, have: 1 } },
    ]);
    expect(withArea().missing('service-in-focus')).toEqual(focus);
    expect(withEffort().missing('service-in-focus')).toEqual(focus);
    const about = withEffort().did('plan-effort', { ...hub, service: true });
    expect(about.missing('service-in-focus')).toEqual([]);
  });

  it('INV-05 INV-51 what was decided stays to be read; a new attempt prioritises anew and may take it up again', () => {
    const anew = again(withArea().did('plan-effort', { ...hub, service: true }));
    expect(strategiesOf(anew.plan)).toEqual([rus]);
    expect(strategyFacts(anew.plan)).toMatchObject({ areas: [service], efforts: [hub] });
    expect(anew.missing('areas-traced')).toMatchObject([{ params: { have: 0 } }]);
    expect(anew.missing('efforts-traced')).toMatchObject([{ params: { have: 0 } }]);
    expect(anew.missing('service-in-focus')).toHaveLength(1);
    expect([anew.open('drop-priority-area'), anew.open('drop-effort')]).toEqual([false, false]);
    const other = anew.did('set-priority-area', { ...service, code: 'ARBETE', title: 'Arbete nära' });
    expect(other.refused('plan-effort', hub)).toEqual([
      {
        code: 'priority-area-set-aside',
        field: '/area',
        params: { area: 'SERVICE', title: 'Service nära' },
        missing: [{ code: 'take-up-area-first', verb: 'retrace-area', params: { area: 'SERVICE' } }],
      },
    ]);
    const area = other.did('retrace-area', { area: 'SERVICE', strategies: ['RUS-1'] });
    expect(area.missing('areas-traced', { min: 2 })).toEqual([]);
    const effort = area.did('retrace-effort', { effort: 'effort-1', area: 'SERVICE' });
    expect(effortsOf(effort.plan)).toEqual([{ key: 'effort-1', ...hub, service: true, ...made, attempt: 2 }]);
    expect(effort.did('plan-effort', hub).last?.events[0]?.data).toMatchObject({ effort: 'effort-2' });
  });

  it('an area of an earlier attempt may be set anew under its code', () => {
    const anew = again(withArea()).did('set-priority-area', { ...service, title: 'Service, ny lydelse' });
    expect(areasOf(anew.plan)).toEqual([{ ...service, title: 'Service, ny lydelse', ...made, attempt: 2 }]);
    expect(strategyFacts(anew.plan).areas).toHaveLength(1);
  });

  it('goes along to the plans that are made out of it, as plain data', () => {
    const { facts } = withEffort().plan;
    expect(strategies.inherit?.(strategyFacts(withEffort().plan), {}, withEffort().plan)).toEqual(facts['strategies']);
    expect(JSON.parse(JSON.stringify(facts['strategies']))).toEqual(facts['strategies']);
  });

  it('an area that is traced or dropped leaves the others as they were', () => {
    const work = { code: 'ARBETE', title: 'Arbete nära', strategies: ['RUS-1', 'RUS-2'] };
    const two = withArea().did('name-strategy', { code: 'RUS-2', title: 'Arbete' }).did('set-priority-area', work);
    const traced = two.did('name-strategy', { code: 'RUS-3', title: 'Unga' });
    const other = traced.did('retrace-area', { area: 'ARBETE', strategies: ['RUS-2', 'RUS-3'] });
    expect(areasOf(other.plan)).toMatchObject([service, { code: 'ARBETE', strategies: ['RUS-2', 'RUS-3'] }]);
    const dropped = other.did('drop-priority-area', { area: 'ARBETE', reason: 'Ryms inte' });
    expect(strategyFacts(dropped.plan).areas).toEqual([
      { ...service, ...made },
      { code: 'ARBETE', title: 'Arbete nära', strategies: ['RUS-2', 'RUS-3'], dropped: true, ...made },
    ]);
  });

  it('says what supplies each criterion, and takes what it should', () => {
    const { 'areas-traced': areas, 'efforts-traced': efforts, 'service-in-focus': focus } = strategies.criteria;
    expect(areas?.suppliedBy).toEqual(['set-priority-area', 'retrace-area']);
    expect(efforts?.suppliedBy).toEqual(['plan-effort', 'retrace-effort']);
    expect(focus?.suppliedBy).toEqual(['plan-effort']);
    expect(areas?.with).toEqual(parameters({ min: howMany('How many areas; 1 by default.') }));
    expect(efforts?.with).toEqual(parameters({ min: howMany('How many efforts; 1 by default.') }));
  });

  it('every code has words', () => {
    expect(Object.keys(strategies.words).toSorted()).toEqual([
      'effort-not-traced',
      'effort-traced-so',
      'no-planned-efforts',
      'no-priority-areas',
      'no-strategies',
      'planned-efforts-too-few',
      'priority-area-already-set',
      'priority-area-missing',
      'priority-area-not-traced',
      'priority-area-set-aside',
      'priority-area-traced-so',
      'priority-areas-too-few',
      'service-not-in-focus',
      'strategy-already-named',
      'strategy-dropped',
      'strategy-missing',
      'take-up-area-first',
    ]);
  });
});
