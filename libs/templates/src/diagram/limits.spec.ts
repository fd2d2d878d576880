import type { Stage, Template } from '#libs/lifecycle';
import { DRAWN_MAX, shippedTemplates, tooLargeToDraw, toSvg } from '../index.js';

const name = { sv: 'Steg', en: 'Stage' };

function template(count: number, of: (n: number) => Partial<Stage> = () => ({})): Template {
  const stages = Array.from({ length: count }, (_, n): Stage => {
    const next = n < count - 1 ? [`s${n + 1}`] : [];
    return { key: `s${n}`, name, opens: [], criteria: [], next, ...of(n) };
  });
  return { key: 'long', version: 1, name, roles: [{ key: 'lead', name }], stages };
}

const cpuMs = (work: () => unknown) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

describe('a picture', () => {
  it('of every shipped template can be drawn, in each format', () => {
    for (const shipped of shippedTemplates)
      for (const format of ['svg', 'mermaid', 'xstate'] as const)
        expect([shipped.key, tooLargeToDraw(shipped, format)]).toEqual([shipped.key, undefined]);
  });

  it('counts boxes and the lines between them', () => {
    expect(tooLargeToDraw(template(300), 'svg')).toBeUndefined();
    expect(tooLargeToDraw(template(301), 'svg')).toEqual({ count: 601, max: DRAWN_MAX.svg });
    expect(tooLargeToDraw(template(1000), 'mermaid')).toBeUndefined();
    expect(tooLargeToDraw(template(1000), 'xstate')).toBeUndefined();
  });

  it('counts a line once for each row that it goes by, also where the stages stand in another order', () => {
    const far = template(100, (n) => (n < 50 ? { next: [`s${n + 1}`, `s${n + 50}`] } : {}));
    const backwards = { ...far, start: 's0', stages: far.stages.toReversed() };
    const expected = { count: 100 + 99 + 50 * 50, max: DRAWN_MAX.svg };
    expect([tooLargeToDraw(far, 'svg'), tooLargeToDraw(backwards, 'svg')]).toEqual([expected, expected]);
  });

  it('comes to an end where forks and ways lead round', () => {
    const round = template(1000, (n) => ({ fork: { to: `s${(n + 999) % 1000}`, join: n % 2 === 0 } }));
    expect(tooLargeToDraw(round, 'svg')?.count).toBeGreaterThan(DRAWN_MAX.svg);
    expect(tooLargeToDraw(round, 'mermaid')).toBeUndefined();
  });

  it('is refused long before it is drawn', () => {
    const thicket = template(1000, (n) => ({ next: n < 960 ? [`s${n + 1}`, `s${n + 7}`, `s${n + 31}`] : [] }));
    const largest = template(300);
    toSvg(largest, 'sv');
    expect(cpuMs(() => tooLargeToDraw(thicket, 'svg'))).toBeLessThan(cpuMs(() => toSvg(largest, 'sv')));
  });
});

describe('a machine', () => {
  it('counts each way with what it asks, and each place to begin again', () => {
    const criteria = Array.from({ length: 500 }, (_, n) => ({ key: `c${n}`, kind: 'meeting-held', name }));
    const next = Array.from({ length: 99 }, (_, n) => `s${n + 1}`);
    const asking = template(100, (n) => (n === 0 ? { criteria, next } : {}));
    expect(tooLargeToDraw(asking, 'xstate')?.count).toBeGreaterThan(DRAWN_MAX.xstate);
    expect(tooLargeToDraw(asking, 'mermaid')).toBeUndefined();
    const again = (join: boolean) =>
      template(300, (n) => ({ restart: true, ...(n === 0 ? { fork: { to: 's9', join } } : {}) }));
    expect(tooLargeToDraw(again(false), 'xstate')).toBeUndefined();
    expect(tooLargeToDraw(again(true), 'xstate')?.count).toBeGreaterThan(DRAWN_MAX.xstate);
  });
});
