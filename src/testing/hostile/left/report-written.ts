export const both = (a, b) => {
  process.report.writeReport('report.json');
  return Promise.all([a(), b()]);
};
