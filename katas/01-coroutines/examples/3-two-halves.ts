// An await cuts a function in two. The first half runs during the call, even if the value is there already.
async function greet(name: string): Promise<void> {
  console.log(`hello, ${name}`);
  await null;
  console.log(`goodbye, ${name}`);
}

async function party(): Promise<void> {
  console.log('the party begins');
  const anna = greet('Anna');
  const ben = greet('Ben');
  console.log('all are here');
  await ben;
  console.log('Ben is gone');
  await anna;
  console.log('Anna too');
}

await party();
