let count = 0;
setInterval(() => {
  count++;
}, 1);

export const both = (a, b) => Promise.all([a(), b()]);
