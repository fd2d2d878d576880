// The batches that are on their way to the database at the same time, and the plans that each keeps to itself.

export interface Flight {
  /** The plans that its commands are on: further commands on them wait. */
  readonly asked: ReadonlySet<string>;
  /** The plans that it is writing: an initiative that hears of its plan among them. */
  readonly written: Set<string>;
  readonly landed: Promise<void>;
  land(): void;
}

export class Flights {
  private readonly flights = new Set<Flight>();

  get size(): number {
    return this.flights.size;
  }

  begin(plans: Iterable<string>): Flight {
    let told: () => void;
    const landed = new Promise<void>((resolve) => (told = resolve));
    const land = () => {
      this.flights.delete(flight);
      told();
    };
    const flight: Flight = { asked: new Set(plans), written: new Set(), landed, land };
    this.flights.add(flight);
    return flight;
  }

  isBusy(plan: string): boolean {
    for (const { asked, written } of this.flights) if (asked.has(plan) || written.has(plan)) return true;
    return false;
  }

  /**
   * Two that write one plan would wait for each other in the database.
   * @returns false when another was writing one of these plans; by then it has landed, and what it wrote is to be decided on.
   */
  async mayWrite(flight: Flight, plans: readonly string[]): Promise<boolean> {
    for (const other of this.flights) {
      if (other === flight || !plans.some((plan) => other.written.has(plan))) continue;
      await other.landed;
      return false;
    }
    for (const plan of plans) flight.written.add(plan);
    return true;
  }
}
