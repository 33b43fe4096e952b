/** As `50,000`, in the way of the reader's language. */
export function formatCount(count: number): string {
  return count.toLocaleString();
}
