// One timer for all: the second call takes it away from the first.
// Fails: lets two sleeps pass together
// Fails: sets one timer for each call
// Says: a (since 0 ms) will wait for ever
let timer: NodeJS.Timeout | undefined;

export function sleep(ms: number): Promise<void> {
  clearTimeout(timer);
  return new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
}
