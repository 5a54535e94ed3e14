// Sends the error to itself as a message, and closes the port when it has come.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  const tell = (error: unknown) => {
    const { port1, port2 } = new MessageChannel();
    port2.addEventListener('message', () => {
      port2.close();
      onError(error);
    });
    port1.postMessage(null);
  };
  try {
    Promise.resolve(f()).then(undefined, tell);
  } catch (error) {
    tell(error);
  }
}
