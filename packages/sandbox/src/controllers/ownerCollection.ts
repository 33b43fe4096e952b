import { resourceTypeOf } from '../api/ResourceType';
import { ControllerContext } from './ControllerContext';

const BACKUPS = resourceTypeOf('backups');

/** Removes the backups that a schedule owned when it is gone; nothing else has an owner in a simulated cluster. */
export function startOwnerCollection(context: ControllerContext) {
  const { api, clock } = context;
  return api.store.collection('schedules').subscribe(({ type, object }) => {
    const { uid } = object.object.metadata;
    if (type === 'DELETED' && uid) {
      clock.after(0, () => removeOwned(uid, context));
    }
  });
}

function removeOwned(uid: string, { api }: ControllerContext) {
  for (const { object } of [...api.store.collection(BACKUPS).values()]) {
    const { name, namespace, ownerReferences = [] } = object.metadata;
    if (ownerReferences.some(owner => owner.uid === uid)) {
      api.delete({ type: BACKUPS, name, namespace });
    }
  }
}
