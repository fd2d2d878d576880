import { answers, due, vocabulary } from '../../engine.js';
import { given, openTemplate, type Given } from '../../given.js';
import { commitmentsOf, everyCommitment } from './facts.js';

const money = { organisation: 'RKL', kind: 'money', what: 'Medfinansiering', sek: 500_000 };
const officer = { value: 1, unit: 'persons', qualifier: 'exact' };
const people = { organisation: 'HOGSBY', kind: 'people', what: 'En handläggare', count: officer };
const hours = { value: 8, unit: 'hours', qualifier: 'about' };
const time = { organisation: 'HOGSBY', kind: 'time', what: 'En dag i veckan', count: hours };
const made = { stage: 'begin', attempt: 1, round: 1 };

const promised = () => given().did('commit-resources', money);
const change = (body: object) => ({ commitment: 'commitment-1', reason: 'Ny budget', ...body });
const data = (after: Given) => after.last?.events[0]?.data;
const ends = ({ plan }: Given) => vocabulary.anchors.get('commitment-ends')?.(plan);

describe('commitments', () => {
  it('an organisation commits money, people or time, of its own or bought', () => {
    const bought = { ...people, own: 'bought', from: '2026-21', until: '2027-12-31' };
    const both = promised().did('commit-resources', bought);
    expect(both.types).toEqual(['commitment.made']);
    expect(data(both)).toEqual({ commitment: 'commitment-2', ...bought });
    expect(everyCommitment(both.plan)).toEqual([
      { key: 'commitment-1', ...money, withdrawn: false, imported: false, ...made },
      { key: 'commitment-2', ...bought, withdrawn: false, imported: false, ...made },
    ]);
  });

  it('INV-27 money is told in kronor and nothing else is; how much may be left for later', () => {
    expect(given().refused('commit-resources', { ...money, count: officer })).toEqual([
      { code: 'money-in-kronor', field: '/count' },
    ]);
    for (const other of [people, time])
      expect(given().refused('commit-resources', { ...other, sek: 100 })).toEqual([
        { code: 'only-money-in-kronor', field: '/sek' },
      ]);
    const vague = { organisation: 'HOGSBY', kind: 'people', what: 'Personal' };
    expect(data(given().did('commit-resources', vague))).toEqual({ commitment: 'commitment-1', ...vague });
  });

  it('does not end before it begins, as far as the dates can tell', () => {
    const span = (from: string, until: string) => ({ ...money, from, until });
    expect(given().refused('commit-resources', span('2026-03-02', '2026-03-01'))).toEqual([
      {
        code: 'commitment-ends-before-it-begins',
        field: '/until',
        params: { from: '2026-03-02', until: '2026-03-01' },
      },
    ]);
    const fine = [
      span('2026-03-01', '2026-03-01'),
      span('2026-03-01T09:00:00Z', '2026-03-01'),
      span('2026-03-02', '2026'),
      span('2026', '2025-03-01'),
    ];
    for (const one of fine) expect(data(given().did('commit-resources', one))).toMatchObject(one);
    for (const one of [{ from: '2026-03-02' }, { until: '2026-03-01' }])
      expect(data(given().did('commit-resources', { ...money, ...one }))).toMatchObject(one);
  });

  it('is changed with a reason, and the change is checked against what was promised before', () => {
    const changed = promised().did('change-commitment', change({ sek: 400_000, until: '2026-12-31' }));
    expect(changed.types).toEqual(['commitment.changed']);
    expect(data(changed)).toEqual({
      commitment: 'commitment-1',
      sek: 400_000,
      until: '2026-12-31',
      reasonText: 'text-1',
    });
    expect(changed.last?.texts).toMatchObject([{ field: 'reason', text: 'Ny budget' }]);
    expect(everyCommitment(changed.plan)).toEqual([
      {
        key: 'commitment-1',
        ...money,
        sek: 400_000,
        until: '2026-12-31',
        withdrawn: false,
        imported: false,
        ...made,
      },
    ]);
    expect(promised().refused('change-commitment', change({}))).toEqual([
      { code: 'commitment-unchanged', params: { what: 'Medfinansiering' } },
    ]);
    expect(promised().refused('change-commitment', change({ count: officer }))).toEqual([
      { code: 'money-in-kronor', field: '/count' },
    ]);
    expect(changed.refused('change-commitment', change({ from: '2027-01-01' }))).toMatchObject([
      { code: 'commitment-ends-before-it-begins', params: { from: '2027-01-01', until: '2026-12-31' } },
    ]);
    const other = given().did('commit-resources', people).did('commit-resources', money);
    const two = other.did('change-commitment', change({ what: 'Två handläggare', own: 'own', count: hours }));
    expect(commitmentsOf(two.plan)).toMatchObject([
      { what: 'Två handläggare', own: 'own', count: hours },
      { what: 'Medfinansiering', sek: 500_000 },
    ]);
  });

  it('is withdrawn once, with a reason', () => {
    const withdraw = { commitment: 'commitment-1', reason: 'Nämnden sade nej' };
    const two = promised().did('commit-resources', people);
    const gone = two.did('withdraw-commitment', withdraw);
    expect(gone.types).toEqual(['commitment.withdrawn']);
    expect(data(gone)).toEqual({ commitment: 'commitment-1', reasonText: 'text-1' });
    expect(gone.last?.texts).toMatchObject([{ field: 'reason', text: 'Nämnden sade nej' }]);
    expect(everyCommitment(gone.plan)).toMatchObject([{ withdrawn: true }, { withdrawn: false }]);
    const withdrawn = { code: 'commitment-is-withdrawn', field: '/commitment', params: { what: 'Medfinansiering' } };
    expect(gone.refused('withdraw-commitment', withdraw)).toEqual([withdrawn]);
    expect(gone.refused('change-commitment', change({ sek: 1 }))).toEqual([withdrawn]);
    const unknown = { code: 'unknown-record', field: '/commitment', params: { value: 'commitment-9' } };
    for (const verb of ['withdraw-commitment', 'change-commitment'])
      expect(two.refused(verb, { ...withdraw, sek: 1, commitment: 'commitment-9' })).toEqual([unknown]);
  });

  it('opens its verbs only while there is a promise', () => {
    const gone = promised().did('withdraw-commitment', { commitment: 'commitment-1', reason: 'X' });
    for (const verb of ['withdraw-commitment', 'change-commitment']) {
      expect(given().refused(verb, change({}))).toEqual([{ code: 'no-commitments' }]);
      expect(gone.open(verb)).toBe(false);
      expect(promised().open(verb)).toBe(true);
    }
    expect(gone.did('commit-resources', money).last?.events[0]?.data).toMatchObject({ commitment: 'commitment-2' });
  });
});

describe('criteria of commitments', () => {
  const verb = 'commit-resources';
  const few = (min: number, have: number) => ({ code: 'commitments-too-few', verb, params: { min, have } });

  it('resources-committed: as many as the template asks for, and those withdrawn do not count', () => {
    expect(given().missing('resources-committed')).toEqual([few(1, 0)]);
    expect(promised().missing('resources-committed')).toEqual([]);
    expect(promised().missing('resources-committed', { min: 2 })).toEqual([few(2, 1)]);
    expect(promised().did(verb, people).missing('resources-committed', { min: 2 })).toEqual([]);
    const gone = promised().did('withdraw-commitment', { commitment: 'commitment-1', reason: 'X' });
    expect(gone.missing('resources-committed')).toEqual([few(1, 0)]);
  });

  it('resources-committed: of each kind that is named, and no other counts', () => {
    const lacks = (kind: string) => ({ code: `${kind}-not-committed`, verb });
    const kinds = ['money', 'people', 'time'];
    expect(given().missing('resources-committed', { kinds })).toEqual(kinds.map(lacks));
    expect(promised().missing('resources-committed', { kinds: ['people', 'time'] })).toEqual([
      lacks('people'),
      lacks('time'),
    ]);
    expect(promised().missing('resources-committed', { kinds: ['money'] })).toEqual([]);
    expect(
      promised()
        .did(verb, people)
        .missing('resources-committed', { kinds: ['money'], min: 2 }),
    ).toEqual([few(2, 1)]);
    expect(promised().missing('resources-committed', { kinds: ['money', 'time'], min: 3 })).toEqual([
      lacks('time'),
      few(3, 1),
    ]);
    const all = promised().did(verb, people).did(verb, time);
    expect(all.missing('resources-committed', { kinds, min: 3 })).toEqual([]);
  });

  it('resources-committed: of each party, but for those that take part lightly (B40)', () => {
    const parties = promised()
      .did('add-party', { organisation: 'RKL' })
      .did('add-party', { organisation: 'HOGSBY' })
      .did('add-party', { organisation: 'BYALAG', light: true });
    const lacks = (organisation: string) => ({
      code: 'party-without-commitment',
      verb,
      params: { organisation },
      by: { organisation },
    });
    expect(parties.missing('resources-committed')).toEqual([]);
    expect(parties.missing('resources-committed', { perParty: true })).toEqual([lacks('HOGSBY')]);
    expect(parties.did(verb, people).missing('resources-committed', { perParty: true })).toEqual([]);
    expect(parties.did(verb, people).missing('resources-committed', { perParty: true, kinds: ['people'] })).toEqual([
      lacks('RKL'),
    ]);
  });

  it('financing-committed: kronor are added up, and nothing else (INV-27)', () => {
    expect(given().missing('financing-committed')).toEqual([{ code: 'money-not-committed', verb }]);
    expect(given().did(verb, people).missing('financing-committed', { sek: 1 })).toEqual([
      { code: 'money-not-committed', verb },
    ]);
    const vague = { organisation: 'TVV', kind: 'money', what: 'Stöd' };
    expect(given().did(verb, vague).missing('financing-committed')).toEqual([]);
    const two = promised()
      .did(verb, people)
      .did(verb, vague)
      .did(verb, { ...money, sek: 250_000 });
    expect(two.missing('financing-committed', { sek: 750_000 })).toEqual([]);
    expect(two.missing('financing-committed', { sek: 750_001 })).toEqual([
      { code: 'financing-too-little', verb, params: { sek: 750_001, have: 750_000, lacks: 1 } },
      {
        code: 'financing-without-sum',
        verb: 'change-commitment',
        params: { commitment: 'commitment-3', what: 'Stöd', organisation: 'TVV' },
        by: { organisation: 'TVV' },
      },
    ]);
  });
});

describe('what a template may ask of commitments', () => {
  it('kinds, parties, a number, and a sum in whole kronor', () => {
    const described = { description: expect.any(String) };
    const kind = (name: string) => vocabulary.criteria.get(name);
    const kinds = { type: 'array', items: { enum: ['money', 'people', 'time'] }, minItems: 1, uniqueItems: true };
    const whole = { type: 'integer', minimum: 1, ...described };
    expect(kind('resources-committed')).toMatchObject({
      with: {
        properties: { kinds: { ...kinds, ...described }, perParty: { type: 'boolean', ...described }, min: whole },
        additionalProperties: false,
      },
      suppliedBy: ['commit-resources', 'change-commitment'],
    });
    expect(kind('financing-committed')).toMatchObject({
      with: { properties: { sek: whole }, additionalProperties: false },
      suppliedBy: ['commit-resources', 'change-commitment'],
    });
  });
});

describe('commitments over time', () => {
  it('a promise ends on its day, as precisely as it was told', () => {
    expect(ends(promised())).toEqual([{ record: 'commitment-1', at: null, imported: false }]);
    const until = promised().did('change-commitment', change({ until: '2026-12-31' }));
    expect(ends(until)).toEqual([{ record: 'commitment-1', at: '2026-12-31', imported: false }]);
    const gone = until.did('withdraw-commitment', { commitment: 'commitment-1', reason: 'X' });
    expect(ends(gone)).toEqual([]);
  });

  it('INV-26 nothing falls due from imported history until it is told anew here', () => {
    const history = given().did('commit-resources', { ...money, until: '2026-12-31' }, { imported: true });
    expect(ends(history)).toMatchObject([{ imported: true }]);
    expect(ends(history.did('change-commitment', change({ sek: 1 })))).toMatchObject([{ imported: false }]);
    expect(ends(promised().did('change-commitment', change({ sek: 1 }), { imported: true }))).toMatchObject([
      { imported: true },
    ]);
  });

  it('INV-05 a restart asks whether the promise still holds, and forgets none', () => {
    const until = { ...money, until: '2026-12-31' };
    const again = given().did('commit-resources', until).did('restart', { reason: 'Nya tag', to: 'begin' });
    expect(again.missing('resources-committed')).toHaveLength(1);
    expect(again.missing('financing-committed')).toHaveLength(1);
    expect(ends(again)).toMatchObject([{ at: '2026-12-31' }]);
    const kept = again.did('change-commitment', change({ sek: 500_000 }));
    expect(kept.missing('financing-committed', { sek: 500_000 })).toEqual([]);
    expect(everyCommitment(kept.plan)).toMatchObject([{ attempt: 2 }]);
    expect(again.open('withdraw-commitment')).toBe(true);
  });

  it('a plan made out of this one goes on with the promises that count', () => {
    const stages = openTemplate().stages.map((one) => (one.key === 'begin' ? { ...one, fork: { to: 'finish' } } : one));
    const parent = given(openTemplate({ stages }))
      .did('commit-resources', people)
      .did('restart', { reason: 'X', to: 'begin' })
      .did('commit-resources', people)
      .did('commit-resources', money)
      .did('withdraw-commitment', { commitment: 'commitment-2', reason: 'X' });
    const [child] = parent.did('fork', { plans: [{ title: 'Hälsolots' }] }).last?.births ?? [];
    expect(child && everyCommitment(child.plan)).toEqual([
      { key: 'commitment-3', ...money, withdrawn: false, imported: false, ...made },
    ]);
  });
});

describe('a commitment until a day', () => {
  const name = { sv: 'Utfäst', en: 'Committed' };
  const day = 86_400_000;
  const until = (last: string, body: object = money) => given().did('commit-resources', { ...body, until: last });
  const codes = (plan: Given, kind: string, asked: object = {}) => plan.missing(kind, asked)?.map(({ code }) => code);
  const ended = 'commitment-has-ended';

  it.each([
    ['2026-01-14', 2],
    ['2026-01-14T12:00:00Z', 2],
    ['2026-01', 19],
    ['2026-21', 139],
    ['2026', 353],
  ])('%s counts to the end of it, %i days on, and not the day after', (last, days) => {
    const plan = until(last);
    expect(codes(plan.after(days), 'resources-committed')).toEqual([]);
    expect(codes(plan.after(days), 'financing-committed', { sek: 500_000 })).toEqual([]);
    expect(codes(plan.after(days + 1), 'resources-committed')).toEqual(['commitments-too-few', ended]);
    expect(codes(plan.after(days + 1), 'financing-committed')).toEqual(['money-not-committed', ended]);
  });

  it('is told with its last day and whose it was, where it is what is missing', () => {
    const plan = until('2026-01-14').did('commit-resources', people).did('add-party', { organisation: 'RKL' }).after(5);
    const told = {
      code: ended,
      verb: 'change-commitment',
      params: { commitment: 'commitment-1', what: 'Medfinansiering', organisation: 'RKL', until: '2026-01-14' },
      by: { organisation: 'RKL' },
    };
    expect(codes(plan, 'resources-committed')).toEqual([]);
    expect(codes(plan, 'resources-committed', { kinds: ['people'], min: 2 })).toEqual(['commitments-too-few']);
    expect(plan.missing('resources-committed', { kinds: ['money'] })).toEqual([
      { code: 'money-not-committed', verb: 'commit-resources' },
      told,
    ]);
    expect(codes(plan, 'resources-committed', { perParty: true })).toEqual(['party-without-commitment', ended]);
    const more = plan.did('commit-resources', { ...money, sek: 100 });
    expect(more.missing('financing-committed', { sek: 1_000 })).toMatchObject([{ params: { have: 100 } }, told]);
    const longer = plan.did('change-commitment', change({ until: '2026-12-31' }));
    expect(codes(longer, 'financing-committed', { sek: 500_000 })).toEqual([]);
  });

  it('a stage that asks for it closes with the day, in every answer, and a reminder wakes', () => {
    const open = openTemplate();
    const criterion = { key: 'committed', kind: 'resources-committed', name };
    const when = { on: 'commitment-ends' } as const;
    const reminder = { key: 'again', when, to: ['process-leader'], until: 'resources-committed' };
    const stages = open.stages.map((stage) => ({ ...stage, criteria: [criterion] }));
    const template = { ...open, stages, rules: { reminders: [reminder] } };
    const plan = given(template).did('commit-resources', { ...money, until: '2026-01-14' });
    const on = (days: number) => {
      const then = plan.after(days);
      const now = new Date(Date.parse('2026-01-12T08:00:00Z') + days * day).toISOString();
      return [then.open('advance'), answers(template, plan.plan, now)[0]?.state, due(plan.plan, now, template).length];
    };
    expect(on(2)).toEqual([true, 'met', 0]);
    expect(on(3)).toEqual([false, 'unmet', 1]);
    expect(plan.after(3).refused('advance')).toMatchObject([{ criterion: 'committed' }]);
    expect(plan.after(2).did('advance').plan.stage).toBe('finish');
  });
});
