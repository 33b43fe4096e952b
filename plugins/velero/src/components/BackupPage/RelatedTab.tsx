import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { BackupDetails } from 'backstage-plugin-velero-common';
import { makeStyles } from '@material-ui/core/styles';
import { RestoresOfBackup } from './RestoresOfBackup';
import { SameBackupList } from './SameBackupList';
import { ScheduleOfBackup } from './ScheduleOfBackup';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'VeleroRelatedTab' },
);

/** What a backup came from, what was made from it, and where else it is seen. */
export function RelatedTab(props: { backup: BackupDetails; version: number }) {
  const classes = useStyles();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return (
    <div className={classes.root}>
      <ScheduleOfBackup backup={props.backup} />
      <RestoresOfBackup entityRef={entityRef} {...props} />
      <SameBackupList entityRef={entityRef} {...props} />
    </div>
  );
}
