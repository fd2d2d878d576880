// ?dryRun=true: what a command would do, and nothing done. Doors that change plans take it.
import { flag } from '#libs/platform';

export const dryRunQuery = {
  dryRun: flag(
    'With true: the answer that would be given, marked `dryRun`. Nothing is stored and no idempotency key is taken.',
  ),
};
