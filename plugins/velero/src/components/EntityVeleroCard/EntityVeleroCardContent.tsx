import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { isVeleroAvailable } from 'backstage-plugin-velero-common';
import { backupsTabRouteRef } from '../../routes';
import { veleroTranslationRef } from '../../translation';
import { AnnotationHint } from '../states/AnnotationHint';
import { CardAnswer } from './CardAnswer';

/** The overview card of an entity: whether it is protected. */
export function EntityVeleroCardContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(veleroTranslationRef);
  const tabPath = useRouteRef(backupsTabRouteRef);
  const entityRef = stringifyEntityRef(entity);
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={tabPath && <Link to={tabPath()}>{t('card.link')}</Link>}
    >
      {isVeleroAvailable(entity) ? (
        <CardAnswer key={entityRef} entityRef={entityRef} />
      ) : (
        <AnnotationHint />
      )}
    </EntityInfoCard>
  );
}
