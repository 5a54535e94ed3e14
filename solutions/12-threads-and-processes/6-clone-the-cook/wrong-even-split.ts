// Divides the sushi evenly between all hands. (The cooks begin later.)
// Fails: hires a cook when that is faster
// Fails: hires no more cooks than the least time needs, and never more than it may
// Fails: takes the least time for each order of up to 3 stews and 4 sushi
// Fails: hires as few cooks, and takes the least time, for larger orders and with more cooks
// Fails: tells every cook to leave, and does not poll
// Fails: makes the order as it is in the call, and each call has cooks of its own
// Says: The least time is 80 ms, with one cook
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
  const alone = Math.max(4 * stews + 50 * sushi, stews > 0 ? 102 + 2 * stews : 0);
  const least = (cooks: number) => {
    const each = Math.ceil(sushi / (cooks + 1));
    return cooks === 0 ? alone : Math.max(102 + 2 * stews, 30 + 50 * each + 2 * stews);
  };
  let cooks = 0;
  for (let more = 1; more <= Math.min(most, sushi); more++)
    if (least(more) < least(cooks)) cooks = more;
  const team = Promise.all(Array.from({ length: cooks }, () => hire()));
  const dishes = Array.from({ length: stews }, () => stew(k));
  const hands: (Pick<Cook, 'slice'> | { slice(ms: number): void })[] = [...(await team), k];
  const shares = hands.map((hand, i) => ({ hand, many: Math.ceil((sushi - i) / hands.length) }));
  for (const { hand, many } of shares)
    for (let i = 0; i < many; i++) dishes.push(Promise.resolve(hand.slice(50)));
  await Promise.all(dishes);
  for (const cook of await team) cook.leave();
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}
