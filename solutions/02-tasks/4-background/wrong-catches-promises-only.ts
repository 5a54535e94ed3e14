// A catch at the end hears rejections; what f throws before there is a promise goes to the caller.
// Fails: tells onError once when f throws, and not the caller
// Says: It threw at 0 ms, in the call itself, into its caller: LetterLost
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  Promise.resolve(f()).catch(onError);
}
