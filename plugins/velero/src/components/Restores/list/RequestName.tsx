import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { RestoreRequestSummary } from 'backstage-plugin-velero-common';
import { exactUtcTime } from '../../../format/absoluteTime';
import { useRestorePaths } from '../../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../../translation';
import { useWishText } from '../useWishText';

/** What is asked for, which leads to the page of the request. */
export function RequestName(props: { request: RestoreRequestSummary }) {
  const { id, wish, createdAt } = props.request;
  const { t } = useTranslationRef(veleroTranslationRef);
  const paths = useRestorePaths();
  const { cluster, name } = wish.backup;
  const what = useWishText().short(wish);
  return (
    <>
      {paths ? (
        <Link
          to={paths.request(id)}
          aria-label={t('restoreRequest.summary.titleLabel', {
            what,
            cluster,
            time: exactUtcTime(Date.parse(createdAt)),
          })}
        >
          {what}
        </Link>
      ) : (
        what
      )}
      <Typography variant="caption" display="block" color="textSecondary">
        {cluster}, {name}
      </Typography>
    </>
  );
}
