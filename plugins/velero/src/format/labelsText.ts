/** Reads labels as kubectl has them, `app=postgres,tier=database`; nothing for another text. */
export function readLabels(text: string): Record<string, string> | undefined {
  const pairs = text.split(',').map(pair => pair.trim().split('='));
  return pairs.every(([key, ...values]) => key && values.length === 1)
    ? Object.fromEntries(pairs)
    : undefined;
}

export function writeLabels(labels: Record<string, string> = {}): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
