// What every verb takes besides its own: when it happened, which is not when it is recorded.
import { Maybe, WhenOrUnknown } from '#libs/platform';

export class VerbBody {
  /** When it happened, as precisely as it is known; null when nobody knows, now when absent. */
  @Maybe() @WhenOrUnknown() occurredAt?: string | null;
}
