// What became of one command among several: its HTTP status and body as they would have been alone.
import { Problem, problemBody, problemFrom, type Language, type ProblemBody } from '#libs/platform';
import { answerView } from './event-view.js';
import type { Accepted } from './verb-door.js';

export interface Outcome {
  status: number;
  body: ReturnType<typeof answerView> | ProblemBody;
}

/** @param failed told of what is no refusal: the others have their answers whatever befell this one. */
export async function outcomeOf(
  accepted: Promise<Accepted>,
  language: Language,
  failed: (error: unknown) => void,
): Promise<Outcome> {
  try {
    return { status: 200, body: answerView(await accepted) };
  } catch (error) {
    if (!(error instanceof Problem)) failed(error);
    return refused(problemFrom(error), language);
  }
}

export function dryOutcome(answer: Accepted | Problem, language: Language): Outcome {
  return answer instanceof Problem ? refused(answer, language) : { status: 200, body: answerView(answer, true) };
}

function refused(problem: Problem, language: Language): Outcome {
  return { status: problem.kind.status, body: problemBody(problem, language) };
}
