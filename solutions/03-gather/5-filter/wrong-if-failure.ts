// Tests the reason itself to learn whether an answer has rejected; a falsy reason looks like none.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Says: When 'a' rejects with Error('no bread') and 'b' rejects with undefined: It rejected with Error('no bread') at 23 ms; expected a rejection with undefined.
export function filterAsync<T>(items: T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const answers: boolean[] = [];
    let missing = items.length;
    const end = (failure?: unknown) => {
      if (failure) reject(failure);
      else if (missing === 0) resolve(items.filter((_, i) => answers[i]));
    };
    end();
    items.forEach((item, i) => {
      keep(item).then((answer) => {
        answers[i] = answer;
        missing--;
        end();
      }, end);
    });
  });
}
