// Fulfils when the last dish reports that it is done. (Nothing reports when nothing was ordered.)
// Fails: fulfils immediately when nothing is ordered
// Says: Deadlock at 0 ms
interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

interface Order {
  stews: number;
  sushi: number;
}

export function dinner(order: Order, k: Kitchen): Promise<void> {
  return new Promise((resolve) => {
    let left = order.stews + order.sushi;
    const oneDone = () => {
      if (--left === 0) resolve();
    };
    for (let i = 0; i < order.stews; i++) {
      k.stir(2);
      k.simmer(100).then(() => {
        k.stir(2);
        oneDone();
      });
    }
    for (let i = 0; i < order.sushi; i++) {
      k.slice(50);
      oneDone();
    }
  });
}
