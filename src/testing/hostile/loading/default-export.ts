export default (a, b) => Promise.all([a(), b()]);
