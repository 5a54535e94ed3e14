// A class for the kitchen of one feast. The thread is given to the cooks first, and slices what is left to it.
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
  await new Feast(order, k, most).make(hire);
}

class Feast {
  readonly #order: Order;
  readonly #k: Kitchen;
  #cooks = 0;
  #mine = 0;
  #isEarly = false;

  constructor({ stews, sushi }: Order, k: Kitchen, most: number) {
    this.#order = { stews, sushi };
    this.#k = k;
    let least = Infinity;
    for (let cooks = 0; cooks <= Math.min(sushi, most); cooks++)
      for (const isEarly of [false, true])
        for (let mine = 0; mine <= sushi; mine++) {
          const ms = this.#timeOf(cooks, mine, isEarly);
          if (ms >= least) continue;
          least = ms;
          this.#take(cooks, mine, isEarly);
        }
  }

  #take(cooks: number, mine: number, isEarly: boolean) {
    this.#cooks = cooks;
    this.#mine = mine;
    this.#isEarly = isEarly;
  }

  #timeOf(cooks: number, mine: number, isEarly: boolean): number {
    const { stews, sushi } = this.#order;
    if ((isEarly && mine === 0) || (cooks === 0 && mine < sushi)) return Infinity;
    const stewed = stews === 0 ? 0 : 102 + 2 * stews;
    if (cooks === 0) return Math.max(stewed, 4 * stews + 50 * mine);
    const asked = isEarly ? 50 + 2 * stews : 30;
    const own = asked + 50 * (isEarly ? mine - 1 : mine) + 2 * stews;
    return Math.max(stewed, own, asked + 50 * Math.ceil((sushi - mine) / cooks));
  }

  async make(hire: () => Promise<Cook>): Promise<void> {
    const { stews, sushi } = this.#order;
    const hired = Array.from({ length: this.#cooks }, () => hire());
    const stewed = Array.from({ length: stews }, () => this.#stew());
    let others = sushi - this.#mine;
    if (this.#isEarly) this.#slice();
    const team = await Promise.all(hired);
    const sliced = [];
    while (others > 0) for (const cook of team) if (others-- > 0) sliced.push(cook.slice(50));
    while (this.#mine > 0) this.#slice();
    await Promise.all([...sliced, ...stewed]);
    for (const cook of team) cook.leave();
  }

  #slice(): void {
    this.#k.slice(50);
    this.#mine--;
  }

  async #stew(): Promise<void> {
    this.#k.stir(2);
    await this.#k.simmer(100);
    this.#k.stir(2);
  }
}
