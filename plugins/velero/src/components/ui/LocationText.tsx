import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LocationReference } from 'backstage-plugin-velero-common';
import { storageText } from '../../format/storageText';
import { veleroTranslationRef } from '../../translation';

interface LocationTextProps {
  location?: LocationReference;
  /** Shown when the location is not known. */
  missing: string;
}

const useStyles = makeStyles(
  theme => ({ root: { minWidth: theme.spacing(18) } }),
  { name: 'VeleroLocationText' },
);

/** A storage location: its name, where it keeps things, and whether it may only be read. */
export function LocationText(props: LocationTextProps) {
  const { location, missing } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!location) {
    return <>{missing}</>;
  }
  const place = storageText(location);
  return (
    <div className={classes.root}>
      {location.name}{' '}
      {location.accessMode === 'ReadOnly' && (
        <Chip size="small" variant="outlined" label={t('backups.readOnly')} />
      )}
      {place && (
        <Typography variant="caption" display="block" color="textSecondary">
          {place}
        </Typography>
      )}
    </div>
  );
}
