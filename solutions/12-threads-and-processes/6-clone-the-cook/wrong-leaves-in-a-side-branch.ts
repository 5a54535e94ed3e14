// Tells the cooks to leave in a `then()` that it does not await.
// Fails: tells every cook to leave, and does not poll
// Fails: makes the order as it is in the call, and each call has cooks of its own
// Fails: fulfils immediately when nothing is ordered
// Says: Each cook that was hired has to be told to leave
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
  const made = Promise.all([...stewed, ...sliced]);
  made.then(yields).then(() => {
    for (const cook of came) cook.leave();
  });
  await made;
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}

const yields = () => new Promise((resolve) => setImmediate(resolve));

/** The fewest cooks for the least time; how many sushi are your own, and how many of them come first. */
function planFor({ stews, sushi }: Order, most: number) {
  let best = { takes: Infinity, cooks: 0, own: 0, first: 0 };
  for (let cooks = 0; cooks <= Math.min(most, sushi); cooks++)
    for (let own = cooks === 0 ? sushi : 0; own <= sushi; own++)
      for (const first of own > 0 ? [0, 1] : [0]) {
        const takes = timeOf(stews, sushi - own, cooks, own, first);
        if (takes < best.takes) best = { takes, cooks, own, first };
      }
  return best;
}

function timeOf(stews: number, others: number, cooks: number, own: number, first: number): number {
  const free = 2 * stews + 50 * first;
  const asked = cooks > 0 ? Math.max(30, free) : free;
  return Math.max(
    stews > 0 ? 102 + 2 * stews : 0,
    asked + 50 * (own - first) + 2 * stews,
    cooks > 0 ? asked + 50 * Math.ceil(others / cooks) : 0,
  );
}
