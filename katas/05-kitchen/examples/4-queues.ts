// Which queue comes first? See them empty: npm run play 05/4 -- --steps
setTimeout(() => {
  console.log('timer');
  setImmediate(() => console.log('  immediate'));
  Promise.resolve().then(() => console.log('  microtask'));
  process.nextTick(() => console.log('  nextTick'));
  console.log('end of the timer');
}, 50);

async function cook(dish: string): Promise<void> {
  console.log(`${dish}: begins`);
  await null;
  console.log(`${dish}: second half`);
}

cook('soup');
queueMicrotask(() => console.log('a microtask'));
cook('rice');
console.log('end of the program');
