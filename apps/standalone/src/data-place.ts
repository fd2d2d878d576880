// Where the data folder is. Mostly <project>/data; as root possibly elsewhere, because PostgreSQL refuses to run as root
// and the user it then runs as must be able to get there. Pure; data-place-facts.ts finds out what it asks.

export interface PlaceFacts {
  /** STEGVIS_DATA_DIR as an absolute path. */
  chosen: string | undefined;
  /** `<project>/data`. */
  usual: string;
  /** What an earlier start wrote down when it could not use the usual folder. */
  recorded: string | undefined;
  /** Where to go when the usual folder cannot be used; a new name each time. */
  spare: string;
  /** Whether a database lies in the usual folder already. */
  usualHasDatabase: boolean;
  /** The user whom PostgreSQL runs as; undefined when that is ourselves and nothing stands in the way. */
  databaseUser: string | undefined;
  passable(dir: string): boolean;
}

export type Place =
  | { kind: 'here'; dataDir: string; notice?: string }
  | { kind: 'record'; dataDir: string; notice: string }
  | { kind: 'unreachable'; line: string };

export function choosePlace(facts: PlaceFacts): Place {
  const { chosen, usual, recorded, spare } = facts;
  const reachable = (dir: string) => facts.databaseUser === undefined || facts.passable(dir);
  if (chosen) return reachable(chosen) ? { kind: 'here', dataDir: chosen } : unreachable(chosen, facts);
  if (recorded) return { kind: 'here', dataDir: recorded, notice: notice(recorded) };
  if (reachable(usual)) return { kind: 'here', dataDir: usual };
  // A database that was reachable once must not be passed over for a new, empty one.
  if (facts.usualHasDatabase) return unreachable(usual, facts);
  return { kind: 'record', dataDir: spare, notice: notice(spare) };
}

const notice = (dataDir: string): string => `The data are in ${dataDir} (PostgreSQL does not run as root).`;

const unreachable = (dataDir: string, { databaseUser }: PlaceFacts): Place => ({
  kind: 'unreachable',
  line: `PostgreSQL does not run as root, and the user ${databaseUser} cannot get to the data folder ${dataDir}: set STEGVIS_DATA_DIR to a folder that every user may pass to (such as /var/lib/stegvis/data), or DATABASE_URL to a PostgreSQL of yours.`,
});
