import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** A reference with all its parts; a group when no kind is named. What is no reference stays as it is. */
export function fullRef(owner: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    // Whoever needs a reference says what is wrong with it.
    return owner;
  }
}
