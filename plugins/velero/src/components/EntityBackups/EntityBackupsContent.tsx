import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isVeleroAvailable } from 'backstage-plugin-velero-common';
import { MissingAnnotation } from '../states/MissingAnnotation';
import { EntityBackups } from './EntityBackups';

/** The tab "Backups" of an entity. */
export function EntityBackupsContent() {
  const { entity } = useEntity();
  if (!isVeleroAvailable(entity)) {
    return <MissingAnnotation />;
  }
  const entityRef = stringifyEntityRef(entity);
  return <EntityBackups key={entityRef} entityRef={entityRef} />;
}
