// Tells onError what f has thrown, and the caller too.
// Fails: tells onError once when f throws, and not the caller
// Says: into its caller: LetterLost
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  try {
    Promise.resolve(f()).catch(onError);
  } catch (error) {
    onError(error);
    throw error;
  }
}
