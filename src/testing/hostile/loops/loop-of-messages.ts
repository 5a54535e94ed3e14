export function both(a, b) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => port2.postMessage('ping');
    port2.postMessage('ping');
  });
}
