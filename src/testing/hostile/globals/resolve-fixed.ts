export const both = (a, b) => {
  Object.defineProperty(Promise, 'resolve', { value: () => 1, configurable: false, writable: false });
  return Promise.all([a(), b()]);
};
