// Prose put back where events and facts hold only its key: for readers who may see it, left out for the others.

/** A plan's prose by key; null where it has been struck out. `hidden` leaves the keys out as well. */
export type Prose = ReadonlyMap<string, string | null> | 'hidden';

const PROSE_KEY = /^text-\d+$/;

/**
 * Where facts name a text in a field of a shorter name than `…Text`, by capability. Only these are looked at: what people
 * write themselves, in a title say, may look like a key.
 */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  direction: ['text', 'rationale'],
  ideas: ['description', 'why', 'learnt'],
  insights: ['insight', 'text'],
  mandate: ['purpose', 'goal', 'background', 'giver', 'evaluation-plan', 'financing'],
  methods: ['whenToUse', 'how', 'note'],
  problem: ['statement', 'targetGroup', 'futurePicture'],
  spread: ['reason'],
  'steering-group': ['mandate'],
  versions: ['text'],
  workgroups: ['purpose'],
};

/** What an event tells: `reasonText: "text-3"` gets `reason` beside it. */
export function withProse(data: unknown, prose: Prose): unknown {
  return putBack(data, prose, []);
}

/** What a capability has recorded: as in an event, and a field that is itself a key gives way to its prose. */
export function recordsWithProse(capability: string, facts: unknown, prose: Prose): unknown {
  return putBack(facts, prose, SHORT_NAMES[capability] ?? []);
}

function putBack(value: unknown, prose: Prose, short: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => putBack(one, prose, short));
  if (typeof value !== 'object' || value === null) return value;
  const told: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const isKey = typeof inner === 'string' && PROSE_KEY.test(inner) && (name.endsWith('Text') || short.includes(name));
    if (isKey) tell(told, name, inner, prose);
    else told[name] = putBack(inner, prose, short);
  }
  return told;
}

function tell(told: Record<string, unknown>, name: string, key: string, prose: Prose): void {
  if (prose === 'hidden') return;
  if (!prose.has(key)) {
    told[name] = key;
    return;
  }
  const text = prose.get(key) ?? null;
  if (!name.endsWith('Text')) told[name] = text;
  else Object.assign(told, { [name]: key, [name.slice(0, -'Text'.length)]: text });
}
