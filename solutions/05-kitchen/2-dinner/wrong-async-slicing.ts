// Assumes that setImmediate lets the slicing run beside other code. (It only runs later, on the same thread.)
// Fails: makes three stews and a sushi in 108 ms
// Fails: makes three stews and two sushi in 112 ms
// Fails: makes any other order without a gap that could be filled
// Says: From 56 to 152 ms the CPU was idle. First start the work that waits, then compute.
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function dinner(order: { stews: number; sushi: number }, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  const sushi = () =>
    new Promise<void>((resolve) => {
      setImmediate(() => {
        k.slice(50);
        resolve();
      });
    });
  const slicing = Array.from({ length: order.sushi }, sushi);
  await Promise.all(slicing);
  await Promise.all(Array.from({ length: order.stews }, stew));
}
