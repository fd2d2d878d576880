// One round of steps: so many at a time for so long, each timed.

export interface Steps {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** @param walk goes some steps, each by the function it is given; done again and again until the time is over. */
export async function walkFor(
  seconds: number,
  inFlight: number,
  walk: (step: (work: () => Promise<unknown>) => Promise<void>, lane: number) => Promise<void>,
): Promise<Steps> {
  const latenciesMs: number[] = [];
  const step = async (work: () => Promise<unknown>) => {
    const asked = performance.now();
    await work();
    latenciesMs.push(performance.now() - asked);
  };
  const began = performance.now();
  const end = began + seconds * 1_000;
  const lane = async (_: unknown, number: number) => {
    while (performance.now() < end) await walk(step, number);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return stepsOf(latenciesMs, performance.now() - began);
}

export function stepsOf(latenciesMs: number[], tookMs: number): Steps {
  latenciesMs.sort((one, other) => one - other);
  const at = (share: number) => latenciesMs[Math.floor((latenciesMs.length - 1) * share)] as number;
  return { perSecond: (latenciesMs.length * 1_000) / tookMs, p50Ms: at(0.5), p99Ms: at(0.99) };
}
