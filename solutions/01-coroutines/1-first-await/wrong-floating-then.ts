// Attaches a second `then` for the line. (Its promise rejects too, and has no handler.)
// Fails: rejects with the same reason when the sleep rejects, and does not log 'done'
// Says: that promise is handled, but another one is not
export function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const pause = sleep(500);
  pause.then(() => log('done'));
  return pause.then(() => 42);
}
