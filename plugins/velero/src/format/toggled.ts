/** The list with an entry that was missing, or without one that was there. */
export function toggled(list: string[], entry: string): string[] {
  return list.includes(entry)
    ? list.filter(other => other !== entry)
    : [...list, entry];
}
