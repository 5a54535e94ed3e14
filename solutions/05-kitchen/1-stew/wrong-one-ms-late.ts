// Sleeps for 0 ms at the end. (0 means 1 in Node.)
// Fails: cooks one pot in 104 ms
// Fails: cooks three pots in 108 ms
// Fails: has room on the stove for every pot
// Fails: fulfils as soon as the last pot is done
// Fails: cooks for two callers at the same time
// Says: From 104 to 105 ms the CPU was idle: your code waited for a timer, set at 104 ms.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const cookOne = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  await Promise.all(Array.from({ length: pots }, cookOne));
  if (pots > 0) await new Promise((resolve) => setTimeout(resolve, 0));
}
