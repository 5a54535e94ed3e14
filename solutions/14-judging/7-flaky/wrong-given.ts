// The check of the stub, as it is: it sleeps, and hopes; and what the last run has delivered is there in the next one.
// Fails: accepts one that waits another time before each second try
// Fails: accepts one that begins 10 ms later
// Fails: accepts one that calls deliver during push
// Fails: notices that two deliveries run at a time
// Fails: notices that the text which was pushed last comes first
// Fails: notices that the next text overtakes one whose delivery has rejected
// Fails: notices that it delivers the first text twice
// Fails: notices that it never tries again
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
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: Your check rejects for one that waits another time before each second try, which keeps the contract.
import { expect } from 'vitest';

type CreateOutbox = (deliver: (text: string) => Promise<unknown>) => {
  push(text: string): void;
  idle(): Promise<unknown>;
};

const delivered: string[] = [];

export async function check(createOutbox: CreateOutbox): Promise<void> {
  let isFirst = true;
  const outbox = createOutbox(async (text) => {
    const fails = isFirst;
    isFirst = false;
    if (fails) throw new Error('no network');
    delivered.push(text);
  });
  const text = `hello ${Date.now()}`;
  outbox.push(text);
  await new Promise((resolve) => setTimeout(resolve, 25));
  expect(delivered).toEqual([text]);
  await outbox.idle();
}
