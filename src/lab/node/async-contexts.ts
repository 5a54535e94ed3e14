import { once } from './once.ts';

/**
 * Node keeps a stack of async contexts. Code that is ended from outside leaves its own there, and Node
 * aborts when it comes to the bottom and finds something. What Node itself does after an error that
 * nobody caught empties it; there is no public way.
 *
 * There is one such stack in a process, whichever code leaves something there.
 */
const stack = once('async-contexts', () => ({ isLittered: false }));

/** Called in the midst of code that is about to be ended. */
export function abandonAsyncContexts(): void {
  stack.isLittered = true;
  empty();
}

/** Called first thing by whatever of ours may be the next to run: the end may have come a little later. */
export function tidyAsyncContexts(): void {
  if (!stack.isLittered) return;
  stack.isLittered = false;
  empty();
}

function empty(): void {
  process.setUncaughtExceptionCaptureCallback(() => {});
  (process as never as { _fatalException(error: unknown): void })._fatalException(undefined);
  process.setUncaughtExceptionCaptureCallback(null);
}
