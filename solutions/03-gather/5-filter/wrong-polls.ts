// Checks every millisecond whether all answers are there.
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor at once
// Says: Does your code poll? A timer calls its callback by itself when its time is over.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers: boolean[] = [];
  const failures: unknown[] = [];
  let missing = items.length;
  items.forEach((item, i) => {
    keep(item).then(
      (answer) => {
        answers[i] = answer;
        missing--;
      },
      (failure) => failures.push(failure),
    );
  });
  while (missing > 0) {
    if (failures.length > 0) throw failures[0];
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return items.filter((_, i) => answers[i]);
}
