module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Helpers of the tests that fail when what they wait for does not come.
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect*', 'until*', '**.eventually'] },
    ],
  },
});
