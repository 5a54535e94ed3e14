// Slices all sushi with its own hands, as in chapter 05.
// Fails: hires a cook when that is faster
// Fails: hires no more cooks than the least time needs, and never more than it may
// Fails: takes the least time for each order of up to 3 stews and 4 sushi
// Fails: hires as few cooks, and takes the least time, for larger orders and with more cooks
// Fails: tells every cook to leave, and does not poll
// Fails: makes the order as it is in the call, and each call has cooks of its own
// Says: With no cook, it is 100 ms
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
  _hire: () => Promise<Cook>,
  _most: number,
): Promise<void> {
  const stewed = Array.from({ length: order.stews }, () => stew(k));
  for (let i = 0; i < order.sushi; i++) k.slice(50);
  await Promise.all(stewed);
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}
