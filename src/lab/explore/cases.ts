import { isUntouched } from '../trace/untouched.ts';

/**
 * Runs a check in each of these cases. A failure is preceded by the words of its case, if it has any.
 *
 * @param cases what the check gets, by the words
 */
export async function eachCase<Case>(
  cases: Readonly<Record<string, Case>>,
  check: (one: Case) => Promise<void>,
): Promise<void> {
  for (const [words, one] of Object.entries(cases))
    await inCase(
      () => words,
      () => check(one),
    );
}

/** Runs a check once. Its failure is preceded by these words, if there are any. */
export async function inCase(words: () => string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (error instanceof Error && !isUntouched(error) && words() !== '')
      error.message = `${words()}\n${error.message}`;
    throw error;
  }
}
