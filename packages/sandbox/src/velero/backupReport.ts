import { selectContents } from './clusterContents';
import { missingNamespaces, selectNamespaces } from './namespaceMatching';
import { BackupReport } from './StoredBackup';
import { BackupSpec } from './VeleroObjects';

/** What a backup of that spec takes of these namespaces. */
export function reportOf(spec: BackupSpec, existing: string[]): BackupReport {
  const namespaces = selectNamespaces(spec, existing);
  // A pattern that matches nothing is no error, a name that does not exist is one.
  const errors = missingNamespaces(spec, existing).map(name => ({
    message: ` resource: /namespaces message: /fail to get the namespace ${name} specified in backup.Spec.IncludedNamespaces`,
  }));
  return { items: selectContents(spec, namespaces), errors, warnings: [] };
}
