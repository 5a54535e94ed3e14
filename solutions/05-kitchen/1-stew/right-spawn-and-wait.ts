// One loop starts all the pots, another one awaits each and stirs it.
interface Kitchen {
  stir(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export async function cook(pots: number, k: Kitchen): Promise<void> {
  const onTheStove: Promise<void>[] = [];
  for (let pot = 0; pot < pots; pot++) {
    k.stir(2);
    onTheStove.push(k.simmer(100));
  }
  for (const pot of onTheStove) {
    await pot;
    k.stir(2);
  }
}
