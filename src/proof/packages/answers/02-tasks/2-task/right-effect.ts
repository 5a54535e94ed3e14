// A fiber of Effect's.
import { Cause, Effect, Exit, Fiber } from 'effect';

export class Task<T> {
  readonly name: string;
  readonly #fiber: Fiber.Fiber<T, unknown>;
  constructor(f: () => Promise<T>, name = 'task') {
    this.name = name;
    this.#fiber = Effect.runFork(Effect.tryPromise({ try: () => f(), catch: (reason) => reason }));
  }
  get status() {
    const exit = this.#fiber.pollUnsafe();
    return exit ? (Exit.isSuccess(exit) ? 'done' : 'failed') : 'pending';
  }
  result(): T {
    const exit = this.#fiber.pollUnsafe();
    if (!exit) throw new Error('still pending');
    if (Exit.isFailure(exit)) throw Cause.squash(exit.cause);
    return exit.value;
  }
  then(done?: never, failed?: never) {
    return Effect.runPromise(Fiber.join(this.#fiber)).then(done, failed);
  }
}
