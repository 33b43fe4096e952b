import { makeStyles } from '@material-ui/core/styles';
import { isDefinitiveError } from '../../hooks/isDefinitiveError';
import { useBackupListState } from '../../hooks/useBackupListState';
import { useEntityVelero } from '../../hooks/useEntityVelero';
import { useVeleroChanges } from '../../hooks/useVeleroChanges';
import { BackupList } from '../BackupList/BackupList';
import { filterChoices } from '../BackupList/filterChoices';
import { ClusterFreshnessPanel } from '../ClusterFreshness/ClusterFreshnessPanel';
import { LocationList } from '../LocationList/LocationList';
import { OwnershipNotProven } from '../Ownership/OwnershipNotProven';
import { ProtectionPanel } from '../Protection/ProtectionPanel';
import { RestoreList } from '../RestoreList/RestoreList';
import { EntityDrills } from '../Restores/drill/EntityDrills';
import { EntityRestoreRequests } from '../Restores/EntityRestoreRequests';
import { RunningBackups } from '../RunningBackups/RunningBackups';
import { ScheduleList } from '../ScheduleList/ScheduleList';
import { Refusal } from './Refusal';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'VeleroEntityBackups' },
);

/** Protection, restore points, schedules and locations of an entity that claims namespaces. */
export function EntityBackups(props: { entityRef: string }) {
  const classes = useStyles();
  const listState = useBackupListState();
  const version = useVeleroChanges();
  const { filter, pageSize: limit, cursor } = listState;
  const { backups, schedules, locations, restores } = useEntityVelero({
    entityRef: props.entityRef,
    query: { ...filter, limit, cursor },
    version,
  });
  // The other two ask without filters, so that they know of every cluster of the entity.
  const answer = schedules.value ?? locations.value ?? backups.value;

  if (backups.error && isDefinitiveError(backups.error)) {
    return (
      <Refusal
        error={backups.error}
        onRetry={backups.retry}
        listState={listState}
      />
    );
  }
  return (
    <div className={classes.root}>
      {answer && <OwnershipNotProven namespaces={answer.namespaces} />}
      <ProtectionPanel entityRef={props.entityRef} version={version} />
      <RunningBackups entityRef={props.entityRef} version={version} />
      <EntityDrills entityRef={props.entityRef} version={version} />
      <EntityRestoreRequests entityRef={props.entityRef} version={version} />
      {answer && <ClusterFreshnessPanel clusters={answer.clusters} />}
      <BackupList
        query={backups}
        listState={listState}
        choices={filterChoices({
          clusters: answer?.clusters ?? [],
          schedules: schedules.value?.items ?? [],
          locations: locations.value?.items ?? [],
        })}
      />
      <ScheduleList query={schedules} />
      <RestoreList query={restores} />
      <LocationList query={locations} />
    </div>
  );
}
