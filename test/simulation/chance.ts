// Chance from one seed: the same seed, the same run, to the last bit.

export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1): mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** True so often of a hundred times. */
  percent(often: number): boolean {
    return this.below(100) < often;
  }

  /** @throws when there is nothing to pick. */
  pick<One>(from: readonly One[]): One {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error('nothing to pick');
    return picked;
  }

  /** The n-th UUID that it gives; no two are the same. */
  uuid(): string {
    const hex = (digits: number) =>
      this.below(16 ** digits)
        .toString(16)
        .padStart(digits, '0');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(6)}000000`;
  }
}
