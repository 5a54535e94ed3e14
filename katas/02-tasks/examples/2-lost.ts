// Work whose promise is not kept goes on all the same: Node ends when nothing is left to do.
import { setTimeout as sleep } from 'node:timers/promises';

async function mail(guest: string, ms: number): Promise<void> {
  await sleep(ms);
  console.log(`the letter to ${guest} is sent`);
}

function pay(guest: string): string {
  // Fire and forget. What would happen if the mail failed?
  mail(guest, 200);
  return `${guest} has paid`;
}

console.log(pay('Anna'));
await sleep(50);
console.log(pay('Ben'));
console.log('the program has reached its last line');
