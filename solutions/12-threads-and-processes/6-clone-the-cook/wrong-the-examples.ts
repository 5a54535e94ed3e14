// Knows the examples of the contract by heart.
// Fails: hires no cook when your thread alone is as fast
// Fails: hires no more cooks than the least time needs, and never more than it may
// Fails: takes the least time for each order of up to 3 stews and 4 sushi
// Fails: hires as few cooks, and takes the least time, for larger orders and with more cooks
// Fails: tells every cook to leave, and does not poll
// Says: The least time is 104 ms, with no cook
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
  const helps = sushi - (stews > 0 ? 1 : 0);
  const cooks = sushi < 2 ? 0 : Math.min(most, Math.max(1, helps - 1));
  const hired = Array.from({ length: cooks }, () => hire());
  const stewed = Array.from({ length: stews }, () => stew(k));
  if (cooks < 2 && stews + sushi !== 2) for (let i = 0; i < Math.min(1, sushi); i++) k.slice(50);
  const early = cooks < 2 && stews + sushi !== 2 ? Math.min(1, sushi) : 0;
  const team = await Promise.all(hired);
  const asked = team.map((cook) => cook.slice(50));
  for (let i = early + asked.length; i < sushi; i++) k.slice(50);
  await Promise.all([...stewed, ...asked]);
  for (const cook of team) cook.leave();
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}
