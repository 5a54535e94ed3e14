// A test lets the timer fire first, and attaches its handler later. That is too late for a rejection.
import { setImmediate as turn } from 'node:timers/promises';

let fire = () => {}; // A fake timer fires when the test says so.

function load(page: string): Promise<never> {
  return new Promise((_, reject) => {
    fire = () => reject(new Error(`there is no ${page}`));
  });
}

process.on('unhandledRejection', (error: Error) => console.log('unhandled:', error.message));

console.log('first the timer, then the handler');
const late = load('menu');
fire();
await turn();
await late.catch((error) => console.log('as expected:', error.message));

console.log('first the handler, then the timer');
const early = load('bill').catch((error) => console.log('as expected:', error.message));
fire();
await turn();
await early;
