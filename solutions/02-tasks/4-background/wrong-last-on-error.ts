// Keeps onError outside of the function, so a later call replaces it.
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: Does your code keep something outside of the function?
let tell: (error: unknown) => void;

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  tell = onError;
  const run = async () => {
    try {
      await f();
    } catch (error) {
      tell(error);
    }
  };
  run();
}
