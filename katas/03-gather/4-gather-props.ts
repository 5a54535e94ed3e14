/**
 * Waits for every property of an object, and gives an object of the same shape.
 *
 * - Gives a new object: under each key stands what the promise under that key has given.
 * - Gives it when the slowest has come, and not earlier.
 * - Its keys stand in the order of the input, in whatever order the values come.
 * - The input stays as it was.
 * - Passes the first failure on, as it is, at the moment when it happens.
 * - A failure after the first is heard as well: it changes nothing, and is never unhandled.
 * - Without properties, gives an empty object.
 */
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  // TODO: wait for all of them, and keep the shape.
  throw new Error('TODO: write gatherProps() in katas/03-gather/4-gather-props.ts');
}
