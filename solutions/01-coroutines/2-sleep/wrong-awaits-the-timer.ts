// setTimeout gives no promise: awaiting what it gives waits for nothing.
// Fails: resolves after exactly as many ms as it is told
// Fails: lets sleeps side by side last each its own time
// Fails: lets others work meanwhile
// Fails: leaves no timer behind
// Fails: sets one timer for each call
// Says: setTimeout gives no promise
export async function sleep(ms: number): Promise<void> {
  await setTimeout(() => {}, ms);
}
