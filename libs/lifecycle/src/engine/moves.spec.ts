// A move says what it is, what it is called, where it leads and where it is open.
import { moves } from '../engine.js';
import { given, openTemplate } from '../given.js';

const told = (verb: string, plan = given()) => moves(plan.plan, plan.setting()).find((move) => move.verb === verb);

it("a stage's move leads somewhere; it is open in no stage of its own", () => {
  const name = { sv: 'Gå vidare', en: 'Go on' };
  const open = { allowed: true, to: ['finish'], opensIn: [], reasons: [] };
  expect(told('advance')).toEqual({ verb: 'advance', kind: 'lifecycle', name, ...open });
  expect(told('resume')).toMatchObject({ allowed: false, reasons: [{ code: 'not-paused' }] });
});

it('a repair is told apart from a move', () => {
  expect(told('undo')?.kind).toBe('repair');
  expect(told('correct')?.kind).toBe('repair');
});

it("a capability's verb leads nowhere, and tells the stages that open it", () => {
  const [begin, finish] = openTemplate().stages.map((stage) => ({ ...stage, opens: ['add-party'] }));
  const staged = given(openTemplate({ stages: [begin!, finish!], tracks: [] }));
  const name = { sv: 'Lägg till part', en: 'Add a party' };
  const open = { allowed: true, to: [], opensIn: ['begin', 'finish'], reasons: [] };
  expect(told('add-party', staged)).toEqual({ verb: 'add-party', kind: 'capability', name, ...open });
});
