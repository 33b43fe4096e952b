import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { newRequestId } from '../../../api/newRequestId';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { reasonOf } from '../../../format/reasonOf';
import { statusCodeOf } from '../../../hooks/isDefinitiveError';
import { veleroTranslationRef } from '../../../translation';
import { LinesText } from '../../ui/LinesText';
import { Notice } from '../../ui/Notice';
import { DrillLink } from './DrillLink';
import { useDrillAction } from './useDrillAction';

/** Has a drill made now. The key stays until it is known what came of it, so that no two are made of one click. */
export function RunDrill(props: { entityRef: string; onAsked(): void }) {
  const { entityRef, onAsked } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const [key, setKey] = useState(newRequestId);
  const { pending, error, result, run } = useDrillAction({
    act: () => api.requestDrill(entityRef, { key }),
    onEnd: request => {
      if (request) {
        setKey(newRequestId());
      }
      onAsked();
    },
  });
  return (
    <>
      <Button
        variant="outlined"
        color="primary"
        disabled={pending}
        onClick={run}
      >
        {t('restoreDrill.run')}
      </Button>
      {error && <DrillError error={error} />}
      {result && (
        <Notice
          tone="ok"
          title={t('restoreDrill.asked')}
          action={<DrillLink request={result.id} />}
        />
      )}
    </>
  );
}

function DrillError(props: { error: Error }) {
  const { error } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const status = statusCodeOf(error);
  const isAnswer = status !== undefined && status >= 400 && status < 500;
  return (
    <Notice
      tone={isAnswer ? 'error' : 'warning'}
      title={t(isAnswer ? 'restoreDrill.refused' : 'restoreDrill.notKnown')}
    >
      <LinesText text={reasonOf(error)} />
      {!isAnswer && t('restoreDrill.notKnownNext')}
    </Notice>
  );
}
