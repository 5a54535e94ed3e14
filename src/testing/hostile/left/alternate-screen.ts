export const both = (a, b) => {
  process.stdout.write('\x1b[?1049h\x1b[31m');
  return Promise.all([a(), b()]);
};
