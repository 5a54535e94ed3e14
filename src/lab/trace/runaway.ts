/** Why the lab has stopped a run that would not have ended. */

/** Timers that set timers that set timers, or messages, and nothing comes of it. */
export class EndlessError extends Error {
  override name = 'EndlessError';
  /** Its message without the advice. */
  readonly fact: string;

  constructor(fact: string, advice: string) {
    super(`${fact} ${advice}`);
    this.fact = fact;
  }
}

/** Code that never gave the thread back. Its stack is the one on which it was found. */
export class RunawayError extends Error {
  override name = 'RunawayError';
}

/** Code that took more and more memory; when that was too much says nothing about it. */
export class HungryError extends Error {
  override name = 'HungryError';
}
