// Lets ten sleep at a time. (A sleep costs nothing but a timer, so more of them need not wait.)
// Fails: does not let concurrent sleeps disturb each other
// Says: It logged '7' at 10 ms; expected at 7 ms.
import PQueue from 'p-queue';

const beds = new PQueue({ concurrency: 10 });

export function sleep(ms: number): Promise<void> {
  return beds.add(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
}
