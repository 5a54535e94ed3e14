// Handles a rejection with catch(), but an error that f throws goes to the caller.
// Fails: calls onError once when f throws, and throws nothing itself
// Says: It threw at 0 ms, in the call itself, into its caller: LetterLost
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  Promise.resolve(f()).catch(onError);
}
