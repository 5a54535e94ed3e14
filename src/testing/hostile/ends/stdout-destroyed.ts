export const both = (a, b) => {
  process.stdout.destroy();
  console.log('lost');
  return Promise.all([a(), b()]);
};
