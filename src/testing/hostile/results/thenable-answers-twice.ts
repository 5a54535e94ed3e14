export const both = (a, b) => ({
  then(resolve, reject) {
    Promise.all([a(), b()]).then(resolve);
    reject(new Error('boom'));
    resolve('both');
    throw new Error('and again');
  },
});
