import { Content } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { veleroTranslationRef } from '../../translation';
import { LoadingRows } from '../states/LoadingRows';

const RestoreWizardPage = lazy(() =>
  import('./wizard/RestoreWizardPage').then(m => ({
    default: m.RestoreWizardPage,
  })),
);
const RestoreRequestPage = lazy(() =>
  import('./request/RestoreRequestPage').then(m => ({
    default: m.RestoreRequestPage,
  })),
);
const RestoreRequestsPage = lazy(() =>
  import('./list/RestoreRequestsPage').then(m => ({
    default: m.RestoreRequestsPage,
  })),
);

/** The pages where restores are asked for, decided on and followed. */
export function RestorePages() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Content>
      <Suspense fallback={<LoadingRows what={t('restoreRequest.title')} />}>
        <Routes>
          <Route path="restore" element={<RestoreWizardPage />} />
          <Route path="restore-requests" element={<RestoreRequestsPage />} />
          <Route path="restore-requests/:id" element={<RestoreRequestPage />} />
          <Route
            path="*"
            element={<Navigate to="restore-requests" replace />}
          />
        </Routes>
      </Suspense>
    </Content>
  );
}
