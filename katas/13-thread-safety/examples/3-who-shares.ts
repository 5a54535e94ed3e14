// What two views of one buffer write, both of them see. A copy of the list sees nothing of it, and no other variable does.
const shared = new SharedArrayBuffer(8);
const mine = new Int32Array(shared);
const yours = new Int32Array(shared);
const copy = Int32Array.from(mine);
let count = 0;

mine[0] = 7;
count = 7;
console.log('mine', mine[0], 'yours', yours[0], 'copy', copy[0], 'count', count);

const cloned = structuredClone(mine);
yours[1] = 3;
console.log('posted to a thread, it is still the same memory:', cloned[1]);
console.log('a view that has a buffer of its own is not:', structuredClone(copy).buffer.byteLength);
