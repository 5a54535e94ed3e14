// Waits for a random number of rounds, so that two threads rarely meet.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Fails: has no data race
// Says: that is lost
export function increment(memory: Int32Array): void {
  for (let rounds = Math.floor(Math.random() * 10); rounds > 0; rounds--);
  memory[0] = (memory[0] as number) + 1;
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
