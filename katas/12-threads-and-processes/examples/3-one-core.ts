// Two calls of an async function that computes: await and Promise.all do not add a second core.
function slice(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

async function cook(name: string): Promise<void> {
  console.log(name, 'begins');
  for (let piece = 1; piece <= 2; piece++) {
    slice(20);
    console.log(name, 'has cut piece', piece);
    await null;
  }
}

setTimeout(() => console.log('a timer of 5 ms'), 5);
await Promise.all([cook('Ann'), cook('Ben')]);
console.log('both are done');
