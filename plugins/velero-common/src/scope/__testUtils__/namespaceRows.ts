import { CoverageRow } from './CoverageRow';

const named = { includedNamespaces: ['payments'] };

/** Which namespaces a spec takes, and which specs Velero refuses. */
export const namespaceRows: Record<string, CoverageRow[]> = {
  'Which namespaces': [
    [{}, 'full', 'full'],
    [{ includedNamespaces: [] }, 'full', 'full'],
    [{ includedNamespaces: ['*'] }, 'full', 'full'],
    [named, 'full', 'full'],
    [{ includedNamespaces: ['shop', 'payments'] }, 'full', 'full'],
    [{ includedNamespaces: ['pay*'] }, 'full', 'full'],
    [{ includedNamespaces: ['pay?ents'] }, 'full', 'full'],
    [{ includedNamespaces: ['[o-q]ayments'] }, 'full', 'full'],
    [
      { includedNamespaces: ['shop'] },
      'none',
      'none',
      'The backup does not include the namespace.',
    ],
    [
      { includedNamespaces: ['pay-*'] },
      'none',
      'none',
      'The backup does not include the namespace.',
    ],
    [
      { includedNamespaces: ['payments-*'] },
      'none',
      'none',
      'The backup does not include the namespace.',
    ],
    [{ excludedNamespaces: ['shop'] }, 'full', 'full'],
    [
      { excludedNamespaces: ['payments'] },
      'none',
      'none',
      'The backup leaves the namespace out by payments.',
    ],
    [
      { excludedNamespaces: ['pay*'] },
      'none',
      'none',
      'The backup leaves the namespace out by pay*.',
    ],
    [
      { includedNamespaces: ['pay*'], excludedNamespaces: ['*-test'] },
      'full',
      'full',
    ],
    [
      { includedNamespaces: ['*'], excludedNamespaces: ['payments'] },
      'none',
      'none',
      'The backup leaves the namespace out by payments.',
    ],
  ],
  'What Velero refuses': [
    [
      { includedNamespaces: ['*', 'payments'] },
      'none',
      'none',
      "Velero refuses the backup: “Invalid included/excluded namespace lists: includes list must either contain '*' only, or a non-empty list of items”.",
    ],
    [
      { ...named, excludedNamespaces: ['*'] },
      'none',
      'none',
      "Velero refuses the backup: “Invalid included/excluded namespace lists: excludes list cannot contain '*'”.",
    ],
    [
      { ...named, excludedNamespaces: ['payments'] },
      'none',
      'none',
      'Velero refuses the backup: “Invalid included/excluded namespace lists: excludes list cannot contain an item in the includes list”.',
    ],
    [
      { includedNamespaces: ['pay**'] },
      'none',
      'none',
      'Velero refuses the backup: “Invalid included/excluded namespace lists: wildcard pattern contains consecutive asterisks (only single * allowed)”.',
    ],
    [
      { includedNamespaces: ['pay[ments'] },
      'none',
      'none',
      "Velero refuses the backup: “Invalid included/excluded namespace lists: wildcard pattern contains unclosed bracket '['”.",
    ],
    [
      { includedNamespaces: ['pay[]ments'] },
      'none',
      'none',
      "Velero refuses the backup: “Invalid included/excluded namespace lists: wildcard pattern contains empty bracket pattern '[]'”.",
    ],
    [
      { includedNamespaces: ['{payments,shop}'] },
      'none',
      'none',
      'Velero refuses the backup: “Invalid included/excluded namespace lists: wildcard pattern contains unsupported characters: |, (, ), !, {, }, ,”.',
    ],
    [
      { includedNamespaces: ['Payments'] },
      'none',
      'none',
      "Velero refuses the backup: “Invalid included/excluded namespace lists: invalid namespace: a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'”.",
    ],
    [
      {
        ...named,
        includedResources: ['*'],
        includedClusterScopedResources: ['*'],
      },
      'none',
      'none',
      'Velero refuses the backup: “include-resources, exclude-resources and include-cluster-resources are old filter parameters … They cannot be used together”.',
    ],
    [
      { ...named, excludedResources: ['*'] },
      'none',
      'none',
      "Velero refuses the backup: “Invalid included/excluded resource lists: excludes list cannot contain '*'”.",
    ],
    [
      { ...named, includedResources: ['pods'], excludedResources: ['pods'] },
      'none',
      'none',
      'Velero refuses the backup: “Invalid included/excluded resource lists: excludes list cannot contain an item in the includes list”.',
    ],
    [
      {
        ...named,
        includedNamespaceScopedResources: ['secrets'],
        excludedNamespaceScopedResources: ['*'],
      },
      'none',
      'none',
      "Velero refuses the backup: “Invalid namespace-scoped included/excluded resource lists: when exclude is '*', include cannot have value”.",
    ],
    [
      {
        ...named,
        labelSelector: { matchLabels: { app: 'db' } },
        orLabelSelectors: [{ matchLabels: { app: 'web' } }],
      },
      'none',
      'none',
      'Velero refuses the backup: “encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified”.',
    ],
  ],
};
