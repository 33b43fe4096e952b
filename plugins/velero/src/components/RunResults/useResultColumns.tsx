import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { veleroTranslationRef } from '../../translation';
import { SimpleColumn } from '../ui/SimpleTable';
import { ResultLine } from './groupResults';

/** Names of objects that are written out; of more only the number is told. */
const MAX_NAMES = 8;

/** Each new namespace gets this one from Kubernetes, so that a restore into it nearly always finds another one there. */
const ROOT_CERTIFICATE = 'kube-root-ca.crt';

export function useResultColumns(): SimpleColumn<ResultLine>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      header: t('page.results.column.resource'),
      render: line => <ResultResource line={line} />,
    },
    {
      header: t('page.results.column.message'),
      render: line => <ResultMessage line={line} />,
    },
    {
      header: t('page.results.column.count'),
      render: ({ count }) => (
        <Chip size="small" variant="outlined" label={`×${count}`} />
      ),
    },
  ];
}

function ResultResource(props: { line: ResultLine }) {
  const { resource, names } = props.line;
  const { t } = useTranslationRef(veleroTranslationRef);
  const rest = names.length - MAX_NAMES;
  return (
    <>
      {resource ?? t('page.results.noResource')}
      {names.length > 0 && (
        <Typography variant="caption" display="block" color="textSecondary">
          {names.slice(0, MAX_NAMES).join(', ')}
          {rest > 0 && ` ${t('page.results.moreNames', { count: rest })}`}
        </Typography>
      )}
    </>
  );
}

function ResultMessage(props: { line: ResultLine }) {
  const { message, names } = props.line;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {message}
      </span>
      {names.length === 1 && names[0] === ROOT_CERTIFICATE && (
        <Typography variant="caption" display="block" color="textSecondary">
          {t('page.results.rootCertificate')}
        </Typography>
      )}
    </>
  );
}
