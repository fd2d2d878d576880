// What the doctor says of one thing: it is well, it wants looking at, or it is a fault; and what to do.

export interface Finding {
  state: 'ok' | 'warning' | 'fault';
  /** The thing that was looked at. */
  about: string;
  says: string;
  /** What to do, as a sentence. */
  cure?: string;
}

export const ok = (about: string, says: string): Finding => ({ state: 'ok', about, says });
export const warning = (about: string, says: string, cure: string): Finding => ({
  state: 'warning',
  about,
  says,
  cure,
});
export const fault = (about: string, says: string, cure: string): Finding => ({ state: 'fault', about, says, cure });

const STATE_WIDTH = 9;
const ABOUT_WIDTH = 13;

export function linesOf({ state, about, says, cure }: Finding): string[] {
  const line = `${state.padEnd(STATE_WIDTH)}${about.padEnd(ABOUT_WIDTH)}${says}`;
  return cure === undefined ? [line] : [line, `${' '.repeat(STATE_WIDTH + ABOUT_WIDTH)}-> ${cure}`];
}
