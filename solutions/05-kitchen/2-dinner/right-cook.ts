// A class: the cook keeps what is on the stove.
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

interface Order {
  stews: number;
  sushi: number;
}

class Cook {
  readonly #k: Kitchen;
  readonly #stove: Promise<void>[] = [];

  constructor(k: Kitchen) {
    this.#k = k;
  }

  stew(): void {
    this.#k.stir(2);
    this.#stove.push(this.#k.simmer(100).then(() => this.#k.stir(2)));
  }

  sushi(): void {
    this.#k.slice(50);
  }

  async goHome(): Promise<void> {
    await Promise.all(this.#stove);
  }
}

export function dinner({ stews, sushi }: Order, k: Kitchen): Promise<void> {
  const cook = new Cook(k);
  for (let i = 0; i < stews; i++) cook.stew();
  for (let i = 0; i < sushi; i++) cook.sushi();
  return cook.goHome();
}
