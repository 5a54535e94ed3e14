// Calls the sleep, and does not wait for it.
// Fails: logs done when 500 ms have passed, and not earlier
// Fails: logs calculating before the call gives control back
// Fails: gives 42 when it is done
// Fails: passes the failure of the sleep on
// Says: sleep (until 500 ms) was still at work then: nobody awaited it.
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  sleep(500);
  log('done');
  return 42;
}
