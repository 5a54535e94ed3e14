export const both = (a, b) => ({
  get then() {
    throw new Error('there is no then');
  },
});
