// Plays each plan with hands that only count the time, and then the best one with real hands.
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

interface Plan {
  cooks: number;
  own: number;
  first: number;
}

export async function feast(
  order: Order,
  k: Kitchen,
  hire: () => Promise<Cook>,
  most: number,
): Promise<void> {
  const { stews, sushi } = order;
  let best = { ms: Infinity, plan: { cooks: 0, own: sushi, first: 0 } };
  for (const plan of plansFor(sushi, most)) {
    const ms = play(stews, sushi, plan);
    if (ms < best.ms) best = { ms, plan };
  }
  const { cooks, own, first } = best.plan;
  const hired: Promise<Cook>[] = [];
  while (hired.length < cooks) hired.push(hire());
  const dishes: Promise<void>[] = [];
  while (dishes.length < stews) dishes.push(stew(k));
  if (first === 1) k.slice(50);
  const came = await Promise.all(hired);
  for (let rest = sushi - own; rest > 0; rest--) {
    const cook = came[rest % came.length];
    if (cook) dishes.push(cook.slice(50));
  }
  for (let mine = first; mine < own; mine++) k.slice(50);
  await Promise.all(dishes);
  came.forEach((cook) => {
    cook.leave();
  });
}

function* plansFor(sushi: number, most: number): Generator<Plan> {
  yield { cooks: 0, own: sushi, first: 0 };
  for (let cooks = 1; cooks <= sushi && cooks <= most; cooks++)
    for (let own = 0; own < sushi; own++) {
      yield { cooks, own, first: 0 };
      if (own > 0) yield { cooks, own, first: 1 };
    }
}

function play(stews: number, sushi: number, { cooks, own, first }: Plan): number {
  let now = 0;
  const ready: number[] = [];
  for (let i = 0; i < stews; i++) {
    now += 2;
    ready.push(now + 100);
  }
  now += 50 * first;
  if (cooks > 0) now = Math.max(now, 30);
  const busy = Array<number>(cooks).fill(now);
  for (let i = 0; i < sushi - own; i++) busy[i % cooks] = (busy[i % cooks] ?? now) + 50;
  now += 50 * (own - first);
  for (const at of ready) now = Math.max(now, at) + 2;
  return Math.max(now, ...busy);
}

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}
