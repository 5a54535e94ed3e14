// Nothing sleeps on cell 0, so this notify wakes none, and the wait below gets nothing of it (its limit ends the program).
const memory = new Int32Array(new SharedArrayBuffer(4));

console.log('woken:', Atomics.notify(memory, 0));
console.log('the cell is 0, wait while it is 0:', Atomics.wait(memory, 0, 0, 50));

// What is kept is what was written. So write first: a thread that comes too late to be woken does not fall asleep.
Atomics.store(memory, 0, 1);
console.log('the cell is 1, wait while it is 0:', Atomics.wait(memory, 0, 0, 50));
