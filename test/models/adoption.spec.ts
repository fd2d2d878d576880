// INV-20 and INV-23: a version is adopted only when every deciding party has said yes to it, is locked while it lies before them
// and frozen once adopted. Against: the parties, the yeses to the version that lies there, and what the document is.
import fc from 'fast-check';
import { sequences, Told } from './told.js';

const organisation = fc.constantFrom('RKL', 'HOGSBY', 'VÄSTERVIK');
const said = fc.oneof(
  fc.record({ verb: fc.constant('add-party' as const), organisation, deciding: fc.boolean() }),
  fc.record({ verb: fc.constant('withdraw-party' as const), organisation }),
  fc.record({
    verb: fc.constantFrom(
      'submit-version' as const,
      'submit-version' as const,
      'withdraw-version' as const,
      'revise-version' as const,
      'write-section' as const,
    ),
  }),
  fc.record({
    verb: fc.constant('record-decision' as const),
    organisation,
    decision: fc.constantFrom('yes', 'yes', 'yes', 'yes', 'no', 'sent-back', 'deferred'),
  }),
  fc.record({ verb: fc.constant('record-decision' as const), organisation, decision: fc.constantFrom('yes') }),
  fc.record({ verb: fc.constant('prepare-decision' as const), organisation }),
);
type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

class Model {
  document: 'draft' | 'submitted' | 'adopted' = 'draft';
  adoptions = 0;
  /** Deciding or not, by organisation. */
  readonly parties = new Map<string, boolean>();
  /** Who has said yes to the version that lies before the parties, or lay there last. */
  yes = new Set<string>();

  get deciding(): string[] {
    return [...this.parties].flatMap(([organisation, deciding]) => (deciding ? organisation : []));
  }

  /** What it changes; null when it may not be. */
  effect(one: Said): (() => void) | null {
    switch (one.verb) {
      case 'add-party':
        // Of a party that is there, whether it decides can be said otherwise.
        return this.parties.get(one.organisation) === one.deciding
          ? null
          : () => this.parties.set(one.organisation, one.deciding);
      case 'withdraw-party':
        return this.parties.has(one.organisation) ? () => this.parties.delete(one.organisation) : null;
      case 'write-section':
        return this.document === 'draft' ? () => undefined : null;
      case 'submit-version':
        return this.document === 'draft' ? () => this.submit() : null;
      case 'withdraw-version':
        return this.document === 'submitted' ? () => (this.document = 'draft') : null;
      case 'revise-version':
        return this.document === 'adopted' ? () => (this.document = 'draft') : null;
      default:
        return this.decision(one);
    }
  }

  private submit(): void {
    this.document = 'submitted';
    this.yes = new Set();
  }

  private decision(
    one: Extract<Said, { organisation: string; verb: 'record-decision' | 'prepare-decision' }>,
  ): (() => void) | null {
    if (this.document !== 'submitted' || this.parties.get(one.organisation) !== true) return null;
    const decision = one.verb === 'record-decision' ? one.decision : undefined;
    const hasSaidYes = this.yes.has(one.organisation);
    const all = this.deciding.every((party) => this.yes.has(party));
    const again = decision === 'no' || decision === 'sent-back' || (decision === 'yes' && all);
    if (hasSaidYes && !again) return null;
    if (decision === undefined) return () => undefined;
    return () => this.decided(one.organisation, decision);
  }

  private decided(organisation: string, decision: string): void {
    if (decision === 'yes') this.yes.add(organisation);
    else this.yes.delete(organisation);
    if (decision === 'no' || decision === 'sent-back') this.document = 'draft';
    if (decision !== 'yes' || !this.deciding.every((party) => this.yes.has(party))) return;
    this.document = 'adopted';
    this.adoptions += 1;
  }
}

function bodyOf(one: Said): object {
  const { verb, ...rest } = one;
  if (verb === 'write-section') return { section: 'goal', text: 'Så ska det bli.' };
  return verb === 'withdraw-version' || verb === 'revise-version' ? { reason: 'Därför' } : rest;
}

function begun(): Told {
  const told = new Told();
  expect(told.say('write-section', { section: 'goal', text: 'Mål' })).toEqual([]);
  return told;
}

interface Versions {
  versions: { adopted?: { label: string }; content: object }[];
}

const before: Said[] = [
  { verb: 'add-party', organisation: 'RKL', deciding: true },
  { verb: 'add-party', organisation: 'HOGSBY', deciding: true },
  { verb: 'submit-version' },
];

it('INV-20 INV-23 any sequence of parties, versions and decisions', () => {
  sequences(
    said,
    () => {
      const [told, model] = [begun(), new Model()];
      const frozenAs = new Map<number, string>();
      const check = (one: Said) => {
        const effect = model.effect(one);
        // What is known need not be cited where the history comes from elsewhere (INV-26): it is not what is tried here.
        const change = one.verb === 'submit-version' ? { imported: true } : {};
        const reasons = told.say(one.verb, bodyOf(one), change);
        expect([one, reasons.length === 0]).toEqual([one, effect !== null]);
        effect?.();
        const { versions = [] } = (told.plan.facts['versions'] ?? {}) as Partial<Versions>;
        expect(versions.filter(({ adopted }) => adopted)).toHaveLength(model.adoptions);
        versions.forEach(({ content }, index) => {
          const before = frozenAs.get(index) ?? JSON.stringify(content);
          expect(JSON.stringify(content)).toBe(before);
          frozenAs.set(index, before);
        });
        expect(told.missing('adopted-by-all').length === 0).toBe(model.document === 'adopted');
        expect(told.open.includes('record-decision')).toBe(model.document === 'submitted' && model.deciding.length > 0);
        expect(told.open.includes('submit-version')).toBe(false);
      };
      return { told, check };
    },
    100,
    before,
  );
});
