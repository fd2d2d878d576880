// Notices a worker that fails again and again without a turn of the event loop in between. BullMQ on PostgreSQL does, when its
// database went before it was ready: then nothing else in the process would ever run again.

const ERRORS_IN_A_TURN_MAX = 20;

/** @returns what to call at each error. @param stop called once for each turn in which there are too many */
export function runningAway(stop: () => void): () => void {
  let inThisTurn = 0;
  return () => {
    if (inThisTurn === 0) setImmediate(() => (inThisTurn = 0));
    inThisTurn += 1;
    if (inThisTurn === ERRORS_IN_A_TURN_MAX) stop();
  };
}
