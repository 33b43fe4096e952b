/** The namespace must name the tenant's owner, and who asks must be of that owner. */
export function isProven(
  owners: string[],
  owner: string,
  reader: { ownershipRefs: string[]; administrator: boolean },
): boolean {
  return (
    owners.includes(owner) &&
    (reader.administrator || reader.ownershipRefs.includes(owner))
  );
}
