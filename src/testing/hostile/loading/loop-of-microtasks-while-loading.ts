let isReady = false;
setTimeout(() => {
  isReady = true;
}, 10);
while (!isReady) await null;

export const both = (a, b) => Promise.all([a(), b()]);
