// `await using` of an object that closes all: it joins the failures of the cleanups with the one of the body.
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  await using _opened = {
    async [Symbol.asyncDispose]() {
      isOver = true;
      await closeAll(cleanups);
    },
  };
  return await body(defer);
}

async function closeAll(cleanups: (() => unknown)[]): Promise<void> {
  const cleanup = cleanups.pop();
  if (!cleanup) return;
  // What is declared first is disposed of last.
  await using _rest = { [Symbol.asyncDispose]: () => closeAll(cleanups) };
  await cleanup();
}
