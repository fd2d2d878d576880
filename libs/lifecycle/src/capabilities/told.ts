// A record holds what was told and nothing else: facts and events are stored as JSON, which has no undefined.

export type Told<Fields extends object> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
} & {
  [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<Fields[Name], undefined>;
};

/** The same fields without those that are undefined. */
export function told<Fields extends object>(fields: Fields): Told<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Told<Fields>;
}
