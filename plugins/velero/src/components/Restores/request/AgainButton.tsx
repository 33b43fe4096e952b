import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  hasEnded,
  RestoreRequestDetails,
} from 'backstage-plugin-velero-common';
import { useRestorePaths } from '../../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../../translation';

/** Leads to a wizard in which all that was asked for is filled in. */
export function AgainButton(props: { request: RestoreRequestDetails }) {
  const { id, state, entityRef, drill } = props.request;
  const { t } = useTranslationRef(veleroTranslationRef);
  const paths = useRestorePaths();
  // Another drill is asked for where it was asked for: its namespaces cannot be filled in.
  if (!paths || drill || !(hasEnded(state) || state === 'unknown')) {
    return null;
  }
  return (
    <LinkButton
      to={paths.wizard({ entityRef, again: id })}
      variant="outlined"
      color="primary"
    >
      {t('restoreRequest.page.again')}
    </LinkButton>
  );
}
