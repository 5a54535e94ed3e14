// p-some of two, which says in which order they came.
import pSome from 'p-some';

export async function both<A, B>(a: () => Promise<A>, b: () => Promise<B>) {
  const running = [a(), b()];
  for (const promise of running) promise.catch(() => {});
  const boxed = running.map(async (promise, i) => ({
    i,
    end: (await Promise.allSettled([promise]))[0],
  }));
  const ends = await pSome(boxed, { count: 2 });
  ends.sort((x, y) => x.i - y.i);
  return ends.map(({ end }) => {
    if (end?.status === 'rejected') throw end.reason;
    return end?.value;
  });
}
