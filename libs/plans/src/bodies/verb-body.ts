// What every verb takes besides its own: when it happened, which is not when it is recorded.
import { Maybe, WhenField } from '#libs/platform';

export class VerbBody {
  /** When it happened, as precisely as it is known; now when absent. */
  @Maybe() @WhenField() occurredAt?: string;
}
