// An async generator runs only while it is asked for more. In between it waits, and starts nothing.
import { setTimeout as sleep } from 'node:timers/promises';

async function* pages(count: number): AsyncGenerator<string> {
  for (let number = 1; number <= count; number++) {
    console.log(`page ${number} is requested`);
    await sleep(100);
    yield `page ${number}`;
  }
}

for await (const page of pages(5)) {
  console.log(`${page} is read`);
  await sleep(150);
  if (page === 'page 3') break;
}
console.log('that is enough');
