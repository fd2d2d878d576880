// INV-50: ownership changes hands only when the receiver accepts. Against a list of who was named or offered what, in order.
import fc from 'fast-check';
import { sequences, Told } from './told.js';

const what = fc.constantFrom('Hälsolots', 'constructor');
const organisation = fc.constantFrom('RKL', 'HOGSBY', 'VÄSTERVIK');
const nth = fc.nat(6);
const said = fc.oneof(
  fc.record({ verb: fc.constant('name-owner' as const), what, organisation }),
  fc.record({
    verb: fc.constant('transfer-ownership' as const),
    what,
    organisation,
    from: fc.option(organisation, { nil: undefined }),
  }),
  fc.record({ verb: fc.constantFrom('accept-ownership' as const, 'decline-ownership' as const), nth }),
);
type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

interface Row {
  what: string;
  organisation: string;
  isOffer: boolean;
  answer: 'none' | 'yes' | 'no';
}

class Model {
  readonly rows: Row[] = [];

  /** Of the same thing the last that is the owner's: named and not declined, or offered and accepted. */
  owner(of: string): Row | undefined {
    return this.rows.findLast(
      ({ what, isOffer, answer }) => what === of && (isOffer ? answer === 'yes' : answer !== 'no'),
    );
  }

  /** What was said last of it, if that is an offer nobody has answered. */
  offer(of: string): Row | undefined {
    const last = this.rows.findLast((row) => row.what === of);
    return last?.isOffer && last.answer === 'none' ? last : undefined;
  }

  awaits(nth: number): Row | undefined {
    const row = this.rows[nth - 1];
    if (row === undefined || row.answer !== 'none') return undefined;
    return row === this.owner(row.what) || row === this.offer(row.what) ? row : undefined;
  }

  mayOffer({ what, organisation, from }: { what: string; organisation: string; from?: string | undefined }): boolean {
    const owner = this.owner(what);
    const giver = from ?? owner?.organisation;
    if (owner !== undefined && owner.organisation !== giver) return false;
    if (giver === organisation) return false;
    return this.offer(what)?.organisation !== organisation;
  }
}

function check(told: Told, model: Model, one: Said): void {
  if (one.verb === 'name-owner') {
    const { what, organisation } = one;
    const may = model.owner(what)?.organisation !== organisation;
    expect(told.say(one.verb, { what, organisation }).length === 0).toBe(may);
    if (may) model.rows.push({ what, organisation, isOffer: false, answer: 'none' });
  } else if (one.verb === 'transfer-ownership') {
    const { what, organisation, from } = one;
    const may = model.mayOffer(one);
    expect(told.say(one.verb, { what, to: organisation, ...(from ? { from } : {}) }).length === 0).toBe(may);
    if (may) model.rows.push({ what, organisation, isOffer: true, answer: 'none' });
  } else {
    const row = model.awaits(one.nth);
    const body = { ownership: `ownership-${one.nth}`, reason: 'Därför' };
    expect(told.say(one.verb, body).length === 0).toBe(row !== undefined);
    if (row) row.answer = one.verb === 'accept-ownership' ? 'yes' : 'no';
  }
}

it('INV-50 any sequence of owners named, offers made, accepted and declined', () => {
  sequences(
    said,
    () => {
      const [told, model] = [new Told(), new Model()];
      const all = ['Hälsolots', 'constructor'];
      return {
        told,
        check: (one) => {
          check(told, model, one);
          const owners = all.flatMap((of) => model.owner(of) ?? []);
          const offers = all.flatMap((of) => model.offer(of) ?? []);
          const transfers = model.rows.filter(({ isOffer, answer }) => isOffer && answer === 'yes').length;
          expect(told.missing('ownership-transferred').length === 0).toBe(transfers > 0);
          const rests = [...owners, ...offers.filter(({ what }) => !model.owner(what))];
          expect(told.missing('ownership-named').length === 0).toBe(
            rests.length > 0 && rests.every(({ answer }) => answer === 'yes'),
          );
          const isWaiting = offers.length > 0 || owners.some(({ answer }) => answer === 'none');
          expect(told.open.includes('accept-ownership')).toBe(isWaiting);
        },
      };
    },
    80,
  );
});
