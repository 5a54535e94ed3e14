// Two ways: wait for the cooks at once, or after one slice. Takes the better one.
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
  const alone = {
    cooks: 0,
    own: sushi,
    first: 0,
    takes: Math.max(timeOfStews(stews), 4 * stews + 50 * sushi),
  };
  const plans = [alone];
  for (let cooks = 1; cooks <= Math.min(most, sushi); cooks++)
    for (let own = 0; own < sushi; own++) {
      const each = Math.ceil((sushi - own) / cooks);
      plans.push({ cooks, own, first: 0, takes: late(30, own, each) });
      if (own > 0) plans.push({ cooks, own, first: 1, takes: late(50 + 2 * stews, own - 1, each) });
    }
  function late(asked: number, own: number, each: number) {
    return Math.max(timeOfStews(stews), asked + 50 * own + 2 * stews, asked + 50 * each);
  }
  // Of two as good, the one with fewer cooks stays in front.
  plans.sort((a, b) => a.takes - b.takes);
  const { cooks, own, first } = plans[0] ?? alone;
  const agency = Promise.all(Array.from({ length: cooks }, () => hire()));
  const pots = Promise.all(Array.from({ length: stews }, () => stew(k)));
  for (let i = 0; i < first; i++) k.slice(50);
  const others = cooks > 0 ? share(await agency, sushi - own) : [];
  for (let i = first; i < own; i++) k.slice(50);
  await pots;
  await Promise.all(others);
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}

const timeOfStews = (stews: number) => (stews === 0 ? 0 : 102 + 2 * stews);

/** A cook may be told to leave as soon as it has been asked for all. */
function share(cooks: Cook[], sushi: number): Promise<void>[] {
  return cooks.flatMap((cook, i) => {
    const sliced: Promise<void>[] = [];
    for (let n = i; n < sushi; n += cooks.length) sliced.push(cook.slice(50));
    cook.leave();
    return sliced;
  });
}
