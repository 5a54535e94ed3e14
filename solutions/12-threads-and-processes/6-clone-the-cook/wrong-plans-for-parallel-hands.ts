// Plans as if a cook could be asked at 30 ms, also while the own thread slices. (A `then()` waits for the thread.)
// Fails: takes the least time for each order of up to 3 stews and 4 sushi
// Fails: hires as few cooks, and takes the least time, for larger orders and with more cooks
// Fails: makes the order as it is in the call, and each call has cooks of its own
// Says: when the cook has come, and your thread is free
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

interface Cook {
  slice(ms: number): Promise<void>;
  leave(): void;
}

interface Order {
  stews: number;
  sushi: number;
}

export async function feast(
  order: Order,
  k: Kitchen,
  hire: () => Promise<Cook>,
  most: number,
): Promise<void> {
  const { stews, sushi } = order;
  let best = { takes: Infinity, cooks: 0, own: 0 };
  for (let cooks = 0; cooks <= Math.min(most, sushi); cooks++)
    for (let own = cooks === 0 ? sushi : 0; own <= sushi; own++) {
      const stewed = stews > 0 ? 102 + 2 * stews : 0;
      const each = cooks > 0 ? Math.ceil((sushi - own) / cooks) : 0;
      const takes = Math.max(stewed, 4 * stews + 50 * own, each > 0 ? 30 + 50 * each : 0);
      if (takes < best.takes) best = { takes, cooks, own };
    }
  const { cooks, own } = best;
  const others = Array.from({ length: cooks }, async (_, i) => {
    const cook = await hire();
    const many = Math.ceil((sushi - own - i) / cooks);
    await Promise.all(Array.from({ length: many }, () => cook.slice(50)));
    cook.leave();
  });
  const stewed = Array.from({ length: stews }, () => stew(k));
  for (let i = 0; i < own; i++) k.slice(50);
  await Promise.all([...stewed, ...others]);
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}
