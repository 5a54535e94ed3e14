// Sends itself a message when the time is over, and never closes the port.
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: an open MessagePort
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', () => resolve());
    setTimeout(() => port2.postMessage(null), ms);
  });
}
