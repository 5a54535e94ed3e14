// Promise.race takes the first that settles. The losers go on running.
import { setTimeout as sleep } from 'node:timers/promises';

async function run(name: string, ms: number): Promise<string> {
  await sleep(ms);
  console.log(`${name} is at the finish`);
  return name;
}

const winner = await Promise.race([run('snail', 300), run('hare', 100), run('tortoise', 200)]);
console.log(`the winner is the ${winner}`);
