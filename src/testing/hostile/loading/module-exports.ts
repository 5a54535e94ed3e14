module.exports = { both: (a, b) => Promise.all([a(), b()]) };
