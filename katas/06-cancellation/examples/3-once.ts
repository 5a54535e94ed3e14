// The 'abort' event comes once. A listener that is added later is never called, so ask `aborted` first.
import { setTimeout as sleep } from 'node:timers/promises';

const controller = new AbortController();
const { signal } = controller;

signal.addEventListener('abort', () => console.log('early:', signal.reason));
await sleep(100);
controller.abort('the user leaves');

signal.addEventListener('abort', () => console.log('late: this line never comes'));
await sleep(100);
console.log('aborted is', signal.aborted);
