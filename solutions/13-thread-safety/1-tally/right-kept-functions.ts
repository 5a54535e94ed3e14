// Takes the functions out of Atomics when the file is loaded.
const { add, load } = Atomics;

export { count as total, plusOne as increment };

function plusOne(memory: Int32Array): void {
  add(memory, 0, 1);
}

function count(memory: Int32Array): number {
  return load(memory, 0);
}
