// Of the moves of a plan, those of the one who asks: what is another's to do is closed, and says whose it is.
import type { Move } from '#libs/lifecycle';
import { mayDo, type Permission } from './access.js';

export function ownMoves(all: Move[], permission: (verb: string) => Permission): Move[] {
  return all.map((move) => {
    const asked = permission(move.verb);
    if (mayDo(asked)) return move;
    const reason = { code: 'not-permitted', params: { verb: move.verb }, missing: asked.needed };
    return { ...move, allowed: false, reasons: [reason, ...move.reasons] };
  });
}
