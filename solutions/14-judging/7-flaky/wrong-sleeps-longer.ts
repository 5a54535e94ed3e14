// Sleeps 60 ms, and begins with an empty list: right every time, and as slow as what it tests. Most mistakes pass.
// Fails: notices that two deliveries run at a time
// Fails: notices that the text which was pushed last comes first
// Fails: notices that the next text overtakes one whose delivery has rejected
// Fails: notices that it tries three times
// Fails: notices that it tries again after 9 ms
// Fails: notices that it tries again after 51 ms
// Fails: notices that it delivers nothing more when a second try has rejected
// Fails: notices that idle fulfils at once
// Fails: notices that idle does not wait for the second try
// Fails: notices that idle never settles when nothing was pushed
// Fails: notices that idle fulfils when a second try has rejected
// Fails: notices that idle rejects with the reason of the first try
// Fails: takes no real time
// Says: It slipped through: your check resolves, and should have noticed that two deliveries run at a time.
import { expect } from 'vitest';

type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

export async function check(createOutbox: CreateOutbox): Promise<void> {
  const delivered: string[] = [];
  let isFirst = true;
  const outbox = createOutbox(async (text) => {
    const fails = isFirst;
    isFirst = false;
    if (fails) throw new Error('no network');
    delivered.push(text);
  });
  const text = `hello ${Date.now()}`;
  outbox.push(text);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(delivered).toEqual([text]);
  await outbox.idle();
}
