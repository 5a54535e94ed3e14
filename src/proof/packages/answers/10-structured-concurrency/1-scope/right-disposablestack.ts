// An AsyncDisposableStack of disposablestack, which joins the failures of the cleanups by itself.
import AsyncDisposableStack from 'disposablestack/AsyncDisposableStack';

type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  await using stack = new AsyncDisposableStack();
  return await body((cleanup) => {
    if (stack.disposed) throw new Error('the scope is over');
    stack.defer(cleanup);
  });
}
