import { isError, textIn } from '../trace/written.ts';

/** How a trace breaks a law: what a learner reads, in this order. */
export interface Breach {
  /** What happened, and when. */
  readonly fact: string;
  /** What was possible, or what to think about. */
  readonly possible?: string | undefined;
  /** False where a picture would say nothing. */
  readonly picture?: boolean;
}

/** The words with which a stub says that nobody has written it yet. */
export const UNTOUCHED = 'TODO: ';

export function isUntouched(error: unknown): boolean {
  return isError(error) && textIn(error, 'message').startsWith(UNTOUCHED);
}
