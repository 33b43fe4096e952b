import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { veleroTranslationRef } from '../../translation';
import { SimpleTable } from '../ui/SimpleTable';
import { StatusLabel } from '../ui/StatusLabel';
import { ResultGroup } from './groupResults';
import { useResultColumns } from './useResultColumns';

/** The errors or the warnings about one place. */
export function ResultGroupView(props: { group: ResultGroup }) {
  const { severity, scope, namespace = '', count, lines } = props.group;
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useResultColumns();
  const place = t(`page.results.place.${scope}`, { namespace });
  const title = t(`page.results.title.${severity}`, { count, place });
  return (
    <Box mt={2}>
      <Typography variant="subtitle1" component="h4">
        <StatusLabel tone={severity}>{title}</StatusLabel>
      </Typography>
      <SimpleTable
        label={title}
        columns={columns}
        rows={lines}
        rowKey={({ resource = '', message }) => `${resource} ${message}`}
      />
    </Box>
  );
}
