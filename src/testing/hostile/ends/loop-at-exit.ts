process.on('exit', () => {
  for (;;);
});
export const both = (a, b) => Promise.all([a(), b()]);
