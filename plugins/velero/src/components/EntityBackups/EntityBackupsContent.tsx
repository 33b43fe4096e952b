import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isVeleroAvailable } from 'backstage-plugin-velero-common';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { backupPageRouteRef, restorePageRouteRef } from '../../routes';
import { veleroTranslationRef } from '../../translation';
import { LoadingRows } from '../states/LoadingRows';
import { MissingAnnotation } from '../states/MissingAnnotation';
import { EntityBackups } from './EntityBackups';
import { OldAddress } from './OldAddress';

const BackupPage = lazy(() =>
  import('../BackupPage/BackupPage').then(m => ({ default: m.BackupPage })),
);
const RestorePage = lazy(() =>
  import('../RestorePage/RestorePage').then(m => ({ default: m.RestorePage })),
);

/** The tab "Backups" of an entity, with the pages below it. */
export function EntityBackupsContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!isVeleroAvailable(entity)) {
    return <MissingAnnotation />;
  }
  const entityRef = stringifyEntityRef(entity);
  const list = (
    <OldAddress>
      <EntityBackups key={entityRef} entityRef={entityRef} />
    </OldAddress>
  );
  return (
    <Suspense fallback={<LoadingRows what={t('backups.title')} rows={8} />}>
      <Routes>
        <Route path={`${backupPageRouteRef.path}/*`} element={<BackupPage />} />
        <Route
          path={`${restorePageRouteRef.path}/*`}
          element={<RestorePage />}
        />
        <Route path="*" element={list} />
      </Routes>
    </Suspense>
  );
}
