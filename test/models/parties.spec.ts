// Parties and their consent, against a list of organisations and what each has said.
import fc from 'fast-check';
import { sequences, Told } from './told.js';

const organisation = fc.constantFrom('RKL', 'HOGSBY', 'constructor');
const said = fc.record({
  verb: fc.constantFrom('add-party', 'consent', 'decline-consent', 'withdraw-party'),
  organisation,
  deciding: fc.boolean(),
});

/** What a party has said, and whether it decides. */
type Model = Map<string, { said: 'asked' | 'given' | 'declined'; deciding: boolean }>;

function expected(model: Model, verb: string, organisation: string, deciding: boolean): boolean {
  const party = model.get(organisation);
  if (verb === 'add-party') return party?.deciding !== deciding;
  if (party === undefined) return false;
  return verb === 'withdraw-party' || party.said !== (verb === 'consent' ? 'given' : 'declined');
}

function change(model: Model, verb: string, organisation: string, deciding: boolean): void {
  if (verb === 'add-party') model.set(organisation, { said: model.get(organisation)?.said ?? 'asked', deciding });
  else if (verb === 'withdraw-party') model.delete(organisation);
  else (model.get(organisation) as { said: string }).said = verb === 'consent' ? 'given' : 'declined';
}

it('any sequence of parties that come, answer and leave', () => {
  sequences(
    said,
    () => {
      const [told, model]: [Told, Model] = [new Told(), new Map()];
      const check = ({ verb, organisation, deciding }: { verb: string; organisation: string; deciding: boolean }) => {
        const may = expected(model, verb, organisation, deciding);
        if (verb !== 'add-party') expect(told.open.includes(verb)).toBe(model.size > 0);
        const body = verb === 'add-party' ? { organisation, deciding } : { organisation };
        expect(told.say(verb, body).length === 0).toBe(may);
        if (may) change(model, verb, organisation, deciding);
        const all = [...model.values()];
        for (const min of [1, 2, 3])
          expect(told.missing('parties-consented', { min }).length === 0).toBe(
            all.length >= min && all.every((party) => party.said === 'given'),
          );
        const absent = all.filter((party) => party.deciding).length;
        expect(told.missing('parties-represented')).toHaveLength(absent);
      };
      return { told, check };
    },
    60,
  );
});
