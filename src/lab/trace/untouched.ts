import { isError, textIn } from './written.ts';

/** The words with which a stub says that nobody has written it yet. */
export const UNTOUCHED = 'TODO: ';

export function isUntouched(error: unknown): boolean {
  return isError(error) && textIn(error, 'message').startsWith(UNTOUCHED);
}
