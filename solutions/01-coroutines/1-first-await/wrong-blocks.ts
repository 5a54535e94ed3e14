// Keeps the CPU busy until the time is over; it would never be, for the clock needs a pause to move.
// Fails: logs done when 500 ms have passed, and not earlier
// Fails: gives 42 when it is done
// Fails: passes the failure of the sleep on
// Says: time passes only while your code waits
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  const end = Date.now() + 500;
  while (Date.now() < end);
  log('done');
  return 42;
}
