// What an organisation can be. The rules of access and the reports go by it, so it is one of these and not words of one's own.

export const ORGANISATION_KINDS = [
  'region',
  'municipality',
  'civil-society',
  'business',
  'agency',
  'researcher',
  'other',
] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** What was written while the kind was in words of one's own, as far as it can be told. */
const WORDS: Record<Exclude<OrganisationKind, 'other'>, string> = {
  region: 'regionen|landsting|landstinget|county council',
  municipality: 'kommun|kommunen|pilotkommun|stad|city|town|borough',
  'civil-society':
    'civil society|civilsamhälle|civilsamhället|förening|föreningen|ideell förening|ideell|association|ngo|charity|idrottsförening|församling',
  business: 'företag|företaget|näringsliv|näringslivet|company|enterprise|bolag|aktiebolag|ab',
  agency: 'myndighet|myndigheten|statlig myndighet|authority|government agency|länsstyrelse|länsstyrelsen',
  researcher: 'forskare|forskning|research|universitet|university|högskola|college|lärosäte|institut|institute',
};

/** SQL: the kind that the words in a column stand for; nothing where nothing is said. */
export function kindInSql(column: string): string {
  const said = `folded(btrim(${column}))`;
  const cases = Object.entries(WORDS).map(
    ([kind, words]) =>
      `WHEN ${said} IN (${[kind, ...words.split('|')].map((word) => `'${word}'`).join(', ')}) THEN '${kind}'`,
  );
  return `CASE WHEN ${said} IS NULL OR ${said} = '' THEN NULL ${cases.join(' ')} ELSE 'other' END`;
}
