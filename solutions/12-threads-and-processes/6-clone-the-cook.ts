/** The hands of the cook (your own thread), and the stove. Times are in ms. */
interface Kitchen {
  /** Computes: blocks your thread for `ms` ms before it returns. */
  stir(ms: number): void;
  /** Computes: blocks your thread for `ms` ms before it returns. */
  slice(ms: number): void;
  /** Waits: returns a promise that fulfils after `ms` ms; meanwhile the thread is free. */
  simmer(ms: number): Promise<void>;
}

/** A clone of the cook: a thread that can only slice. */
interface Cook {
  /** Asks the cook to slice for `ms` ms, after all that it was asked before. Fulfils when that is sliced. */
  slice(ms: number): Promise<void>;
  /** Tells the cook to go when it has sliced all that it was asked. Takes no time. */
  leave(): void;
}

/**
 * Makes what was ordered, in the least time that is possible. A stew is stirred for 2 ms, simmers for 100 ms, and is
 * stirred for 2 ms again. A sushi is sliced for 50 ms without a break, by your thread or by a cook.
 *
 * A cook comes 30 ms after the call of `hire`. While your thread computes, nothing reaches it: no cook that has come, and
 * no stew that is ready.
 *
 * - Makes every stew and every sushi once, and fulfils when all of them are done.
 * - Hires no cook when your thread alone is as fast: 3 stews and 1 sushi take 108 ms.
 * - Hires a cook when that is faster: 3 stews and 2 sushi take 108 ms, and 112 ms alone.
 * - Hires no more cooks than the least time needs, and never more than `most`: 3 sushi take 100 ms with one cook, and
 *   80 ms with two. 2 sushi take 80 ms with one cook, and another one saves nothing.
 * - Takes the least time for each order of up to 3 stews and 4 sushi, with up to 2 cooks.
 * - Hires as few cooks, and takes the least time, for larger orders and with more cooks.
 * - Tells every cook to leave, and does not poll.
 * - Makes the order as it is in the call, and does not change it. Each call has cooks of its own, and does not wait for
 *   the stews of another one.
 * - With nothing ordered, fulfils immediately.
 * - All of that is so for real: with threads of Node.
 *
 * @param order up to 5 stews, and any number of sushi
 * @param most how many cooks may be hired: 0, or more, also `Infinity`
 */
export async function feast(
  order: { stews: number; sushi: number },
  k: Kitchen,
  hire: () => Promise<Cook>,
  most: number,
): Promise<void> {
  const { stews, sushi } = order;
  const plan = leastOf(plansFor(stews, sushi, most));
  const hired = Array.from({ length: plan.cooks }, () => hire());
  const stewed = Array.from({ length: stews }, () => stew(k));
  for (let i = 0; i < plan.first; i++) k.slice(50);
  // Here the thread is free, and the cooks can reach it. Each is asked for all of its share at once.
  const cooks = await Promise.all(hired);
  const sliced = Array.from({ length: sushi - plan.own }, (_, i) =>
    cooks[i % cooks.length]?.slice(50),
  );
  for (let i = plan.first; i < plan.own; i++) k.slice(50);
  await Promise.all([...stewed, ...sliced]);
  for (const cook of cooks) cook.leave();
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}

interface Plan {
  cooks: number;
  /** How many sushi your own thread slices. */
  own: number;
  /** How many of them before it waits for the cooks. */
  first: number;
  takes: number;
}

/** Those with fewer cooks come first. */
function plansFor(stews: number, sushi: number, most: number): Plan[] {
  const plans: Plan[] = [];
  for (let cooks = 0; cooks <= Math.min(most, sushi); cooks++)
    for (let own = cooks === 0 ? sushi : 0; own <= sushi; own++)
      for (let first = 0; first <= Math.min(own, 1); first++) {
        const free = 2 * stews + 50 * first;
        const asked = cooks > 0 ? Math.max(30, free) : free;
        const ownEnd = asked + 50 * (own - first) + 2 * stews;
        const cooksEnd = cooks > 0 ? asked + 50 * Math.ceil((sushi - own) / cooks) : 0;
        const stewsEnd = stews > 0 ? 2 * stews + 102 : 0;
        plans.push({ cooks, own, first, takes: Math.max(ownEnd, cooksEnd, stewsEnd) });
      }
  return plans;
}

function leastOf(plans: Plan[]): Plan {
  return plans.reduce((least, plan) => (plan.takes < least.takes ? plan : least));
}
