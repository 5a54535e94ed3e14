// Resolves only in a handler; with an empty input no handler ever runs.
// Fails: fulfils with an empty list when the input is empty
// Says: Does your code settle the promise when there is nothing to wait for?
export function filterAsync<T>(items: T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const answers: boolean[] = [];
    let missing = items.length;
    items.forEach((item, i) => {
      keep(item).then((answer) => {
        answers[i] = answer;
        missing--;
        if (missing === 0) resolve(items.filter((_, i) => answers[i]));
      }, reject);
    });
  });
}
