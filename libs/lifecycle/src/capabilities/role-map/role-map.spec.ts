import { vocabulary } from '../../engine.js';
import { given, openTemplate } from '../../given.js';
import { roleMapOf, rowsToFill } from './facts.js';

const verb = 'fill-role-map';
const whole = {
  row: 'Mobil hemtjänst',
  decides: [{ organisation: 'HOGSBY', role: 'kommunstyrelsen' }],
  pays: [{ organisation: 'RKL' }],
  carriesOut: [{ organisation: 'HOGSBY' }],
  isAsked: [{ role: 'boende' }],
};
const filled = () => given().did(verb, whole);

describe('role-map', () => {
  it('says of each part of the work who decides, pays, carries out and is asked, and what it costs', () => {
    const plan = given().did(verb, { ...whole, costSek: 250_000 });
    expect(plan.types).toEqual(['role-map.filled']);
    const { row: title, ...cells } = whole;
    expect(plan.last?.events[0]?.data).toEqual({ row: 'row-1', title, ...cells, costSek: 250_000 });
    expect(rowsToFill(plan.plan)).toEqual([]);
  });

  it('empty cells show, until the same words fill more of the row', () => {
    const begun = given().did(verb, { row: 'Lots', decides: [{ role: 'chair' }] });
    expect(rowsToFill(begun.plan)).toEqual([
      { row: 'row-1', title: 'Lots', empty: ['pays', 'carries-out', 'is-asked', 'cost'] },
    ]);
    const more = begun.did(verb, { row: 'Lots', pays: [{ organisation: 'RKL' }], costSek: 0 });
    expect(rowsToFill(more.plan)).toEqual([{ row: 'row-1', title: 'Lots', empty: ['carries-out', 'is-asked'] }]);
    expect(rowsToFill(more.did(verb, { row: 'Lots', pays: [] }).plan)[0]?.empty).toContain('pays');
  });

  it('names whoever is named twice in a cell once, and nobody by neither organisation nor role', () => {
    const twice = given().did(verb, {
      row: 'Lots',
      pays: [{ organisation: 'RKL' }, { organisation: 'RKL' }, { role: 'RKL' }],
    });
    expect(roleMapOf(twice.plan)[0]?.pays).toEqual([{ organisation: 'RKL' }, { role: 'RKL' }]);
    expect(given().refused(verb, { row: 'Lots', pays: [{ organisation: 'RKL' }, {}] })).toEqual([
      { code: 'role-map-nobody', field: '/pays/1' },
    ]);
    expect(filled().refused(verb, { row: whole.row })).toMatchObject([{ code: 'role-map-unchanged' }]);
  });

  it('a row that is removed is gone, and its key is not given to another', () => {
    expect(given().refused('remove-role-map-row', { row: 'row-1' })).toEqual([{ code: 'no-role-map' }]);
    const gone = filled().did('remove-role-map-row', { row: 'row-1', reason: 'Struket' });
    expect(roleMapOf(gone.plan)).toEqual([]);
    const anew = gone.did(verb, whole);
    expect(roleMapOf(anew.plan)).toMatchObject([{ key: 'row-2' }]);
    expect(anew.refused('remove-role-map-row', { row: 'row-1' })).toMatchObject([
      { code: 'unknown-record', field: '/row' },
    ]);
  });

  it('INV-05 a restart asks for the map anew; a plan made out of this one has it', () => {
    const again = filled().did('restart', { reason: 'Nytt läge', to: 'begin' });
    expect(again.missing('role-map-filled')).toMatchObject([{ code: 'role-map-rows-too-few' }]);
    const stages = openTemplate().stages.map((one) => (one.key === 'begin' ? { ...one, fork: { to: 'finish' } } : one));
    const parent = given(openTemplate({ stages })).did(verb, whole);
    const [child] = parent.did('fork', { plans: [{ title: 'Kirseberg' }] }).last?.births ?? [];
    expect(child && roleMapOf(child.plan)).toMatchObject([{ key: 'row-1', title: whole.row }]);
  });
});

describe('role-map-filled', () => {
  it('asks for rows, and for every cell that the template names', () => {
    expect(given().missing('role-map-filled', { min: 2 })).toEqual([
      { code: 'role-map-rows-too-few', verb, params: { min: 2, have: 0 } },
    ]);
    expect(filled().missing('role-map-filled')).toEqual([]);
    const params = { row: 'row-1', title: 'Lots' };
    const bare = given().did(verb, { row: 'Lots' });
    const codes = ['decides', 'pays', 'carries-out', 'is-asked'].map((cell) => `role-map-without-${cell}`);
    expect(bare.missing('role-map-filled')).toEqual(codes.map((code) => ({ code, verb, params })));
    expect(filled().missing('role-map-filled', { cells: ['cost'] })).toMatchObject([{ code: 'role-map-without-cost' }]);
    expect([...codes, 'role-map-without-cost'].filter((code) => !vocabulary.words.has(code))).toEqual([]);
  });
});
