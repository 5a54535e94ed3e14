// Waits for the end of the work also after the abort. (The caller does not want to wait any more.)
// Fails: rejects with the reason of the signal at the moment of an abort
// Fails: calls onLost with the reason when the work rejects after the abort
// Fails: has its own work and its own onLost in each call, and disturbs nothing else
// Says: The caller waits no longer.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  try {
    const value = await work();
    signal.throwIfAborted();
    return value;
  } catch (error) {
    if (!signal.aborted) throw error;
    if (error !== signal.reason) onLost(error);
    throw signal.reason;
  }
}
