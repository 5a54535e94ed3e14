// Recursion: starts one pot, with then, and calls itself for the rest.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export function cook(pots: number, k: Kitchen): Promise<void> {
  if (pots === 0) return Promise.resolve();
  k.stir(2);
  const pot = k.simmer(100).then(() => k.stir(2));
  return Promise.all([pot, cook(pots - 1, k)]).then(() => {});
}
