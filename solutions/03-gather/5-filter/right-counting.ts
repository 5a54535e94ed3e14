// A promise made by hand: it resolves when the last answer has arrived.
export function filterAsync<T>(items: T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const answers: boolean[] = [];
    let missing = items.length;
    const end = () => {
      if (missing === 0) resolve(items.filter((_, i) => answers[i]));
    };
    end();
    items.forEach((item, i) => {
      keep(item).then((answer) => {
        answers[i] = answer;
        missing--;
        end();
      }, reject);
    });
  });
}
