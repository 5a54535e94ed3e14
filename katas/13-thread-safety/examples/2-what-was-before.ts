// Each of these is one step, and returns what was there before. A read of the new number would be a second step.
const memory = new Int32Array(new SharedArrayBuffer(4));

console.log('add 5:', Atomics.add(memory, 0, 5), 'was there, now', Atomics.load(memory, 0));
console.log('sub 2:', Atomics.sub(memory, 0, 2), 'was there, now', Atomics.load(memory, 0));
console.log('exchange 9:', Atomics.exchange(memory, 0, 9), 'was there');
console.log('9 to 1:', Atomics.compareExchange(memory, 0, 9, 1), 'was there: it worked');
console.log('9 to 2:', Atomics.compareExchange(memory, 0, 9, 2), 'was there: it did not');
console.log('now', Atomics.load(memory, 0));
