/** Repeats an expectation until it holds; the test's own time limit ends it otherwise. */
export async function eventually<T>(
  expectation: () => T | Promise<T>,
): Promise<T> {
  const end = Date.now() + 4_000;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise(resolve => {
        setTimeout(resolve, 5);
      });
    }
  }
}
