// A list for all, and a computed number of cooks. Your thread yields after each slice, so a cook can take the next one.
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
  const hired = Promise.all(Array.from({ length: cooks }, () => hire()));
  const stewed = Promise.all(Array.from({ length: stews }, () => stew(k)));
  const list = { own, others: sushi - own };
  const yields = () => new Promise((resolve) => setImmediate(resolve));
  const mine = async (many: number) => {
    for (let i = 0; i < many && list.own > 0; i++) {
      await yields();
      list.own--;
      k.slice(50);
    }
  };
  const theirs = async (cook: Cook) => {
    while (list.others > 0) {
      list.others--;
      await cook.slice(50);
    }
    cook.leave();
  };
  await mine(first);
  const others = (await hired).map(theirs);
  await Promise.all([mine(own), stewed, ...others]);
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}

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
