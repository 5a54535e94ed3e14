export const both = (a, b) => {
  Object.setPrototypeOf(process, {});
  return Promise.all([a(), b()]);
};
