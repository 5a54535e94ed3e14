export const both = (a, b) => ({
  then() {
    while (a) {
    }
  },
});
