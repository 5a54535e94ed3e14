// Treats a rejection as the answer `false`.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor at once
// Says: 'b' failed at 11 ms. That error was handled, but not passed on. Does a catch turn it into a value?
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const settled = await Promise.allSettled(items.map((item) => keep(item)));
  return items.filter((_, i) => {
    const answer = settled[i];
    return answer?.status === 'fulfilled' && answer.value;
  });
}
