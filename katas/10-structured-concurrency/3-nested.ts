/** What a body works with. It is as in the kata before. */
export interface Group {
  readonly signal: AbortSignal;
  spawn(task: (signal: AbortSignal) => Promise<unknown>): void;
}

/**
 * A group that may stand within another one, or be stopped by its caller: aborts go down, failures go up. New here are
 * `signal`, which is that of the outer group, and what it rejects with. All else is as in `withGroup`.
 *
 * - Runs `body` and all tasks that are spawned, and settles as soon as all of that has settled. When nothing failed and
 *   nothing was aborted, fulfils with the value of `body`.
 * - When `body` or a task rejects, or throws in the call, that is a failure. The first one aborts the signal of the group
 *   in that millisecond.
 * - When all has settled, rejects with an AggregateError. Its `errors` are the reasons of all failures as they are, in the
 *   order in which they happened, also if there is only one.
 * - To be stopped is no failure. Not among the `errors` are, after the abort: the very reason of the group's signal, and an
 *   error whose `name` is 'AbortError'. Before the abort, both are failures like any other.
 * - When `signal` is aborted, aborts the signal of the group in that millisecond, with the same reason. When all has
 *   settled, rejects with that reason, also if all have ended well.
 * - A failure counts more than an abort: after one, whenever it comes, it rejects with the AggregateError.
 * - So a group within a group that fails is one failure of the outer group, with a tree of `errors`. One that was only
 *   stopped is none.
 * - When `signal` was aborted before the call, calls nothing, and rejects with its reason.
 * - When its signal is aborted, `spawn` throws the reason of it, and does not call the task. When the group has ended, it
 *   throws an Error with the message `the group is over`.
 * - Leaves no listener on `signal`; other listeners and `onabort` of it stay as they are. An abort after the end changes
 *   nothing of the result.
 * - Each call is for itself, also with the same signal. Sets no timer.
 */
export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  // TODO: as withGroup, with all failures, and with a signal from outside.
  throw new Error('TODO: write withNestedGroup() in katas/10-structured-concurrency/3-nested.ts');
}
