import type { Worker } from 'node:worker_threads';

/** What the methods of `M` are for a caller in another thread: each one returns a promise. */
export type Calls<M> = {
  [Name in keyof M]: M[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

/** A thread's end of the line: its `parentPort`. */
interface Port {
  on<Message>(event: 'message', listener: (message: Message) => void): unknown;
  postMessage(message: unknown): void;
}

/**
 * Returns an object to call the methods with that the thread of `worker` serves. Each call sends a message, and so does
 * each answer. What the messages contain is your choice.
 *
 * - Each call fulfils at the moment at which its own method has ended: with a copy of what that returned or fulfilled
 *   with, whatever value it is. It does not wait for the other calls, and needs no timer.
 * - The thread calls the methods in the order of the calls, also before earlier ones have ended. A method gets copies of
 *   the arguments as they are in the call, however many, and `this` is `methods`.
 * - When a method throws or rejects with an Error, the call rejects at that moment with an Error with the same `name` and
 *   `message`, also if its class is not known here. Another value is passed on as a copy.
 * - When `methods` itself has no such method, rejects at that moment with an Error with the message `no method fry`:
 *   for `toString`, too.
 * - When an argument cannot be copied, rejects immediately with the error of `postMessage`, and does not throw in the
 *   call. When an answer or a thrown value cannot be copied, rejects with an Error. All other calls go on.
 * - When the thread ends, all pending calls reject at that moment, and later ones immediately, with an Error with the
 *   message `exited with code 3`, whatever the code is. When its code throws outside of a method, they reject with the
 *   error that the worker emits, whatever value it is.
 * - Has as many listeners on the worker for many pending calls as for one, and leaves nothing open when they settle.
 * - The object itself is no thenable: an async function may return it. Each worker has its own calls.
 * - All of that is so for real: with threads and ports of Node.
 */
export function connect<M>(worker: Worker): Calls<M> {
  // TODO: return an object on which any name is a method that sends a message, and waits for its answer.
  throw new Error('TODO: write connect() in katas/12-threads-and-processes/4-rpc.ts');
}

/** Answers the calls that come through `port` by these methods. It is called once, in the thread. */
export function serve<M extends object>(port: Port, methods: M): void {
  // TODO: for each message, call the method, and send its answer.
  throw new Error('TODO: write serve() in katas/12-threads-and-processes/4-rpc.ts');
}
