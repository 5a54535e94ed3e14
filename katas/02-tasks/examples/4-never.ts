// A promise keeps nothing alive. When no timer and no connection is left, Node ends, with exit code 13.
import { setTimeout as sleep } from 'node:timers/promises';

interface Bell {
  ring: () => void;
  readonly rings: Promise<void>;
}

function bell(): Bell {
  let ring = () => {};
  const rings = new Promise<void>((resolve) => {
    ring = resolve;
  });
  return { ring, rings };
}

async function waiter(name: string, { rings }: Bell): Promise<void> {
  await rings;
  console.log(`${name} hears the bell`);
}

const [kitchen, door] = [bell(), bell()];
const inside = waiter('the waiter', kitchen);
const outside = waiter('the porter', door);
await sleep(100);
kitchen.ring();
await inside;
await outside;
