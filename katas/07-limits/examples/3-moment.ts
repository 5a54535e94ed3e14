// When has everything asked? A microtask sends two keys of three. An immediate sends all of them, and so does a timer, late.
async function ask(keys: string[], key: string, microtasks: number): Promise<void> {
  for (let i = 0; i < microtasks; i++) await null;
  keys.push(key);
}

async function page(later: (send: () => void) => unknown): Promise<void> {
  const keys: string[] = [];
  const asked = [ask(keys, 'c', 0), ask(keys, 'a', 1), ask(keys, 'b', 9)];
  await new Promise<void>((resolve) => {
    later(() => {
      console.log('loads', keys.join(' '));
      resolve();
    });
  });
  await Promise.all(asked);
}

await page(queueMicrotask);
await page(setImmediate);
await page((send) => setTimeout(send, 50));
