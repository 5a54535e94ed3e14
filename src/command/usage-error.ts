/** Somebody misused a command; the message says what was expected, and what came. */
export class UsageError extends Error {
  override name = 'UsageError';
}
