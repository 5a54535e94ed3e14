// Keeps the CPU busy until the time is over; in the lab, as for the others, it never is.
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
