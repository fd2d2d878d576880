import { decide, sayReason } from '../engine.js';
import { isRefusal } from '../engine/refusal.js';
import { given, type Given } from '../given.js';

/** What is said of a record that the plan has not. */
function said(plan: Given, verb: string, body: object, language: 'sv' | 'en' = 'en'): string {
  const outcome = decide(plan.plan, verb, body, plan.setting());
  if (!isRefusal(outcome)) throw new Error(`${verb} was accepted`);
  const [reason] = outcome.refused;
  expect(reason?.code).toBe('unknown-record');
  return reason ? sayReason(reason, language).message : '';
}

const meetings = (count: number) => {
  let plan = given();
  for (let nth = 1; nth <= count; nth += 1)
    plan = plan.did('plan-meeting', { title: `Träff ${nth}`, on: '2026-03-01' });
  return plan;
};

describe('a record that there is not', () => {
  it('is said with what kind of thing it is and which there are, by name and key', () => {
    const two = given().did('add-party', { organisation: 'RKL' }).did('add-party', { organisation: 'HOGSBY' });
    expect(said(two, 'consent', { organisation: 'SLU' })).toBe('The plan has no party "SLU". There is: RKL, HOGSBY.');
    expect(said(meetings(1), 'cancel-meeting', { meeting: 'meeting-7', reason: 'x' }, 'sv')).toMatch(
      /^”meeting-7” finns inte i planen som möte\. Det som finns: Träff 1 \(meeting-1\)\./,
    );
  });

  it('names the one that was likely meant, by its key or its name', () => {
    const two = given().did('add-party', { organisation: 'RKL' }).did('add-party', { organisation: 'HOGSBY' });
    expect(said(two, 'consent', { organisation: 'HOGSBI' })).toMatch(/Did you mean "HOGSBY"\?$/);
    expect(said(two, 'consent', { organisation: 'HOGSBI' }, 'sv')).toMatch(/Menade du ”HOGSBY”\?$/);
    const list = given().did('add-checklist-item', { title: 'Lokal bokad' });
    expect(said(list, 'tick-item', { item: 'Lokal boka' })).toBe(
      'The plan has no item "Lokal boka". There is: Lokal bokad (checklist-item-1). Did you mean "Lokal bokad"?',
    );
  });

  it('lists five, and says how many more', () => {
    expect(said(meetings(7), 'cancel-meeting', { meeting: 'kick-off', reason: 'x' })).toMatch(
      /Träff 5 \(meeting-5\) and 2 more\.$/,
    );
  });

  it('finds roles, themes, and what a correction says anew', () => {
    expect(said(given(), 'assign-role', { role: 'process-lead', person: 'p', organisation: 'RKL' })).toMatch(
      /no role "process-lead"\. There is: processledare \(process-leader\)\. Did you mean "process-leader"\?$/,
    );
    const added = given().did('add-party', { organisation: 'RKL' }).did('consent', { organisation: 'RKL' });
    const again = { event: added.last?.events[0]?.id, verb: 'consent', body: { organisation: 'RKLL' }, reason: 'Fel' };
    expect(said(added, 'correct', again)).toMatch(/^The plan has no party "RKLL"\. There is: RKL\./);
  });

  it('tells nothing of what is marked as confidential', () => {
    const marked = meetings(2).did('mark-confidential', {
      record: 'meeting-1',
      provision: 'OSL 18:1',
      reason: 'Hemligt',
    });
    const told = said(marked, 'cancel-meeting', { meeting: 'meeting-7', reason: 'x' });
    expect(told).toContain('meeting-2');
    expect(told).not.toContain('meeting-1');
  });
});
