export const both = (a, b) => {
  process.send(null);
  return Promise.all([a(), b()]);
};
