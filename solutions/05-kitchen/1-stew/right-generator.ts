// A generator is the life of a pot; it is continued when what it yields has fulfilled.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

function* pot(k: Kitchen): Generator<Promise<void>, void, void> {
  k.stir(2);
  yield k.simmer(100);
  k.stir(2);
}

function live(life: Generator<Promise<void>, void, void>): Promise<void> {
  const { value, done } = life.next();
  return done ? Promise.resolve() : (value as Promise<void>).then(() => live(life));
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  await Promise.all(Array.from({ length: pots }, () => live(pot(k))));
}
