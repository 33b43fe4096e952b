import { isRecord } from '../../api/KubernetesObject';
import { ArchivedItem } from '../contents/contentsArchive';

/** Volumes whose data is in no snapshot: those that would go with their claim are made anew instead of put back. */
export class VolumesToProvision {
  readonly #volumes: Map<string, ArchivedItem>;

  constructor(archive: ArchivedItem[]) {
    this.#volumes = new Map(
      archive
        .filter(({ resource }) => resource === 'persistentvolumes')
        .map(item => [item.name, item]),
    );
  }

  /** The volume of a claim, where the backup has it. */
  ofClaim(item: ArchivedItem): ArchivedItem[] {
    const volume = this.#volumes.get(volumeNameOf(item));
    return volume ? [volume] : [];
  }

  isProvisioned({ resource, object }: ArchivedItem): boolean {
    const spec = isRecord(object.spec) ? object.spec : {};
    return (
      resource === 'persistentvolumes' &&
      spec.persistentVolumeReclaimPolicy === 'Delete'
    );
  }

  /** True for a claim that is to get a new volume. */
  isFresh(item: ArchivedItem): boolean {
    return this.ofClaim(item).some(volume => this.isProvisioned(volume));
  }
}

function volumeNameOf({ resource, object }: ArchivedItem): string {
  const spec = isRecord(object.spec) ? object.spec : {};
  return resource === 'persistentvolumeclaims'
    ? String(spec.volumeName ?? '')
    : '';
}
