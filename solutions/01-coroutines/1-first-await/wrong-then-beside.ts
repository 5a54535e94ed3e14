// Only what stands inside then() waits; what stands below it does not.
// Fails: logs calculating before the call gives control back
// Fails: logs done when 500 ms have passed, and not earlier
// Fails: gives 42 when it is done
// Fails: passes the failure of the sleep on
// Says: What was started must be waited for
export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  log('calculating');
  sleep(500).then(() => {
    log('done');
  });
  return 42;
}
