import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useSearchParams } from 'react-router-dom';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { useLiveQuery } from '../../../hooks/useLiveQuery';
import { readIntent, RestoreIntent } from '../../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../../translation';
import { RunAnswer } from '../../RunPage/RunAnswer';
import { Notice } from '../../ui/Notice';
import { RestoreFrame } from '../RestoreFrame';
import { draftOf, emptyDraft, RestoreDraft } from './RestoreDraft';
import { RestoreWizard } from './RestoreWizard';

/** Where somebody asks for a restore; the address says of what. */
export function RestoreWizardPage() {
  const [params] = useSearchParams();
  const { t } = useTranslationRef(veleroTranslationRef);
  const intent = readIntent(params);
  return (
    <RestoreFrame title={t('restoreWizard.title')}>
      {intent.again ? (
        <WizardAgain id={intent.again} intent={intent} />
      ) : (
        <WizardFor intent={intent} initial={() => emptyDraft(intent.backup)} />
      )}
    </RestoreFrame>
  );
}

function WizardFor(props: { intent: RestoreIntent; initial(): RestoreDraft }) {
  const { intent, initial } = props;
  const { entityRef } = intent;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!entityRef) {
    return (
      <Notice tone="neutral" title={t('restoreWizard.noEntity.title')}>
        {t('restoreWizard.noEntity.description')}
      </Notice>
    );
  }
  const name = JSON.stringify(intent);
  return (
    <>
      <div>
        {t('restoreWizard.of')} <EntityRefLink entityRef={entityRef} />
      </div>
      <RestoreWizard
        key={name}
        name={name}
        entityRef={entityRef}
        initial={initial}
      />
    </>
  );
}

/** Begins with what was asked for before. */
function WizardAgain(props: { id: string; intent: RestoreIntent }) {
  const { id, intent } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: id,
    version: 0,
    load: signal => api.getRestoreRequest(id, { signal }),
  });
  return (
    <RunAnswer query={query} what={t('restoreRequest.page.noun')}>
      {({ entityRef = intent.entityRef, wish }) => (
        <WizardFor
          intent={{ ...intent, entityRef }}
          initial={() => draftOf(wish)}
        />
      )}
    </RunAnswer>
  );
}
