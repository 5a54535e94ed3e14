// biome-ignore-all lint/suspicious/noThenProperty: a thenable has one
type Handler = ((value: unknown) => unknown) | null;

/** As a job has it. */
export interface End {
  readonly gives?: unknown;
  readonly failsWith?: unknown;
}

export type Thenable = 'object' | 'function' | 'nested';

/** What is no Promise, and has no method but `then`. */
export const THENABLES: Readonly<Record<Thenable, (promise: PromiseLike<unknown>) => object>> = {
  /** So has what its `then` returns. */
  object: (promise) => ({
    then: (...handlers: Handler[]) => THENABLES.object(promise.then(...handlers)),
  }),
  /** Its `then` returns nothing. */
  function: (promise) =>
    Object.assign(() => 'called', {
      then: (...handlers: Handler[]) => void promise.then(...handlers),
    }),
  /** It passes on another one, during the call of `then`. */
  nested: (promise) => ({
    then: (onValue?: Handler) => void onValue?.(THENABLES.object(promise)),
  }),
};

/** It has settled, and calls its handler during `then`. */
export function atOnce(end: End): PromiseLike<unknown> {
  const then = (onValue?: Handler, onError?: Handler) => {
    const [handler, result] = 'failsWith' in end ? [onError, end.failsWith] : [onValue, end.gives];
    return atOnce(handler ? { gives: handler(result) } : end);
  };
  return { then: then as PromiseLike<unknown>['then'] };
}
