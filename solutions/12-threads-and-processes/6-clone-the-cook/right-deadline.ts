// Asks of each possible time, from the least on, whether it can be kept, and with how many cooks.
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
  const { cooks, own, first } = planFor(order, most);
  const hired = Array.from({ length: cooks }, () => hire());
  const stewed = Array.from({ length: stews }, () => stew(k));
  for (let i = 0; i < first; i++) k.slice(50);
  const came = await Promise.all(hired);
  const sliced: (Promise<void> | undefined)[] = [];
  for (let i = 0; i < sushi - own; i++) sliced.push(came[i % cooks]?.slice(50));
  for (let i = first; i < own; i++) k.slice(50);
  await Promise.all([...stewed, ...sliced]);
  for (const cook of came) cook.leave();
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}

interface Plan {
  cooks: number;
  own: number;
  first: number;
}

function planFor({ stews, sushi }: Order, most: number): Plan {
  const alone = 4 * stews + 50 * sushi;
  for (let by = stews > 0 ? 102 + 2 * stews : 0; by < alone; by++) {
    const plans = [0, 1].map((first) => planBy(by, stews, sushi, first));
    const [best] = plans
      .filter(({ cooks }) => cooks <= Math.min(most, sushi))
      .sort((a, b) => a.cooks - b.cooks);
    if (best) return best;
  }
  return { cooks: 0, own: sushi, first: 0 };
}

/** What your thread cannot slice by then, cooks have to. */
function planBy(by: number, stews: number, sushi: number, first: number): Plan {
  if (by >= 4 * stews + 50 * sushi) return { cooks: 0, own: sushi, first: 0 };
  const asked = Math.max(30, 2 * stews + 50 * first);
  const own = Math.min(sushi, first + Math.floor((by - asked - 2 * stews) / 50));
  const each = Math.floor((by - asked) / 50);
  const cooks = each < 1 || own < first ? Infinity : Math.ceil((sushi - own) / each);
  return { cooks, own, first };
}
