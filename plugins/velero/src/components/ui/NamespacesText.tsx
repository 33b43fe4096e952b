import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import { veleroTranslationRef } from '../../translation';

interface NamespacesTextProps {
  namespaces: string[];
  shared: boolean;
}

/** Which of the reader's namespaces something takes in, marked when it also takes in those of others. */
export function NamespacesText(props: NamespacesTextProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {props.namespaces.join(', ')}{' '}
      {props.shared && (
        <Chip
          size="small"
          variant="outlined"
          label={t('backups.shared')}
          title={t('backups.sharedHint')}
        />
      )}
    </>
  );
}
