setTimeout(() => {
  throw new Error('boom');
}, 1);

export const both = (a, b) => Promise.all([a(), b()]);
