// A count says how sure it is (INV-27): "Drygt 60 personer" is 60, persons, more than.

export type Qualifier = 'exact' | 'about' | 'more-than';

export interface Count {
  value: number;
  /** What is counted: persons, operations, analyses, percent ... Different units are never added. */
  unit: string;
  qualifier: Qualifier;
}
