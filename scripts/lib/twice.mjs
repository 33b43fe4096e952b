/** Tries again once what has failed. */
export async function twice(work) {
  try {
    return await work();
  } catch {
    return work();
  }
}
